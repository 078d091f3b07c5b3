import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { ownFor, placementsNow, placementsWith, type Placements } from '@/reading/placements'
import { searchEntries } from '@/reading/search'
import { searchEngine } from '@/search'
import { languageNow, languageWith } from '@/search/language'
import type { Language } from '@/search/text/vocabulary'
import { readRows } from '@/tables'
import { answer, bodyOf } from '@/workflow/answer'
import { Refused } from '@/workflow/Refused'
import { orNone, sentAs } from '@/workflow/sentAs'
import { checkJudged, checkTerm } from '@/workflow/usage/searching/prepare'

/** As the form has it: what is emptied there is an empty text, or null. */
const text = orNone(z.string())
const placementSent = z.object({
  ...{ id: text, query: text, kind: text, entry: text, until: text },
  order: orNone(z.union([z.number(), z.literal('')])),
})
const termsSent = z.object({ id: text, kind: text, words: orNone(z.array(z.string())) })

/**
 * `POST /api/trial/placement` `{ id?, query, kind, entry, order?, until? }`: what the query would find with this
 * placement, and what becomes of the judged queries. Saves nothing; for the centre. 200 PlacementTrial.
 */
const placement = answer('post', '/trial/placement', async (req): Promise<PlacementTrial> => {
  refuseOthers(req, 'placements')
  const { payload } = req
  const { id, query, kind, entry, order, until } = sentAs(placementSent, await bodyOf(req))
  const own = id || undefined
  const checked = await checkJudged(req, 'placements', { id: own, query, entry })
  if (kind !== 'pin' && kind !== 'ban') throw new Refused('invalid', { fields: ['kind'] })
  const language = await languageNow(payload)
  const before = { language, placements: await placementsNow(payload) }
  const placements = await placementsWith(payload, {
    ...{ id: own ?? 'trial', asked: checked.asked, kind, entry: checked.entry },
    order: typeof order === 'number' ? order : 1,
    until: until || null,
  })
  const after = { language, placements }
  return {
    before: await firstHits(payload, before, checked.query),
    after: await firstHits(payload, after, checked.query),
    judged: await compareJudged(payload, before, after),
  }
})

/**
 * `POST /api/trial/terms` `{ id?, kind, words }`: what becomes of the judged queries with these words. Saves
 * nothing; for the centre. 200 TermTrial.
 */
const terms = answer('post', '/trial/terms', async (req): Promise<TermTrial> => {
  refuseOthers(req, 'terms')
  const { payload } = req
  const { id, kind, words } = sentAs(termsSent, await bodyOf(req))
  const own = id || undefined
  const term = await checkTerm(req, { id: own, kind, words })
  if (!term) throw new Refused('invalid', { fields: ['kind'] })
  const placements = await placementsNow(payload)
  const before = { language: await languageNow(payload), placements }
  const after = { language: await languageWith(payload, term, own), placements }
  return { judged: await compareJudged(payload, before, after) }
})

/** 试算: what a change of search would do, before it is saved. */
export const trialEndpoints: Endpoint[] = [placement, terms]

function refuseOthers({ user }: PayloadRequest, collection: 'placements' | 'terms'): void {
  if (!actorOf(user)) throw new Refused('notSignedIn')
  if (!isGranted(user, collection, 'create')) throw new Refused('notAllowed')
}

/** What the centre keeps of search, as it is or as it would be. */
type Kept = { language: Language; placements: Placements }

const shown = 10
/** Searches that run at once: readers must not wait for a trial. */
const atOnce = 2

/** What this query finds first, as the centre sees it. */
async function firstHits(payload: Payload, kept: Kept, text: string): Promise<TrialHit[]> {
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
async function compareJudged(payload: Payload, before: Kept, after: Kept): Promise<JudgedTrial> {
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

export type TrialHit = { id: string; number: string; title: string; unit: string }

/** A judged query that the change touches; places count from 1, null where it is not among the first ten. */
type TrialLine = {
  query: string
  before: number | null
  after: number | null
  firstBefore: string | null
  firstAfter: string | null
}

export type JudgedTrial = {
  /** How many judged queries there are. */
  queries: number
  touched: TrialLine[]
  /** MRR@10 over all of them, from 0 to 1; null where there are none. */
  mrr: { before: number; after: number } | null
}

export type PlacementTrial = { before: TrialHit[]; after: TrialHit[]; judged: JudgedTrial }
export type TermTrial = { judged: JudgedTrial }
