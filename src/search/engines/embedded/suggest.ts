import { charactersOf } from '../../text/characters'
import { normalisedText } from '../../text/normalise'
import { readingsOf } from '../../text/pinyin'
import { bareText } from '../../text/terms'
import type { Suggestion, SuggestQuery } from '../../types'
import type { Connection } from './connection'
import { allowed } from './filters'
import { anyOf, quoted, sounding } from './plan'

/** Longer beginnings are questions already. */
const LONGEST = 40
/** Enough to choose from; a single common character matches far more. */
const MOST_LOOKED_AT = 400

/** Titles that begin with what is being typed, then titles that hold it, by characters or by sound. */
export function suggest(db: Connection, query: SuggestQuery): Suggestion[] {
  const typed = bareText(normalisedText(query.text.slice(0, LONGEST)))
  const match = matchOf(typed)
  if (match === null) return []
  const condition = allowed(query)
  const titles = db.rows<Suggestion & { form: string }>(
    `SELECT d.id, d.title, d.title_form AS form
     FROM titles JOIN documents d ON d.row = titles.rowid
     WHERE titles MATCH ? AND ${condition.sql} LIMIT ?`,
    [match, ...condition.values, MOST_LOOKED_AT],
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

function matchOf(typed: string): string | null {
  if (typed === '') return null
  const written = `characters : ${quoted(charactersOf(typed).join(' '))} *`
  if (!/^[a-z]+$/.test(typed)) return written
  return anyOf([written, `initials : ${quoted(typed)} *`, ...readingsOf(typed).map(sounding)])
}
