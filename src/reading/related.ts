import { languageNow } from '@/search/language'
import { questionOf, type Question } from '@/search/text/nearness'
import type { SearchEngine } from '@/search/types'
import { entrySummary, summaryColumns, type EntrySummary } from './entrySummary'
import { findLive, type Reader } from './live'

const mostRelated = 5

/** How many of the engine's are looked at; those behind are further away still. */
const lookedAt = 15

/** The share of the telling words, by weight, of the shorter question that both have. */
const clearlyRelated = 0.5

type Asked = {
  reader: Reader
  engine: SearchEngine
  number: string
  /** Told where the engine named none because it failed. */
  failed?: () => unknown
}

/**
 * Entries beside this one: those its writer named, then those that are near in meaning; null where this
 * reader may not read the entry itself. Without the engine only the named ones.
 */
export async function relatedEntries(asked: Asked): Promise<EntrySummary[] | null> {
  const { rows } = await findLive(asked.reader, {
    columns: ['entry', 'title', 'keywords', 'related'],
    where: { number: { equals: asked.number.toUpperCase() } },
    limit: 1,
  })
  const [row] = rows
  if (!row) return null
  const named = await summariesOf(asked.reader, (row.related ?? []).slice(0, mostRelated))
  if (named.length === mostRelated) return named
  const near = await nearBy(asked, row)
  const known = new Set([row.entry, ...named.map(({ id }) => id)])
  return [...named, ...near.filter(({ id }) => !known.has(id))].slice(0, mostRelated)
}

type Beside = { entry: string; title: string; keywords: string[] | null }

async function nearBy({ reader, engine, failed }: Asked, row: Beside): Promise<EntrySummary[]> {
  const language = await languageNow(reader.payload)
  const own = questionOf(row.title, language)
  const text = [row.title, ...(row.keywords ?? [])].join(' ')
  try {
    const { hits } = await engine.search({
      text,
      vocabulary: language.touching(text),
      audience: reader.audience,
      now: reader.now.getTime(),
      exclude: [row.entry],
      page: 1,
      pageSize: lookedAt,
    })
    const found = await summariesOf(
      reader,
      hits.map(({ id }) => id),
    )
    return found.filter(
      ({ title }) => sharedShare(own, questionOf(title, language)) >= clearlyRelated,
    )
  } catch (error) {
    reader.payload.logger.warn({ err: error, msg: 'The search engine named no related entries.' })
    failed?.()
    return []
  }
}

function sharedShare(one: Question, other: Question): number {
  const [own, others] = [tellingWeights(one), tellingWeights(other)]
  const shared = sum([...own].filter(([word]) => others.has(word)))
  const smaller = Math.min(sum([...own]), sum([...others]))
  return smaller === 0 ? 0 : shared / smaller
}

const tellingWeights = ({ words }: Question) =>
  new Map([...words].filter(([, weight]) => weight >= 1))

const sum = (weights: readonly (readonly [string, number])[]) =>
  weights.reduce((all, [, weight]) => all + weight, 0)

/** Those of these entries that this reader may read now, in the order given. */
async function summariesOf(reader: Reader, ids: readonly string[]): Promise<EntrySummary[]> {
  if (ids.length === 0) return []
  const { rows } = await findLive(reader, {
    columns: summaryColumns,
    where: { slot: { in: [...ids] } },
    limit: 0,
  })
  const byId = new Map(rows.map((row) => [row.entry, entrySummary(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
