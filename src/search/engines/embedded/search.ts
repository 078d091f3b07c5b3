import { highlight } from '../../text/highlight'
import { passagesOf } from '../../text/passages'
import type { Segmenter } from '../../text/segment'
import { readQuery } from '../../text/terms'
import type { SearchHit, SearchPage, SearchQuery } from '../../types'
import { candidatesOf, type Candidate } from './candidates'
import type { Connection } from './connection'
import { allowed } from './filters'
import { markerOf, type Marker } from './marks'
import { planOf, type Plan } from './plan'
import { scored, type Scorable, type Scored } from './score'
import { forgiving } from './slips'

/** How many of the first scoring are scored again; measured: more bring nothing. */
const SCORED_AGAIN = 100
/** A hit that holds less than this share of what was asked may be what a slip of the hand led to. */
const ENOUGH = 0.6

export function search(db: Connection, segmenter: Segmenter, query: SearchQuery): SearchPage {
  const asked = readQuery(query.text, segmenter)
  if (asked.text === '') return newest(db, query)
  const from = (query.page - 1) * query.pageSize
  const find = (plan: Plan) => {
    const { best, total } = candidatesOf(
      db,
      plan,
      query,
      Math.max(SCORED_AGAIN, from + query.pageSize),
    )
    const again = scored(scorable(db, best.slice(0, SCORED_AGAIN)), asked, plan.terms, query)
    return { again, rest: best.slice(SCORED_AGAIN), total }
  }
  const plan = planOf(db, segmenter, asked)
  let found = find(plan)
  if (!found.again.some((hit) => hit.isExact || hit.held > ENOUGH || hit.sound > 0)) {
    const wider = forgiving(db, plan, asked)
    if (wider) found = find(wider)
  }
  const order = [
    ...found.again,
    ...found.rest.map((rest) => ({ row: rest.row, score: rest.words })),
  ]
  const page = order.slice(from, from + query.pageSize)
  return { hits: hitsOf(db, page, markerOf(segmenter, plan.terms)), total: found.total }
}

/** Everything the filters allow, newest approval first. */
function newest(db: Connection, query: SearchQuery): SearchPage {
  const condition = allowed(query)
  const page = db.rows<{ row: number; score: number }>(
    `SELECT d.row, 0 AS score FROM documents d WHERE ${condition.sql}
     ORDER BY d.approved_at DESC, d.id LIMIT ? OFFSET ?`,
    [...condition.values, query.pageSize, (query.page - 1) * query.pageSize],
  )
  const [count] = db.rows<{ total: number }>(
    `SELECT count(*) AS total FROM documents d WHERE ${condition.sql}`,
    condition.values,
  )
  return { hits: hitsOf(db, page, () => []), total: count?.total ?? 0 }
}

function scorable(db: Connection, candidates: readonly Candidate[]): Scorable[] {
  const texts = db.rows<Omit<Scorable, 'words' | 'sound'>>(
    `SELECT row, id, unit, approved_at AS approvedAt, length, title_form AS title,
       names_form AS names, body_form AS body
     FROM documents JOIN texts USING (row) WHERE row IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(candidates.map(({ row }) => row))],
  )
  const byRow = new Map(candidates.map((candidate) => [candidate.row, candidate]))
  return texts.flatMap((text) => {
    const candidate = byRow.get(text.row)
    return candidate ? [{ ...candidate, ...text }] : []
  })
}

function hitsOf(
  db: Connection,
  page: readonly Pick<Scored, 'row' | 'score'>[],
  markerFor: Marker,
): SearchHit[] {
  const texts = db.rows<{ row: number; id: string; version: number; title: string; text: string }>(
    `SELECT row, id, version, title, text FROM documents JOIN texts USING (row)
     WHERE row IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(page.map(({ row }) => row))],
  )
  const byRow = new Map(texts.map((text) => [text.row, text]))
  return page.flatMap(({ row, score }) => {
    const hit = byRow.get(row)
    if (!hit) return []
    const marks = markerFor(hit.title)
    const highlights = { title: highlight(hit.title, marks), text: passagesOf(hit.text, marks) }
    return [{ id: hit.id, version: hit.version, score, highlights }]
  })
}
