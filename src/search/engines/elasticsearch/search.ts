import type { Client, estypes } from '@elastic/elasticsearch'
import { writeCursor } from '../../paging/cursor'
import { inFront, pageOf, reachOf, type Order } from '../../paging/page'
import { placeOf } from '../../paging/placeOf'
import { corrections, nothingToSay, type Said } from '../../ranking/corrections'
import { markerOf, type Marker } from '../../ranking/marks'
import { planOf, wordsToCount, type Plan } from '../../ranking/plan'
import { scored } from '../../ranking/score'
import { forgiving, slipsToCount } from '../../ranking/slips'
import type { Segmenter } from '../../text/segment'
import { readQuery, type QueryText } from '../../text/terms'
import type { SearchPage, SearchQuery } from '../../types'
import { candidatesOf, type Found } from './candidates'
import { countsOf } from './counts'
import { facetsOf } from './facets'
import { hitsOf, type Listed } from './hits'
import { matchesOf } from './matches'
import { newest } from './newest'
import { found, pinnedOf } from './pinned'

/** How many of the first scoring are scored again; measured: more bring nothing. */
const SCORED_AGAIN = 100
/** A hit that holds less than this share of what was asked may be what a slip of the hand led to. */
const ENOUGH = 0.6

/** Where to ask. */
export type Place = { client: Client; index: string; segmenter: Segmenter }

/** What was found, in order; `should` is what found it, null where everything was asked for. */
type Result = {
  order: Order<Listed, Listed>
  total: number
  should: estypes.QueryDslQueryContainer[] | null
  marker: Marker
  said: Said
}

export async function search(place: Place, query: SearchQuery): Promise<SearchPage> {
  const from = placeOf(query)
  const asked = readQuery(query.text, place.segmenter, query.vocabulary)
  const result = await (asked.text === ''
    ? everything(place, query)
    : matching(place, query, asked))
  const { page, next } = pageOf(query, from, result.order)
  const [hits, facets] = await Promise.all([
    hitsOf(place.client, place.index, page, result.marker),
    query.facets ? facetsOf(place, query, result.should) : null,
  ])
  return {
    ...{ hits, facets, total: result.total, next: next && writeCursor(query, next) },
    ...result.said,
  }
}

async function everything(place: Place, query: SearchQuery): Promise<Result> {
  const from = placeOf(query)
  const behind = from?.behind
  const [pinned, { rest, total }] = await Promise.all([
    behind ? [] : pinnedOf(place, query),
    newest(place, query, { limit: reachOf(query, from), behind }),
  ])
  const order = { front: behind ? [] : inFront(query, pinned, []), rest, isWide: false }
  return { order, total, should: null, marker: () => [], said: nothingToSay }
}

async function matching(place: Place, query: SearchQuery, asked: QueryText): Promise<Result> {
  const { client, index } = place
  const from = placeOf(query)
  const behind = from?.behind
  const limit = reachOf(query, from)
  const counts = await countsOf(client, index, wordsToCount(asked))
  const plan = planOf(asked, counts)
  const wider = async () => {
    const slips = await countsOf(client, index, slipsToCount(plan, asked))
    return forgiving(plan, asked, slips)
  }
  const shouldOf = (used: Plan) => [...matchesOf(used), ...found(query)]
  if (behind) {
    const should = shouldOf(from.isWide ? ((await wider()) ?? plan) : plan)
    const { best, total } = await candidatesOf({ client, index, query, should }, { limit, behind })
    const order = { front: [], rest: best.map(asListed), isWide: from.isWide }
    const said = nothingToSay
    return { order, total, should, marker: markerOf(asked, plan.terms, said), said }
  }
  const find = async (used: Plan, isWide: boolean) => {
    const should = shouldOf(used)
    const reach = { limit: Math.max(SCORED_AGAIN, limit) }
    const { best, total } = await candidatesOf({ client, index, query, should }, reach)
    const again = scored(best.slice(0, SCORED_AGAIN), plan.questions, query)
    return { should, best, total, again, isWide }
  }
  let result = await find(plan, false)
  if (!result.again.some((hit) => hit.isExact || hit.held > ENOUGH || hit.sound > 0)) {
    const wide = await wider()
    if (wide) result = await find(wide, true)
  }
  const { should, best, total, again, isWide } = result
  const byId = new Map(best.map((each) => [each.id, each]))
  const front = again.flatMap(({ id, score, explanation }) => {
    const of = byId.get(id)
    return of ? [{ ...asListed(of), score, explanation }] : []
  })
  const said = corrections(asked, plan.terms, { hits: again, isWide })
  const pinned = await pinnedOf(place, query)
  const order = { front: inFront(query, pinned, front), rest: best.map(asListed), isWide }
  return { order, total, should, marker: markerOf(asked, plan.terms, said), said }
}

function asListed({ id, version, words, key }: Found): Listed {
  return { id, version, key, score: words }
}
