import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { pageLanguage, visitor } from '@/app/visitor'
import { givenCall } from '@/components/desk/callIn'
import { Desk } from '@/components/desk/Desk'
import { BulletinsProvider } from '@/components/desk/useBulletins'
import { deskPerson, saysPhrases, takesNotes } from '@/components/desk/deskPerson'
import {
  deskAddress,
  filtersIn,
  foundHits,
  type Hits,
  listedHits,
  type Question,
  readAddress,
} from '@/components/desk/deskQuestion'
import { deskTitle } from '@/components/desk/deskTitle'
import { env } from '@/env'
import type { Client } from '@/front/client'
import { embedOriginsNow } from '@/front/embedOrigins'
import { noteList, noteSearch } from '@/front/noteSearches'
import type { Session } from '@/front/sessions'
import { readBulletins } from '@/reading/bulletins'
import { listEntries } from '@/reading/listEntries'
import type { Reader } from '@/reading/live'
import { readPhrases } from '@/reading/phrases'
import { readTree } from '@/reading/readTree'
import { withDoubts } from '@/reading/reliability'
import { searchEntries } from '@/reading/search'
import { searchEngine } from '@/search'
import { countTold } from '@/workflow/tasks/toldOf'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ question }, language] = await Promise.all([
    searchParams.then(readAddress),
    pageLanguage(),
  ])
  return { title: deskTitle(language, null, question.words) }
}

export default async function DeskPage({ searchParams }: Props) {
  const given = await searchParams
  const { question, entry } = readAddress(given)
  const told = givenCall((name) => given[name])
  const { reader, person, language, client } = await visitor()
  if (!person) redirect(`/login?to=${encodeURIComponent(deskAddress(question, entry, told))}`)
  const call = takesNotes(person) ? told : null
  const [first, units, phrases, newTold, bulletins, origins] = await Promise.all([
    firstHits({ ...reader, session: person, client, isPortal: false }, question, call?.district),
    readTree(reader),
    saysPhrases(person) ? readPhrases(reader.payload) : [],
    countTold(reader.payload, person.id),
    readBulletins(reader, person.id),
    embedOriginsNow(reader.payload),
  ])
  return (
    <BulletinsProvider language={language} first={bulletins}>
      <Desk
        language={language}
        isDemo={env.isDemo}
        person={deskPerson(person, units, newTold)}
        kept={{ question, entry, call }}
        first={first}
        units={units}
        phrases={phrases}
        origins={origins}
      />
    </BulletinsProvider>
  )
}

type DeskReader = Reader & {
  session: Extract<Session, { kind: 'person' }>
  client: Client
  isPortal: false
}

/** What the address asks for, so that a page opened by software or sent by a colleague comes with its answer. */
async function firstHits(reader: DeskReader, question: Question, district?: string): Promise<Hits> {
  const filters = filtersIn(question)
  if (question.words.trim() === '') {
    const page = await listEntries(reader, filters)
    const entries = await withDoubts(reader, page.entries)
    const search = noteList({ ...reader, ...filters }, page)
    return listedHits(question, { ...page, entries, search })
  }
  const ownUnit = reader.audience.sees === 'public' ? undefined : reader.session.unit
  const asked = {
    ...{ ...reader, ...filters, district, ownUnit },
    ...{ text: question.words, page: 1, facets: true },
  }
  const found = await searchEntries({ ...asked, engine: searchEngine() })
  const hits = await withDoubts(reader, found.hits)
  return foundHits(question, 1, { ...found, hits, search: noteSearch(asked, found) })
}
