import type { Client, estypes } from '@elastic/elasticsearch'
import type { Listed, Behind } from '../../paging'
import type { Scorable } from '../../ranking/score'
import type { Found, Wanted } from '../../ranking/searchBy'
import type { SearchQuery } from '../../types'
import { allowed } from './filters'
import { sound } from './matches'
import type { Source } from './toSource'

type Query = estypes.QueryDslQueryContainer

/** A candidate with what it is scored again by, and the version all of it is of. */
export type Best = Listed & Scorable

/** What is found: at least one of `should`, as far as the filters allow it. */
export type Asked = { client: Client; index: string; query: SearchQuery; should: Query[] }

/** The server hands out no more than this from the beginning; a cursor goes on however far. */
export const MOST_FROM_START = 10_000

/** The best of the first scoring, or the best that come behind one of them. */
export async function candidatesOf(asked: Asked, { limit, behind }: Wanted): Promise<Found<Best>> {
  if (asked.should.length === 0) return { best: [], total: () => 0 }
  const { client, index, query } = asked
  const { hits } = await client.search<Source>({
    index,
    size: Math.min(limit, MOST_FROM_START),
    track_total_hits: true,
    include_named_queries_score: true,
    _source: ['version', 'unit', 'approvedAt', 'forms'],
    query: scoring(asked, allowed(query)),
    sort: [{ _score: { order: 'desc' } }, { id: 'asc' }],
    search_after: behind ? await standing(asked, behind) : undefined,
  })
  const best = hits.hits.flatMap(({ _id: id = '', _score, _source, matched_queries }, row) => {
    if (!_source) return []
    const { forms, ...facts } = _source
    // A list of names by its type; with scores it is a record of them.
    const scores = (matched_queries ?? {}) as unknown as Record<string, number>
    const [key, heard] = [_score ?? 0, scores[sound] ?? 0]
    const words = key - heard
    return [{ row, id, key, ...facts, ...forms, words, score: words, sound: heard }]
  })
  return { best, total: () => totalOf(hits.total) }
}

export function totalOf(total: number | { value: number } | undefined): number {
  return typeof total === 'object' ? total.value : (total ?? 0)
}

/** Any of what is asked for, among what the filter lets through. */
export function scoring({ should }: Pick<Asked, 'should'>, filter: Query[]): Query {
  return { bool: { filter, should, minimum_should_match: 1 } }
}

/** Scores move a little with everything that is written, so the place is where its entry stands now. */
async function standing(asked: Asked, behind: Behind): Promise<[number, string] | undefined> {
  const { hits } = await asked.client.search<Pick<Source, 'version'>>({
    index: asked.index,
    size: behind.length,
    _source: ['version'],
    query: scoring(asked, [{ ids: { values: behind.map(({ id }) => id) } }]),
  })
  const now = new Map(hits.hits.map((hit) => [hit._id ?? '', hit]))
  const unchanged = behind.findLast(({ id, version }) => now.get(id)?._source?.version === version)
  const last = unchanged ?? behind.at(-1)
  if (!last) return undefined
  return [unchanged ? (now.get(last.id)?._score ?? last.key) : last.key, last.id]
}
