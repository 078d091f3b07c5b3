import type { Payload } from 'payload'
import { readListedWords, wordFinder } from '@/search/listedWords'
import { readRows } from '@/tables'
import { readDistricts, type ToldUnit } from './districts'
import type { Unusual } from './findUnusual'

const hour = 60 * 60 * 1000
/** Of so many answers to a question it is looked what stood first. */
const answersRead = 500

/** What an alert names, as it is called now. */
export type Subject = {
  title: string
  /** Of an entry. */
  number: string | null
  /** Who is told beside the centre; null where it is nobody's. */
  told: ToldUnit | null
}

/** What these are called and whose they are; what is no longer online, or no longer a district, is left out. */
export async function readSubjects<One extends Unusual>(
  payload: Payload,
  all: readonly One[],
  now: Date,
) {
  const of = (kind: Unusual['kind']) => all.filter((one) => one.kind === kind)
  const [entries, firsts] = await Promise.all([
    liveEntries(
      payload,
      'slot',
      of('entry').map(({ subject }) => subject),
    ),
    firstShown(payload, await withoutListed(payload, of('query')), now),
  ])
  const shown = await liveEntries(payload, 'number', [...firsts.values()])
  const districts = await readDistricts(payload)
  const subjectOf = ({ kind, subject }: Unusual): Subject | undefined => {
    if (kind === 'entry') return entries.find(({ entry }) => entry === subject)
    if (kind === 'district') {
      const district = districts.get(subject)
      return district && { ...district, number: null }
    }
    const first = shown.find(({ number }) => number === firsts.get(subject))
    return { title: subject, number: null, told: first?.told ?? null }
  }
  return all.flatMap((unusual) => {
    const subject = subjectOf(unusual)
    return subject ? [{ unusual, subject }] : []
  })
}

type Live = Subject & { entry: string; told: ToldUnit }

async function liveEntries(
  payload: Payload,
  by: 'slot' | 'number',
  values: readonly string[],
): Promise<Live[]> {
  if (values.length === 0) return []
  const rows = (await readRows(payload, {
    collection: 'publications',
    columns: ['entry', 'number', 'title', 'unit', 'unitAbove', 'unitName'],
    where: { and: [{ isLive: { equals: true } }, { [by]: { in: [...values] } }] },
    limit: 0,
  })) as (ToldUnit & { entry: string; number: string; title: string })[]
  return rows.map(({ entry, number, title, ...told }) => ({ entry, number, title, told }))
}

/** What holds a word of the centre's list (提示用语) is told to the centre alone. */
async function withoutListed(payload: Payload, queries: readonly Unusual[]): Promise<Unusual[]> {
  if (queries.length === 0) return []
  const findWords = wordFinder(await readListedWords(payload))
  return queries.filter(({ subject }) => findWords(subject).length === 0)
}

/** Of each question the entry that stood first in most of its answers: whose entry that is, answers for it. */
async function firstShown(payload: Payload, queries: readonly Unusual[], now: Date) {
  const firsts = new Map<string, string>()
  for (const { subject } of queries) {
    const rows = await readRows(payload, {
      collection: 'searches',
      columns: ['shown'],
      where: {
        and: [
          { form: { equals: subject } },
          { at: { greater_than_equal: new Date(now.getTime() - hour).toISOString() } },
          { at: { less_than: now.toISOString() } },
          { page: { equals: 1 } },
        ],
      },
      sort: '-at',
      limit: answersRead,
    })
    const counts = new Map<string, number>()
    for (const { shown } of rows) {
      const first = String(shown ?? '').split(' ')[0] ?? ''
      counts.set(first, (counts.get(first) ?? 0) + 1)
    }
    for (const [number, count] of counts)
      if (number && count > rows.length / 2) firsts.set(subject, number)
  }
  return firsts
}
