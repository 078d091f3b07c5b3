import { redirect } from 'next/navigation'
import { visitor } from '@/app/visitor'
import { Desk } from '@/components/desk/Desk'
import { BulletinsProvider } from '@/components/desk/useBulletins'
import { deskPerson, saysPhrases } from '@/components/desk/deskPerson'
import {
  deskAddress,
  filtersIn,
  foundHits,
  type Hits,
  listedHits,
  type Question,
  readAddress,
} from '@/components/desk/deskQuestion'
import { env } from '@/env'
import type { Client } from '@/front/client'
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

export default async function DeskPage({ searchParams }: Props) {
  const { question, entry } = readAddress(await searchParams)
  const { reader, person, language, client } = await visitor()
  if (!person) redirect(`/login?to=${encodeURIComponent(deskAddress(question, entry))}`)
  const [first, units, phrases, newTold, bulletins] = await Promise.all([
    firstHits({ ...reader, session: person, client, isPortal: false }, question),
    readTree(reader),
    saysPhrases(person) ? readPhrases(reader.payload) : [],
    countTold(reader.payload, person.id),
    readBulletins(reader, person.id),
  ])
  return (
    <BulletinsProvider language={language} first={bulletins}>
      <Desk
        language={language}
        isDemo={env.isDemo}
        person={deskPerson(person, units, newTold)}
        kept={{ question, entry }}
        first={first}
        units={units}
        phrases={phrases}
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
async function firstHits(reader: DeskReader, question: Question): Promise<Hits> {
  const filters = filtersIn(question)
  if (question.words.trim() === '') {
    const page = await listEntries(reader, filters)
    const entries = await withDoubts(reader, page.entries)
    const search = noteList({ ...reader, ...filters }, page)
    return listedHits(question, { ...page, entries, search })
  }
  const ownUnit = reader.audience.sees === 'public' ? undefined : reader.session.unit
  const asked = { ...reader, ...filters, text: question.words, ownUnit, page: 1, facets: true }
  const found = await searchEntries({ ...asked, engine: searchEngine() })
  const hits = await withDoubts(reader, found.hits)
  return foundHits(question, 1, { ...found, hits, search: noteSearch(asked, found) })
}
