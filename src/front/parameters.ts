import { categoryKeys, libraries } from '@/access/rules'
import { placeOf } from '@/reading/cursor'
import { mostSuggestions } from '@/reading/suggest'
import { FRESHNESS_DAYS } from '@/search/types'
import { Problem } from './problem'

export const usualSuggestions = 8
export const lastPage = 10_000

/** The filters that lists and search share; each wrong one is named. */
export function filtersOf(query: URLSearchParams) {
  return {
    library: oneOf(query, 'library', libraries),
    unit: unitOf(query),
    category: oneOf(query, 'category', categoryKeys),
    freshness: freshnessOf(query),
    page: pageOf(query),
  }
}

/** As typed; how much of it was read the answer says. */
export const textOf = (query: URLSearchParams): string => query.get('q') ?? ''

/** `true` or nothing. */
export const flagOf = (query: URLSearchParams, parameter: string): boolean =>
  oneOf(query, parameter, ['true', 'false']) === 'true'

/** Where a search goes on; a cursor of another question, or that nobody was given, is refused. */
export function cursorIn(query: URLSearchParams, searched: Parameters<typeof placeOf>[0]) {
  const given = query.get('cursor')
  if (!given) return undefined
  const place = placeOf(searched, given)
  if (!place) throw new Problem('badParameter', { parameter: 'cursor' })
  return place
}

export const suggestionsIn = (query: URLSearchParams): number =>
  wholeNumber(query, 'limit', { usual: usualSuggestions, most: mostSuggestions })

function freshnessOf(query: URLSearchParams): number | undefined {
  const days = oneOf(query, 'freshness', FRESHNESS_DAYS.map(String))
  return days === undefined ? undefined : Number(days)
}

function oneOf<T extends string>(
  query: URLSearchParams,
  parameter: string,
  allowed: readonly T[],
): T | undefined {
  const given = query.get(parameter)
  if (!given) return undefined
  const found = allowed.find((value) => value === given)
  if (!found) throw new Problem('badParameter', { parameter })
  return found
}

function unitOf(query: URLSearchParams): string | undefined {
  const given = query.get('unit')
  if (!given) return undefined
  if (!/^[\w-]{1,64}$/.test(given)) throw new Problem('badParameter', { parameter: 'unit' })
  return given
}

const pageOf = (query: URLSearchParams): number =>
  wholeNumber(query, 'page', { usual: 1, most: lastPage })

function wholeNumber(
  query: URLSearchParams,
  parameter: string,
  { usual, most }: { usual: number; most: number },
): number {
  const given = query.get(parameter)
  if (given === null || given === '') return usual
  const number = /^\d{1,5}$/.test(given) ? Number(given) : 0
  if (number < 1 || number > most) throw new Problem('badParameter', { parameter })
  return number
}
