import type { Where } from 'payload'

type Value = string | number | boolean | null
export type Row = Record<string, Value>

/** Does the row match the query? Knows the operators our access queries use, and fails on any other. */
export function whereMatches(where: Where | boolean, row: Row): boolean {
  if (typeof where === 'boolean') return where
  return Object.entries(where).every(([key, condition]) => {
    if (key === 'and') return (condition as Where[]).every((part) => whereMatches(part, row))
    if (key === 'or') return (condition as Where[]).some((part) => whereMatches(part, row))
    return Object.entries(condition as object).every(([operator, asked]) =>
      compare(operator, row[key] ?? null, asked as Value),
    )
  })
}

function compare(operator: string, value: Value, asked: Value): boolean {
  switch (operator) {
    case 'equals':
      return value === asked
    case 'in':
      return (asked as unknown as Value[]).includes(value)
    case 'contains':
      return typeof value === 'string' && value.includes(String(asked))
    case 'not_like':
      return typeof value === 'string' && !value.includes(String(asked))
    case 'exists':
      return (value !== null) === asked
    case 'less_than_equal':
      return value !== null && asked !== null && value <= asked
    case 'greater_than_equal':
      return value !== null && asked !== null && value >= asked
    default:
      throw new Error(`The evaluator does not know ${operator}.`)
  }
}
