import { idOf } from '@/access/actor'

/**
 * A value as one text, whatever order of keys, kind of dates or emptiness the database gives it back in. What is
 * empty is left out: databases differ in what they keep of it.
 */
export const canonical = (value: unknown): string => JSON.stringify(ordered(value)) ?? 'null'

/** The named columns of a row, relationships by their ids. */
export const columnsOf = (row: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    names.map((name) => {
      const value = (row as Record<string, unknown>)[name]
      return [name, isInstant.test(name) ? instantOf(value) : related(value)]
    }),
  )

const isInstant = /^(?:at|from|until|endedAt|validFrom|validUntil|approvedAt)$/

function instantOf(value: unknown): unknown {
  if (!(value instanceof Date) && typeof value !== 'string') return value
  const at = new Date(value).getTime()
  return Number.isNaN(at) ? value : at
}

const related = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'createdAt' in value
    ? idOf(value)
    : value

export function ordered(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value === '' ? null : (value ?? null)
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, ordered(inner)] as const)
    .filter(([, inner]) => inner !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries)
}
