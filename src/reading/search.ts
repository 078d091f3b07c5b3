import { beginningOf } from '@/search/text/terms'
import type { SearchHit, SearchPage, SearchQuery } from '@/search/types'
import { centresOwn, type OwnOfCentre } from './centresOwn'
import { cursorOf } from './cursor'
import { entrySummary, summaryColumns } from './entrySummary'
import { approvedSince, matching, pageSize } from './listEntries'
import { findLive } from './live'
import { namedFacets } from './namedFacets'
import { pendingEntries } from './pendingEntries'
import type { EntryHit, SearchAnswer, SearchAsked } from './searchAnswer'
import { searchDatabase } from './searchDatabase'
import { usesNow } from './usesNow'

type Found = Omit<SearchAnswer, 'read' | 'tookMs'>

/**
 * Finds entries for one audience. The engine proposes, the database decides: what is not live and
 * visible now is neither shown nor counted, also when the index lags. Where the engine cannot answer, the
 * database does, and the answer says so.
 */
export async function searchEntries(asked: SearchAsked): Promise<SearchAnswer> {
  const begun = performance.now()
  const found = (await byEngine(asked)) ?? (await searchDatabase(asked))
  const read = beginningOf(asked.text).length
  return { ...found, read, tookMs: Math.round(performance.now() - begun) }
}

async function byEngine(asked: SearchAsked): Promise<Found | null> {
  try {
    return await proposedAndChecked(asked)
  } catch (error) {
    asked.payload.logger.warn({ err: error, msg: 'The search engine did not answer.' })
    return null
  }
}

/** How often the engine is asked again without what it should not have proposed. */
const timesAgain = 2

/**
 * What the check takes out of a page was counted by the engine too: it is asked again without it, so that
 * total and facets are of what is there.
 */
async function proposedAndChecked(asked: SearchAsked): Promise<Found> {
  const { payload, engine, cursor } = asked
  const [own, uses] = await Promise.all([asked.own ?? centresOwn(asked), usesNow(payload)])
  const gone: string[] = [...own.banned]
  for (let again = 0; ; again++) {
    const pending = await pendingEntries(payload)
    const exclude = [...pending.entries, ...gone]
    const facets = asked.facets && pending.isAll
    const page = await engine.search({ ...questionOf(asked, own), uses, exclude, facets })
    const { hits, dropped } = await checked(asked, page.hits)
    if (dropped.length > 0 && again < timesAgain) {
      gone.push(...dropped)
      continue
    }
    const next = page.next && { page: (cursor?.page ?? asked.page) + 1, engine: page.next }
    return {
      hits,
      total: page.total - dropped.length,
      next: next && cursorOf(asked, next),
      facets: dropped.length > 0 ? null : await facetsOf(asked, page),
      corrected: page.corrected,
      dropped: page.dropped,
      degraded: false,
    }
  }
}

function questionOf(asked: SearchAsked, own: OwnOfCentre): SearchQuery {
  const { text, library, unit, category, audience, now, cursor } = asked
  return {
    ...{ text, library, unit, category, audience, pageSize },
    approvedSince: approvedSince(asked, now),
    now: now.getTime(),
    ownUnit: asked.ownUnit,
    vocabulary: own.vocabulary,
    first: own.first,
    page: cursor?.page ?? asked.page,
    cursor: cursor?.engine ?? undefined,
    explain: asked.explain,
  }
}

const facetsOf = ({ payload }: SearchAsked, { facets }: SearchPage) =>
  facets && namedFacets(payload, facets)

/** The hits that the audience may see now and that were asked for, as the database has them. */
async function checked(asked: SearchAsked, hits: readonly SearchHit[]) {
  if (hits.length === 0) return { hits: [], dropped: [] }
  const proposed = { slot: { in: hits.map(({ id }) => id) } }
  const narrowed = matching(asked, asked.now)
  const { rows } = await findLive(asked, {
    columns: [...summaryColumns, 'changeSeq'],
    where: narrowed ? { and: [proposed, narrowed] } : proposed,
    limit: 0,
  })
  const byId = new Map(rows.map((row) => [row.entry, row]))
  const shown: EntryHit[] = []
  const dropped: string[] = []
  for (const { id, version, highlights, explanation } of hits) {
    const row = byId.get(id)
    if (!row) {
      dropped.push(id)
      continue
    }
    // Another version has another text, in which these places mean nothing.
    const marks = row.changeSeq === version ? highlights : { title: [], text: [] }
    const why = asked.explain && explanation ? { explanation } : {}
    shown.push({ ...entrySummary(row), highlights: marks, ...why })
  }
  return { hits: shown, dropped }
}
