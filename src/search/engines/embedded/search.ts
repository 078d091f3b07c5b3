import type { Behind } from '../../paging'
import type { Marker } from '../../ranking/marks'
import type { Plan } from '../../ranking/plan'
import type { Candidate, Scorable } from '../../ranking/score'
import { searchBy, type Search, type Wanted } from '../../ranking/searchBy'
import { highlight } from '../../text/highlight'
import { passagesOf } from '../../text/passages'
import type { SearchHit, SearchPage, SearchQuery } from '../../types'
import {
  candidatesOf,
  foundBy,
  countOf,
  everything,
  pinnedOf,
  together,
  type Located,
} from './candidates'
import type { Connection } from './connection'
import { facetsOf } from './facets'
import { all, allowed, type Condition } from './filters'
import { countsIn, matchesOf } from './matches'

export async function search(db: Connection, search: Search): Promise<SearchPage> {
  const { query } = search
  const rowsOf = (plan: Plan | null) =>
    together(plan ? foundBy(matchesOf(plan)) : everything, query)
  const totalOf = (plan: Plan | null) => countOf(db, rowsOf(plan), query)
  return searchBy<Located, Located & Candidate>(
    {
      counts: () => countsIn(db),
      newest: (wanted) => ({ best: newest(db, query, wanted), total: () => totalOf(null) }),
      candidates: (plan, wanted) => {
        const { best, total } = candidatesOf(db, matchesOf(plan), query, wanted)
        const isOfAll = !wanted.behind && (query.first ?? []).length === 0
        return { best, total: () => (isOfAll ? total : null) ?? totalOf(plan) }
      },
      texts: textsIn(db),
      pinned: () => pinnedOf(db, query),
      hits: (page, marker) => hitsOf(db, page, marker),
      facets: (plan) => facetsOf(db, rowsOf(plan), query),
    },
    search,
  )
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
  row: number
  id: string
  version: number
  title: string
  text: string
  titleCuts: string
  textCuts: string
}

function hitsOf(db: Connection, page: readonly Located[], markerFor: Marker): SearchHit[] {
  const texts = db.rows<Readable>(
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

/** Everything the filters allow, newest approval first. */
function newest(db: Connection, query: SearchQuery, { limit, behind }: Wanted): Located[] {
  const last = behind?.at(-1)
  const parts = [allowed(query), ...(last ? [older(last)] : [])]
  const { sql, values } = all(parts)
  return db.rows<Located>(
    `SELECT d.row, d.id, d.version, 0 AS score, d.approved_at AS key FROM documents d WHERE ${sql}
     ORDER BY d.approved_at DESC, d.id LIMIT ?`,
    [...values, limit],
  )
}

function older({ key, id }: Behind[number]): Condition {
  return { sql: '(d.approved_at <= ? AND (d.approved_at < ? OR d.id > ?))', values: [key, key, id] }
}
