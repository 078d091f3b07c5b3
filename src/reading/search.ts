import type { Payload } from 'payload'
import { beginningOf } from '@/search/text/terms'
import type { SearchHit, SearchPage, SearchQuery } from '@/search/types'
import { readRows, type Database } from '@/tables'
import { keptFor } from '@/tables/keptFor'
import {
  cursorOf,
  namedFacets,
  type EntryHit,
  type SearchAnswer,
  type SearchAsked,
} from './searchAnswer'
import { entrySummary, summaryColumns } from './entrySummary'
import { markedBeside } from './countyHotspots'
import { approvedSince, matchingIn, pageSize } from './listEntries'
import { findLive } from './live'
import { centresOwn, type OwnOfCentre } from './placements'
import { searchDatabase } from './searchDatabase'
import { themeAsked } from './themes'

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
  const [own, uses, also, theme] = await Promise.all([
    ...([asked.own ?? centresOwn(asked), usesNow(payload)] as const),
    asked.facets || asked.category === 'hotspots' ? markedBeside(asked, asked) : undefined,
    themeAsked(payload, asked.theme),
  ])
  const gone: string[] = [...own.banned]
  for (let again = 0; ; again++) {
    const pending = await pendingEntries(payload)
    const exclude = [...pending.entries, ...gone]
    const facets = asked.facets && pending.isAll
    const page = await engine.search({
      ...questionOf(asked, own),
      theme,
      also,
      uses,
      exclude,
      facets,
    })
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
      sure: page.isSure && hits[0]?.id === page.hits[0]?.id,
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
    nearness: asked.nearness,
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
  const narrowed = await matchingIn(asked, asked)
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

/** Rows looked at: more than a day's approvals, fewer than one change of the tree marks. */
const most = 1_000

type Pending = {
  /** To be left out of a query. */
  entries: string[]
  /** False where more wait than are looked at. */
  isAll: boolean
}

/**
 * Entries whose last change the search index may not have taken yet, the last changed first. After a change of the tree,
 * or while the engine is down, many thousands wait, and naming them all would cost every query more than the search
 * itself. So no more than `most` rows are read. It is no door: naming them keeps counts right, while what may be read is
 * asked of the database for each hit. Of those not named
 * - what is hidden is taken out of the page by that check, and the engine asked again without it, so that a total
 *   of one page is right; a longer one may count some, which says nothing of any text;
 * - what reads otherwise now is shown as it is now, without marks, as what changes between question and check;
 * - facets could tell of a single hidden text and are not answered until the index has caught up.
 */
async function pendingEntries(payload: Payload): Promise<Pending> {
  const rows = await readRows(payload, {
    collection: 'publications',
    columns: ['entry'],
    where: { dirty: { equals: true } },
    sort: '-changeSeq',
    limit: most + 1,
  })
  const looked = rows.slice(0, most).map(({ entry }) => String(entry))
  return { entries: [...new Set(looked)], isAll: rows.length <= most }
}

/** Entries read less than the mostRead read ones gain nothing by it. */
const mostRead = 500

type Uses = Readonly<Record<string, number>>

/** Counts are rolled up by the minute. */
const kept = keptFor<Uses>({ name: 'uses', time: 60_000 })

/** 阅读次数 of the mostRead read entries, from 0 to 1 by its logarithm: tenfold reading is one step, not ten. */
const usesNow = (database: Database): Promise<Uses> => kept.now(database.db, () => read(database))

async function read(database: Database): Promise<Uses> {
  const rows = await readRows(database, {
    collection: 'register',
    where: { views: { greater_than: 0 } },
    columns: ['id', 'views'],
    sort: '-views',
    limit: mostRead,
  })
  const highest = Math.log1p(Number(rows[0]?.views ?? 0)) || 1
  return Object.fromEntries(
    rows.map(({ id, views }) => [String(id), Math.log1p(Number(views)) / highest]),
  )
}
