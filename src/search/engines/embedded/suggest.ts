import { suggestBy, type Completion, type TypedPart } from '../../ranking/suggestBy'
import { bareText } from '../../text/normalise'
import type { Suggestion, SuggestQuery } from '../../types'
import type { Connection } from './connection'
import { allowed } from './filters'
import { anyOf, quoted, titlePart } from './matches'

/** Enough to choose from; a single common character matches far more. */
const MOST_LOOKED_AT = 400

/** Where suggestions come from: titles, and the other questions of entries. */
const sources = [
  {
    kind: 'title',
    table: 'titles',
    joins: 'JOIN texts t ON t.row = titles.rowid',
    key: 't.row',
    text: 't.title',
    form: 't.title_form',
  },
  {
    kind: 'question',
    table: 'asked',
    joins: 'JOIN questions t ON t.question = asked.rowid',
    key: 't.row',
    text: 't.text',
    form: 't.form',
  },
] as const

export async function suggest(db: Connection, query: SuggestQuery): Promise<Suggestion[]> {
  return suggestBy((parts, isAtFront) => {
    const like = parts.map(typedPart)
    return textsLike(db, query, isAtFront ? like.map(atBeginning) : like)
  }, query)
}

function typedPart(part: TypedPart): string {
  if (part.by !== 'characters') return titlePart(part)
  return `characters : ${quoted(part.inOrder.join(' '))} *`
}

/** `pinyin : "gong ji" *` becomes `pinyin : ^ "gong ji" *`: in front of everything else. */
function atBeginning(part: string): string {
  return part.replace(' : ', ' : ^ ')
}

function textsLike(db: Connection, query: SuggestQuery, parts: readonly string[]): Completion[] {
  const condition = allowed(query)
  const values = [anyOf(parts), ...condition.values, Math.max(MOST_LOOKED_AT, query.limit)]
  return sources.flatMap(({ kind, table, joins, key, text, form }) =>
    db
      .rows<{ id: string; text: string; form: string }>(
        `SELECT d.id, ${text} AS text, ${form} AS form
         FROM ${table} ${joins} JOIN documents d ON d.row = ${key}
         WHERE ${table} MATCH ? AND ${condition.sql} LIMIT ?`,
        values,
      )
      .map((row): Completion => ({ id: row.id, text: row.text, kind, bare: bareText(row.form) })),
  )
}
