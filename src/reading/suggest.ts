import type { SearchEngine, Suggestion } from '@/search/types'
import { markedBeside } from './countyHotspots'
import { approvedSince, matchingIn, type EntryFilters } from './listEntries'
import { findLive, type LiveRow, type Reader } from './live'
import { popularQueries } from './popularQueries'
import { themeAsked } from './themes'
import { wordsOf } from './searchDatabase'

export const mostSuggestions = 20

/** What completes the words being typed: a title or another question of an entry, or what others asked. */
export type EntrySuggestion = {
  text: string
  kind: Suggestion['kind'] | 'query'
  /** Of the entry whose title or question it is. */
  number?: string
}

export type SuggestAnswer = {
  suggestions: EntrySuggestion[]
  /** True where the engine could not answer and the database did. */
  degraded: boolean
}

type Asked = EntryFilters & { reader: Reader; engine: SearchEngine; text: string; limit: number }

/** Of what others asked, at most so many beside titles and questions. */
const mostQueries = 3

/**
 * Suggests within the audience. What the engine proposes is shown only as the database has it now, so that
 * what was withdrawn or reworded is suggested no more, also when the index lags.
 */
export async function suggestEntries(asked: Asked): Promise<SuggestAnswer> {
  const { reader, limit } = asked
  const text = asked.text.trim()
  if (text === '') {
    return { suggestions: queries(await popularQueries(reader, '', limit)), degraded: false }
  }
  const [popular, proposed] = await Promise.all([
    popularQueries(reader, text, mostQueries),
    byEngine({ ...asked, text }),
  ])
  const named = proposed ?? (await byDatabase({ ...asked, text }))
  const all = [...named.slice(0, limit - Math.min(popular.length, limit - 1)), ...queries(popular)]
  return { suggestions: withoutRepeats(all).slice(0, limit), degraded: proposed === null }
}

const queries = (texts: readonly string[]): EntrySuggestion[] =>
  texts.map((text) => ({ text, kind: 'query' }))

async function byEngine(asked: Asked): Promise<EntrySuggestion[] | null> {
  const { reader, engine, text, limit, library, unit, category } = asked
  try {
    const also = category === 'hotspots' ? await markedBeside(reader, { unit }) : undefined
    const proposed = await engine.suggest({
      ...{ text, library, unit, category, also, audience: reader.audience },
      theme: await themeAsked(reader.payload, asked.theme),
      approvedSince: approvedSince(asked, reader.now),
      now: reader.now.getTime(),
      limit: limit + mostSuggestions,
    })
    return await checked(asked, proposed)
  } catch (error) {
    reader.payload.logger.warn({ err: error, msg: 'The search engine did not suggest.' })
    return null
  }
}

async function checked(asked: Asked, proposed: readonly Suggestion[]): Promise<EntrySuggestion[]> {
  if (proposed.length === 0) return []
  const narrowed = await matchingIn(asked.reader, asked)
  const shown = { slot: { in: [...new Set(proposed.map(({ id }) => id))] } }
  const { rows } = await findLive(asked.reader, {
    columns: ['entry', 'number', 'title', 'similarQuestions'],
    where: narrowed ? { and: [shown, narrowed] } : shown,
    limit: 0,
  })
  const byId = new Map(rows.map((row) => [row.entry, row]))
  return proposed.flatMap(({ id, text, kind }) => {
    const row = byId.get(id)
    return row && asks(row, text, kind) ? [{ text, kind, number: row.number }] : []
  })
}

type Questions = Pick<LiveRow, 'title' | 'similarQuestions'>

const asks = ({ title, similarQuestions }: Questions, text: string, kind: Suggestion['kind']) =>
  kind === 'title' ? title === text : (similarQuestions ?? []).includes(text)

/** Titles that hold what is typed, as far as the database alone can tell. */
async function byDatabase(asked: Asked): Promise<EntrySuggestion[]> {
  const words = wordsOf(asked.text)
  if (words.length === 0) return []
  const narrowed = await matchingIn(asked.reader, asked)
  const { rows } = await findLive(asked.reader, {
    columns: ['number', 'title'],
    where: {
      and: [...words.map((word) => ({ title: { contains: word } })), narrowed ?? {}],
    },
    sort: '-approvedAt',
    limit: asked.limit,
  })
  return rows.map(({ number, title }) => ({ text: title, kind: 'title', number }))
}

/** Two units may ask the same in their titles; it is offered once. */
function withoutRepeats(all: readonly EntrySuggestion[]): EntrySuggestion[] {
  const known = new Set<string>()
  return all.filter(({ text }) => !known.has(text) && known.add(text))
}
