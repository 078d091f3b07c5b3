import { categoryKeys, libraries } from '@/access/rules'
import { Problem } from './problem'

export const longestQuery = 2_000
export const lastPage = 10_000

/** The filters that lists and search share; each wrong one is named. */
export function filtersOf(query: URLSearchParams) {
  return {
    library: oneOf(query, 'library', libraries),
    unit: unitOf(query),
    category: oneOf(query, 'category', categoryKeys),
    page: pageOf(query),
  }
}

export function textOf(query: URLSearchParams): string {
  const text = query.get('q') ?? ''
  if (text.length > longestQuery) throw new Problem('badParameter', { parameter: 'q' })
  return text
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

function pageOf(query: URLSearchParams): number {
  const given = query.get('page')
  if (given === null || given === '') return 1
  const page = /^\d{1,5}$/.test(given) ? Number(given) : 0
  if (page < 1 || page > lastPage) throw new Problem('badParameter', { parameter: 'page' })
  return page
}
