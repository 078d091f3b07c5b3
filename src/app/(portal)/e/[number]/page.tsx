import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { visitor } from '@/app/visitor'
import { EntryArticle } from '@/components/portal/EntryArticle'
import { Helpful } from '@/components/portal/Helpful'
import { StructuredData, entryData } from '@/components/portal/StructuredData'
import { MissingPage, missingMetadata } from '@/app/(portal)/MissingPage'
import { canonical } from '@/app/(portal)/address'
import { env } from '@/env'
import { longestSummary } from '@/access/rules'
import { noteEntry } from '@/front/noteReadings'
import { noteList } from '@/front/noteSearches'
import { readEntry } from '@/reading/readEntry'
import { readWithdrawn } from '@/reading/readWithdrawn'
import { relatedEntries } from '@/reading/related'
import { answerOf } from '@/reading/spoken'
import { searchEngine } from '@/search'

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Read once for the page and its title; staff see here what their audience sees. */
const entryOf = cache(async (number: string) => readEntry((await visitor()).reader, number))

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const entry = await entryOf((await params).number)
  if (!entry) return missingMetadata()
  return {
    title: entry.title,
    description: answerOf(entry).slice(0, longestSummary) || undefined,
    ...(entry.openToPublic ? canonical(`/e/${entry.number}`) : { robots: { index: false } }),
  }
}

export default async function EntryPage({ params, searchParams }: Props) {
  const [{ number }, { helpful }] = await Promise.all([params, searchParams])
  const [{ language, payload, person, reader, client }, entry] = await Promise.all([
    visitor(),
    entryOf(number),
  ])
  if (!entry) {
    const withdrawn = await readWithdrawn(reader, number)
    if (withdrawn?.successor) redirect(`/e/${withdrawn.successor}`)
    return <MissingPage sentence={withdrawn?.sentence} />
  }
  const noted = { payload, session: person, client, isPortal: true }
  noteEntry({ ...noted, entry })
  const related = (await relatedEntries({ reader, engine: searchEngine(), number })) ?? []
  noteList(noted, { list: 'related', entries: related })
  return (
    <>
      <StructuredData data={entryData(entry, env.site)} />
      <EntryArticle
        {...{ entry, related, language }}
        isStaff={person !== null}
        question={
          !person && (
            <Helpful
              {...{ language, number: entry.number }}
              phone={entry.contact?.phone ?? null}
              said={saidIn(helpful)}
            />
          )
        }
      />
    </>
  )
}

/** What an address tells to which a form led. */
function saidIn(helpful: unknown): boolean | 'failed' | null {
  if (helpful === 'failed') return helpful
  return helpful === 'true' || helpful === 'false' ? helpful === 'true' : null
}
