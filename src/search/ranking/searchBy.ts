import { pageOf, reachOf, writeCursor, type Listed, type Behind, type Place } from '../paging'
import type { QueryText } from '../text/terms'
import type { Facets, SearchHit, SearchPage, SearchQuery, Explanation } from '../types'
import { corrections, nothingToSay, type Said } from './corrections'
import { markerOf, type Marker } from './marks'
import { planOf, wordsToCount, type Counts, type Plan } from './plan'
import { scored, type Candidate, type Scorable, type Scored } from './score'
import { forgiving, slipsToCount } from './slips'
import { sureAnswer } from './sure'

/** How many of the first scoring are scored again; measured: more bring nothing. */
const SCORED_AGAIN = 100
/** A hit that holds less than this share of what was asked may be what a slip of the hand led to. */
const ENOUGH = 0.6

/** A query with what it says, and where its cursor goes on. */
export type Search = { query: SearchQuery; asked: QueryText; place: Place | null }

/** How many are wanted, from the first or behind one of them. */
export type Wanted = { limit: number; behind?: Behind | null }

/** The best of what was found, in its order, and how many were found in all. */
export type Found<Each> = { best: readonly Each[]; total: () => number | Promise<number> }

/** What an engine is asked in the course of one search; each may answer at once or later, or reject. */
export type Queries<Each extends Listed, Best extends Each & Candidate> = {
  /** How many documents hold each of these words. */
  counts(words: readonly string[]): Counts | Promise<Counts>
  /** Everything the filters allow, newest approval first. */
  newest(wanted: Wanted): Found<Each> | Promise<Found<Each>>
  /** What a plan finds, by the engine's own first scoring; what was put first is counted with it. */
  candidates(plan: Plan, wanted: Wanted): Found<Best> | Promise<Found<Best>>
  /** What candidates are scored again by. */
  texts(best: readonly Best[]): readonly Scorable[] | Promise<readonly Scorable[]>
  /** The entries put first that the filters allow, in the order they were put. */
  pinned(): readonly Each[] | Promise<readonly Each[]>
  /** What is shown of a page. */
  hits(page: readonly Each[], marker: Marker): SearchHit[] | Promise<SearchHit[]>
  /** Counts all that a plan finds and what was put first; everything the filters allow where it is null. */
  facets(plan: Plan | null): Facets | Promise<Facets>
}

type Result<Each> = {
  /** What has a place of its own, before all that was found. */
  front: readonly Each[]
  found: Found<Each>
  /** What found it; null where everything was asked for. */
  plan: Plan | null
  isWide: boolean
  marker: Marker
  said: Said
  /** The entry that is surely the answer. */
  sure: string | null
}

/** Answers a search over any engine: what to look for and in which order it is shown is decided here. */
export async function searchBy<Each extends Listed, Best extends Each & Candidate>(
  queries: Queries<Each, Best>,
  search: Search,
): Promise<SearchPage> {
  const { query, asked, place } = search
  const { front, found, plan, isWide, marker, said, sure } = await (asked.text === ''
    ? everything(queries, search)
    : matching(queries, search))
  const { page, next } = pageOf(query, place, { front, rest: found.best, isWide })
  const [hits, total, facets] = await Promise.all([
    queries.hits(page, marker),
    found.total(),
    query.facets ? queries.facets(plan) : null,
  ])
  const isSure = sure !== null && hits[0]?.id === sure
  return { hits, total, next: next && writeCursor(query, next), facets, ...said, isSure }
}

async function everything<Each extends Listed, Best extends Each & Candidate>(
  queries: Queries<Each, Best>,
  { query, place }: Search,
): Promise<Result<Each>> {
  const behind = place?.behind
  const [pinned, found] = await Promise.all([
    behind ? [] : queries.pinned(),
    queries.newest({ limit: reachOf(query, place), behind }),
  ])
  const front = putFirst(pinned, [], query)
  return {
    front,
    found,
    plan: null,
    isWide: false,
    marker: () => [],
    said: nothingToSay,
    sure: null,
  }
}

async function matching<Each extends Listed, Best extends Each & Candidate>(
  queries: Queries<Each, Best>,
  { query, asked, place }: Search,
): Promise<Result<Each>> {
  const limit = reachOf(query, place)
  const plan = planOf(asked, await queries.counts(wordsToCount(asked)))
  const wider = async () => forgiving(plan, asked, await queries.counts(slipsToCount(plan, asked)))
  if (place?.behind) {
    const { behind, isWide } = place
    const used = isWide ? ((await wider()) ?? plan) : plan
    const found = await queries.candidates(used, { limit, behind })
    const marker = markerOf(asked, plan.terms, nothingToSay)
    return { front: [], found, plan: used, isWide, marker, said: nothingToSay, sure: null }
  }
  const find = async (used: Plan) => {
    const found = await queries.candidates(used, { limit: Math.max(SCORED_AGAIN, limit) })
    const texts = await queries.texts(found.best.slice(0, SCORED_AGAIN))
    return { found, used, again: scored(texts, plan.questions, query) }
  }
  const first = await find(plan)
  const wide = first.again.some(isEnough) ? null : await wider()
  const { found, used, again } = wide ? await find(wide) : first
  const isWide = wide !== null
  const said = corrections(asked, plan.terms, { hits: again, isWide })
  const front = putFirst(await queries.pinned(), withScores(found.best, again), query)
  const marker = markerOf(asked, plan.terms, said)
  const sure = isWide ? null : (sureAnswer(again, plan.questions, query)?.id ?? null)
  return { front, found, plan: used, isWide, marker, said, sure }
}

function isEnough({ isExact, held, sound }: Scored): boolean {
  return isExact || held > ENOUGH || sound > 0
}

/** Those that were scored again, in that order and with that score. */
function withScores<Best extends Listed>(best: readonly Best[], again: readonly Scored[]): Best[] {
  const byId = new Map(best.map((each) => [each.id, each]))
  return again.flatMap(({ id, score, explanation }) => {
    const of = byId.get(id)
    return of ? [{ ...of, score, explanation }] : []
  })
}

const nothing = {
  ...{ held: 1, inTitle: 1, likeness: 1, polarity: 1 },
  ...{ freshness: 1, ownUnit: 1, district: 1, use: 1 },
}

/** What the centre put first, worth what its words are worth where they matched, then the others. */
function putFirst<Each extends Listed>(
  pinned: readonly Each[],
  others: readonly Each[],
  { explain }: Pick<SearchQuery, 'explain'>,
): Each[] {
  const byId = new Map(others.map((each) => [each.id, each]))
  const isPinned = new Set(pinned.map(({ id }) => id))
  return [
    ...pinned.map((pin) => {
      const { score, explanation } = byId.get(pin.id) ?? pin
      return { ...pin, score, ...(explain && { explanation: explained(explanation) }) }
    }),
    ...others.filter(({ id }) => !isPinned.has(id)),
  ]
}

function explained(scored: Explanation | undefined): Explanation {
  const parts = scored ?? { words: [], pairs: 0, sound: 0, factors: nothing }
  return { ...parts, place: 'first' }
}
