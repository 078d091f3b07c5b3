import type { Payload } from 'payload'
import { ownFor, type Placements } from '@/reading/placements'
import { searchEntries } from '@/reading/search'
import { searchEngine } from '@/search'
import type { Language } from '@/search/text/vocabulary'
import { readRows } from '@/tables'
import type { JudgedTrial, TrialHit, TrialLine } from './trialAnswer'

/** What the centre keeps of search, as it is or as it would be. */
export type Kept = { language: Language; placements: Placements }

const shown = 10
/** Searches that run at once: readers must not wait for a trial. */
const atOnce = 2

/** What this query finds first, as the centre sees it. */
export async function firstHits(payload: Payload, kept: Kept, text: string): Promise<TrialHit[]> {
  const now = new Date()
  const { hits } = await searchEntries({
    ...{ payload, now, text, page: 1 },
    engine: searchEngine(),
    audience: { sees: 'everything' },
    own: ownFor(kept, text, now),
  })
  return hits
    .slice(0, shown)
    .map(({ id, number, title, unit }) => ({ id, number, title, unit: unit.name }))
}

/** Every judged query as it is and, where the change touches it, as it would be. */
export async function compareJudged(
  payload: Payload,
  before: Kept,
  after: Kept,
): Promise<JudgedTrial> {
  const judged = await readJudged(payload)
  const touched: TrialLine[] = []
  let [sumBefore, sumAfter] = [0, 0]
  await severalAtOnce(judged, async (one) => {
    const was = await firstHits(payload, before, one.query)
    const isTouched = differs(before, after, one.query)
    const will = isTouched ? await firstHits(payload, after, one.query) : was
    const [placeBefore, placeAfter] = [placeOf(one, was), placeOf(one, will)]
    sumBefore += placeBefore ? 1 / placeBefore : 0
    sumAfter += placeAfter ? 1 / placeAfter : 0
    if (!isTouched) return
    touched.push({
      ...{ query: one.query, before: placeBefore, after: placeAfter },
      firstBefore: was[0]?.title ?? null,
      firstAfter: will[0]?.title ?? null,
    })
  })
  const count = judged.length
  const mrr = count === 0 ? null : { before: sumBefore / count, after: sumAfter / count }
  return { queries: count, touched, mrr }
}

function differs(before: Kept, after: Kept, text: string): boolean {
  const now = new Date()
  return JSON.stringify(ownFor(before, text, now)) !== JSON.stringify(ownFor(after, text, now))
}

function placeOf({ entries }: Judged, hits: readonly TrialHit[]): number | null {
  const at = hits.findIndex(({ id }) => entries.includes(id))
  return at < 0 ? null : at + 1
}

async function severalAtOnce<One>(all: readonly One[], work: (one: One) => Promise<void>) {
  const waiting = [...all]
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** 评判问题: what is asked, and the entries that answer it. */
type Judged = { query: string; entries: string[] }

/** So many are tried, the last changed first. */
const most = 300

/** The centre's judged queries, each with all of its right entries. */
async function readJudged(payload: Payload): Promise<Judged[]> {
  const rows = (await readRows(payload, {
    collection: 'judgements',
    columns: ['query', 'asked', 'entry'],
    sort: '-updatedAt',
    limit: most,
  })) as { query: string; asked: string; entry: string }[]
  const judged = new Map<string, Judged>()
  for (const { query, asked, entry } of rows) {
    const known = judged.get(asked)
    if (known) known.entries.push(entry)
    else judged.set(asked, { query, entries: [entry] })
  }
  return [...judged.values()]
}
