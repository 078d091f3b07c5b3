import { beginning, sounding, type TitlePart } from '../../ranking/plan'
import { charactersOf } from '../../text/characters'
import { normalisedText } from '../../text/normalise'
import { readingsOf } from '../../text/pinyin'
import { bareText } from '../../text/bareText'
import type { Suggestion, SuggestQuery } from '../../types'
import type { Connection } from './connection'
import { allowed } from './filters'
import { anyOf, quoted, titlePart } from './matches'

/** Longer beginnings are questions already. */
const LONGEST = 40
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

type Found = Suggestion & { bare: string }

/** What begins with what is being typed, then what holds it, by characters, sound or initials. */
export function suggest(db: Connection, query: SuggestQuery): Suggestion[] {
  const typed = bareText(normalisedText(query.text.slice(0, LONGEST)))
  const characters = charactersOf(typed)
  if (characters.length === 0) return []
  const isLatin = /^[a-z]+$/.test(typed)
  const readings = isLatin ? readingsOf(typed) : []
  const initials: TitlePart[] = isLatin ? [{ by: 'initials', letters: typed }] : []
  const whole = [
    `characters : ${quoted(characters.join(' '))} *`,
    ...[...readings.map(sounding), ...initials].map(titlePart),
  ]
  const unfinished = readings.map(beginning).map(titlePart)
  const chosen = new Map<string, Suggestion>()
  for (const parts of [whole.map(atBeginning), whole, unfinished.map(atBeginning), unfinished]) {
    if (parts.length === 0 || chosen.size >= query.limit) continue
    for (const { bare, ...suggestion } of textsLike(db, query, typed, parts)) {
      if (!chosen.has(bare)) chosen.set(bare, suggestion)
    }
  }
  return [...chosen.values()].slice(0, query.limit)
}

/** `pinyin : "gong ji" *` becomes `pinyin : ^ "gong ji" *`: in front of everything else. */
function atBeginning(part: string): string {
  return part.replace(' : ', ' : ^ ')
}

function textsLike(
  db: Connection,
  query: SuggestQuery,
  typed: string,
  parts: readonly string[],
): Found[] {
  const condition = allowed(query)
  const values = [anyOf(parts), ...condition.values, Math.max(MOST_LOOKED_AT, query.limit)]
  const found = sources.flatMap(({ kind, table, joins, key, text, form }) =>
    db
      .rows<{ id: string; text: string; form: string }>(
        `SELECT d.id, ${text} AS text, ${form} AS form
         FROM ${table} ${joins} JOIN documents d ON d.row = ${key}
         WHERE ${table} MATCH ? AND ${condition.sql} LIMIT ?`,
        values,
      )
      .map((row): Found => ({ id: row.id, text: row.text, kind, bare: bareText(row.form) })),
  )
  const begins = ({ bare }: Found) => bare.startsWith(typed)
  return found.sort(
    (a, b) =>
      Number(begins(b)) - Number(begins(a)) ||
      a.text.length - b.text.length ||
      Number(b.kind === 'title') - Number(a.kind === 'title') ||
      (a.id < b.id ? -1 : 1),
  )
}
