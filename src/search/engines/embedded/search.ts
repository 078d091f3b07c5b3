import { inFront, pageOf, reachOf, type Order } from '../../paging/page'
import type { Place } from '../../paging/place'
import { corrections, nothingToSay, type Said } from '../../ranking/corrections'
import { markerOf, type Marker } from '../../ranking/marks'
import { planOf, type Plan } from '../../ranking/plan'
import { scored, type Candidate, type Scorable, type Scored } from '../../ranking/score'
import { forgiving } from '../../ranking/slips'
import { highlight } from '../../text/highlight'
import { passagesOf } from '../../text/passages'
import type { QueryText } from '../../text/terms'
import { writeCursor } from '../../paging/cursor'
import type { SearchHit, SearchPage, SearchQuery } from '../../types'
import { candidatesOf, foundBy, type NamedCandidate } from './candidates'
import type { Connection } from './connection'
import { facetsOf } from './facets'
import type { Condition } from './filters'
import { countOf, everything, pinnedOf, together, type Listed, type Shown } from './found'
import { countsIn, matchesOf } from './matches'
import { newest } from './newest'

/** How many of the first scoring are scored again; measured: more bring nothing. */
const SCORED_AGAIN = 100
/** A hit that holds less than this share of what was asked may be what a slip of the hand led to. */
const ENOUGH = 0.6

/** A query with what it says, and where its cursor goes on. */
export type Question = { query: SearchQuery; asked: QueryText; place: Place | null }

export function search(db: Connection, { query, asked, place }: Question): SearchPage {
  const pinned = pinnedOf(db, query)
  const { order, found, total, marker, said } = orderOf(db, asked, query, { place, pinned })
  const { page, next } = pageOf(query, place, order)
  const all = together(found, query)
  return {
    hits: hitsOf(db, page, marker),
    total: total ?? countOf(db, all, query),
    next: next && writeCursor(query, next),
    facets: query.facets ? facetsOf(db, all, query) : null,
    ...said,
  }
}

type Asking = { place: Place | null; pinned: readonly Shown[] }
type Found = {
  order: Order<Shown, Listed>
  found: Condition | null
  /** Where the candidates were counted and are everything; null elsewhere. */
  total: number | null
  marker: Marker
  said: Said
}

function orderOf(
  db: Connection,
  asked: QueryText,
  query: SearchQuery,
  { place, pinned }: Asking,
): Found {
  const behind = place?.behind
  const limit = reachOf(query, place)
  if (asked.text === '') {
    const rest = newest(db, query, { limit, behind })
    const order = { front: behind ? [] : inFront(query, pinned, []), rest, isWide: false }
    return { order, found: everything, total: null, marker: () => [], said: nothingToSay }
  }
  const counts = countsIn(db)
  const plan = planOf(asked, counts)
  const wider = () => forgiving(plan, asked, counts)
  if (behind) {
    const used = place.isWide ? (wider() ?? plan) : plan
    const { best } = candidatesOf(db, matchesOf(used), query, { limit, behind })
    const order = { front: [], rest: best.map(asListed), isWide: place.isWide }
    const said = nothingToSay
    const marker = markerOf(asked, plan.terms, said)
    return { order, found: foundBy(matchesOf(used)), total: null, marker, said }
  }
  const readTexts = textsIn(db)
  const find = (used: Plan, isWide: boolean) => {
    const reach = { limit: Math.max(SCORED_AGAIN, limit) }
    const { best, total } = candidatesOf(db, matchesOf(used), query, reach)
    const again = scored(readTexts(best.slice(0, SCORED_AGAIN)), plan.questions, query)
    return { used, best, total, again, isWide }
  }
  let result = find(plan, false)
  if (!result.again.some((hit) => hit.isExact || hit.held > ENOUGH || hit.sound > 0)) {
    const wide = wider()
    if (wide) result = find(wide, true)
  }
  const { used, best, again, isWide } = result
  const total = pinned.length === 0 ? result.total : null
  const front = inFront(query, pinned, again)
  const said = corrections(asked, plan.terms, { hits: again, isWide })
  const order = { front, rest: best.map(asListed), isWide }
  const marker = markerOf(asked, plan.terms, said)
  return { order, found: foundBy(matchesOf(used)), total, marker, said }
}

function asListed({ row, id, version, words, sound }: NamedCandidate): Listed {
  return { row, id, version, score: words, key: words + sound }
}

/** Reads what candidates are scored again by, each once: a wider question finds many of the same. */
function textsIn(db: Connection): (candidates: readonly Candidate[]) => Scorable[] {
  const known = new Map<number, Omit<Scorable, 'words' | 'sound'>>()
  return (candidates) => {
    const unknown = candidates.flatMap(({ row }) => (known.has(row) ? [] : row))
    const texts = db.rows<Omit<Scorable, 'words' | 'sound'>>(
      `SELECT row, id, unit, approved_at AS approvedAt, length, title_form AS title,
         names_form AS names, body_form AS body, title_cuts AS titleCuts, names_cuts AS namesCuts, figures
       FROM documents JOIN texts USING (row) WHERE row IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(unknown)],
    )
    // libsql's rows are slow to read again and again.
    for (const text of texts) known.set(text.row, { ...text })
    return candidates.flatMap(({ row, words, sound }) => {
      const text = known.get(row)
      return text ? [{ ...text, words, sound }] : []
    })
  }
}

type Readable = {
  version: number
  title: string
  text: string
  titleCuts: string
  textCuts: string
}

function hitsOf(
  db: Connection,
  page: readonly Pick<Scored, 'row' | 'score' | 'explanation'>[],
  markerFor: Marker,
): SearchHit[] {
  const texts = db.rows<Shown & Readable>(
    `SELECT row, id, version, title, text, title_cuts AS titleCuts, text_cuts AS textCuts
     FROM documents JOIN texts USING (row) WHERE row IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(page.map(({ row }) => row))],
  )
  const byRow = new Map(texts.map((text) => [text.row, text]))
  return page.flatMap(({ row, score, explanation }) => {
    const hit = byRow.get(row)
    if (!hit) return []
    const marks = markerFor(hit.title)
    const { title, titleCuts, text, textCuts } = hit
    const highlights = {
      title: highlight({ text: title, cuts: titleCuts }, marks),
      text: passagesOf({ text, cuts: textCuts }, marks),
    }
    return [
      { id: hit.id, version: hit.version, score, highlights, ...(explanation && { explanation }) },
    ]
  })
}
