import { charactersOf } from '../../text/characters'
import { normalisedText } from '../../text/normalise'
import { readingsOf } from '../../text/pinyin'
import { bareText } from '../../text/terms'
import type { Suggestion, SuggestQuery } from '../../types'
import type { Connection } from './connection'
import { allowed } from './filters'
import { anyOf, beginning, quoted, sounding } from './plan'

/** Longer beginnings are questions already. */
const LONGEST = 40
/** Enough to choose from; a single common character matches far more. */
const MOST_LOOKED_AT = 400

/** Titles that begin with what is being typed, then titles that hold it, by characters or by sound. */
export function suggest(db: Connection, query: SuggestQuery): Suggestion[] {
  const typed = bareText(normalisedText(query.text.slice(0, LONGEST)))
  const characters = charactersOf(typed)
  if (characters.length === 0) return []
  const written = `characters : ${quoted(characters.join(' '))} *`
  const isLatin = /^[a-z]+$/.test(typed)
  const readings = isLatin ? readingsOf(typed) : []
  const heard = [...readings.map(sounding), ...(isLatin ? [`initials : ${quoted(typed)} *`] : [])]
  const found = titlesLike(db, query, typed, [written, ...heard])
  if (found.length >= query.limit || readings.length === 0) return found
  const known = new Set(found.map(({ id }) => id))
  const begun = titlesLike(db, query, typed, readings.map(beginning))
  return [...found, ...begun.filter(({ id }) => !known.has(id))].slice(0, query.limit)
}

function titlesLike(
  db: Connection,
  query: SuggestQuery,
  typed: string,
  parts: readonly string[],
): Suggestion[] {
  const condition = allowed(query)
  const titles = db.rows<Suggestion & { form: string }>(
    `SELECT d.id, t.title, t.title_form AS form
     FROM titles JOIN documents d ON d.row = titles.rowid JOIN texts t ON t.row = titles.rowid
     WHERE titles MATCH ? AND ${condition.sql} LIMIT ?`,
    [anyOf(parts), ...condition.values, Math.max(MOST_LOOKED_AT, query.limit)],
  )
  const begins = ({ form }: { form: string }) => bareText(form).startsWith(typed)
  return titles
    .sort(
      (a, b) =>
        Number(begins(b)) - Number(begins(a)) ||
        a.title.length - b.title.length ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, query.limit)
    .map(({ id, title }) => ({ id, title }))
}
