import type { Metadata } from 'next'
import { cache } from 'react'
import { isUnhelpfulReason } from '@/access/helpful'
import { longestSummary } from '@/access/rules'
import {
  GonePage,
  goneMetadata,
  MissingPage,
  missingMetadata,
  MovedPage,
} from '@/app/(portal)/MissingPage'
import { canonical } from '@/app/(portal)/address'
import { pictureOf } from '@/app/(portal)/siteMetadata'
import { siteNow } from '@/app/siteNow'
import { visitor } from '@/app/visitor'
import { EntryArticle } from '@/components/portal/EntryArticle'
import { EntryChanges } from '@/components/portal/EntryChanges'
import type { Said } from '@/components/portal/Helpful'
import { Island } from '@/components/portal/Island'
import { SearchForm } from '@/components/portal/SearchForm'
import { ShareAddress } from '@/components/portal/ShareAddress'
import { StructuredData, entryData } from '@/components/portal/StructuredData'
import { env } from '@/env'
import { notePage } from '@/front/pages/notePage'
import { entryPageTexts } from '@/i18n/entryPage'
import { readEntryChanges } from '@/reading/entryChanges'
import { readEntry } from '@/reading/readEntry'
import { readGone } from '@/reading/readWithdrawn'
import { relatedEntries } from '@/reading/related'
import { answerOf } from '@/reading/spoken'
import { searchEngine } from '@/search'

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Read once for the page and its title; staff see here what their audience sees. */
const entryOf = cache(async (number: string) => readEntry((await visitor()).reader, number))
const goneOf = cache(async (number: string) => readGone((await visitor()).reader, number))

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { number } = await params
  const entry = await entryOf(number)
  if (!entry) {
    const gone = await goneOf(number)
    return gone ? goneMetadata(gone) : missingMetadata()
  }
  const { title } = entry
  const description = answerOf(entry).slice(0, longestSummary) || undefined
  if (!entry.openToPublic)
    return { title, description, robots: { index: false }, openGraph: null, twitter: null }
  const { longName, emblem } = await siteNow()
  const { alternates } = canonical(`/e/${entry.number}`)
  const openGraph = {
    ...{ type: 'article', locale: 'zh_CN', siteName: longName },
    ...{ title, description, url: `${env.site}/e/${entry.number}` },
    modifiedTime: entry.approvedAt,
    ...pictureOf(emblem),
  } as const
  return { title, description, alternates, openGraph }
}

export default async function EntryPage({ params, searchParams }: Props) {
  const [{ number }, said] = await Promise.all([params, searchParams])
  const [{ language, payload, person, reader, client }, entry] = await Promise.all([
    visitor(),
    entryOf(number),
  ])
  if (!entry) {
    const gone = await goneOf(number)
    if (gone?.successor) return <MovedPage number={gone.successor} />
    return gone ? <GonePage gone={gone} /> : <MissingPage />
  }
  const opened = { payload, session: person, client }
  notePage(opened, { entry })
  const [{ signature }, related, changes] = await Promise.all([
    siteNow(),
    relatedEntries({
      ...{ reader, engine: searchEngine(), number },
      failed: () => notePage(opened, { passing: true }),
    }),
    readEntryChanges(reader, entry.id),
  ])
  notePage(opened, { list: 'related', entries: related ?? [] })
  const address = `${env.site}/e/${entry.number}`
  return (
    <>
      <StructuredData data={entryData(entry, env.site)} />
      <EntryArticle
        {...{ entry, related: related ?? [], language, signature }}
        isStaff={person !== null}
        tools={
          <div className="tools no-print" role="group" aria-label={entryPageTexts[language].tools}>
            <Island of="ReadAloud" language={language} text={entry.spoken} />
            <Island of="PrintButton" language={language} />
          </div>
        }
        below={
          <>
            <EntryChanges changes={changes} language={language} />
            {!person && (
              <Island
                of="Helpful"
                {...{ language, number: entry.number }}
                phone={entry.contact?.phone ?? null}
                said={saidIn(said)}
              />
            )}
          </>
        }
        beside={<ShareAddress {...{ entry, language, address, signature }} now={reader.now} />}
      />
      <section className="wide search-again no-print" aria-labelledby="search-again">
        <h2 id="search-again">{entryPageTexts[language].noMore}</h2>
        <SearchForm language={language} />
      </section>
    </>
  )
}

/** What an address tells to which a form led. */
function saidIn({ helpful, reason }: Awaited<Props['searchParams']>): Said | 'failed' | null {
  if (helpful === 'failed') return helpful
  if (helpful === 'true') return { helpful: true }
  if (helpful !== 'false') return null
  return isUnhelpfulReason(reason) ? { helpful: false, reason } : { helpful: false }
}
