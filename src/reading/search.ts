import type { SearchHit } from '@/search/types'
import { entrySummary, summaryColumns } from './entrySummary'
import { pageSize } from './listEntries'
import { findLive } from './live'
import { pendingEntries } from './pendingEntries'
import type { EntryHit, SearchAnswer, SearchAsked } from './searchAnswer'
import { searchDatabase } from './searchDatabase'

/**
 * Finds entries for one audience. The engine proposes, the database decides: what is not live and
 * visible now is neither shown nor counted, also when the index lags. Where the engine cannot answer, the
 * database does, and the answer says so.
 */
export async function searchEntries(asked: SearchAsked): Promise<SearchAnswer> {
  const begun = performance.now()
  const found = (await byEngine(asked)) ?? { ...(await searchDatabase(asked)), degraded: true }
  return { ...found, tookMs: Math.round(performance.now() - begun) }
}

async function byEngine(asked: SearchAsked): Promise<Omit<SearchAnswer, 'tookMs'> | null> {
  const { engine, payload, now, text, library, unit, category } = asked
  const exclude = await pendingEntries(payload)
  try {
    const page = await engine.search({
      ...{ text, library, unit, category, exclude, pageSize },
      audience: asked.audience,
      now: now.getTime(),
      ownUnit: asked.ownUnit,
      page: asked.page,
    })
    const hits = await checked(asked, page.hits)
    const dropped = page.hits.length - hits.length
    return { hits, total: page.total - dropped, degraded: false }
  } catch (error) {
    payload.logger.warn({ err: error, msg: 'The search engine did not answer.' })
    return null
  }
}

/** The hits that the audience may see now, as the database has them, in the engine's order. */
async function checked(asked: SearchAsked, hits: readonly SearchHit[]): Promise<EntryHit[]> {
  if (hits.length === 0) return []
  const { rows } = await findLive(asked, {
    columns: [...summaryColumns, 'changeSeq'],
    where: { slot: { in: hits.map(({ id }) => id) } },
    limit: 0,
  })
  const byId = new Map(rows.map((row) => [row.entry, row]))
  return hits.flatMap((hit) => {
    const row = byId.get(hit.id)
    if (!row) return []
    // Another version has another text, in which these places mean nothing.
    const highlights = row.changeSeq === hit.version ? hit.highlights : { title: [], text: [] }
    return [{ ...entrySummary(row), highlights }]
  })
}
