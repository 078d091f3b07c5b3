import type { FlattenedField, PayloadRequest } from 'payload'
import { Refused } from '@/workflow/Refused'

type Query = Record<string, unknown>
type Fields = readonly FlattenedField[]

/** The largest that is answered; 0 is no limit, and never more than there is. */
const most = { limit: 10_000, page: 1_000_000, depth: 10 } as const

/** Deeper conditions nobody asks; `qs` gives up there too. */
const deepest = 10

const operators = [
  ...['equals', 'not_equals', 'in', 'not_in', 'exists', 'like', 'not_like', 'contains'],
  ...['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'],
]
const structured = ['where', 'select', 'populate', 'joins', 'sort', 'data']

/**
 * Refuses what Payload 3.90 would hand on to the database, which then fails: numbers that are none or far too large,
 * conditions that are none, operators that not both databases have, days that no calendar has.
 */
export function checkQuery({ query, payload }: PayloadRequest, fields: Fields): void {
  for (const [name, largest] of Object.entries(most)) {
    const given = query[name]
    if (given === undefined || given === '') continue
    const isNumber = typeof given === 'string' && /^\d{1,9}$/.test(given)
    if (!isNumber || Number(given) > largest) throw wrongNumber(name, largest)
  }
  for (const [name, given] of Object.entries(query)) {
    if (!structured.includes(name) && typeof given === 'object') throw wrong(name)
  }
  const { sort, where, data } = query
  if (![sort].flat().every((order) => order === undefined || typeof order === 'string'))
    throw wrong('sort')
  for (const name of ['select', 'populate', 'joins'] as const) {
    const given = query[name]
    if (given !== undefined && given !== 'false' && !isRecord(given)) throw wrong(name)
  }
  if (data !== undefined && !isRecord(parsed(data))) throw wrong('data')
  if (where !== undefined && where !== '') checkWhere(parsed(where), 0)

  function checkWhere(conditions: unknown, depth: number): void {
    if (!isRecord(conditions) || depth > deepest) throw wrong('where')
    for (const [path, condition] of Object.entries(conditions)) {
      if (/^(and|or)$/i.test(path)) {
        if (!Array.isArray(condition)) throw wrong('where')
        for (const one of condition) checkWhere(one, depth + 1)
      } else {
        checkCondition(path, condition)
      }
    }
  }

  function checkCondition(path: string, condition: unknown): void {
    if (!isRecord(condition)) throw wrong(`where.${path}`)
    const field = fieldAt(fields, path.replace(/__/g, '.').split('.'))
    for (const [operator, value] of Object.entries(condition)) {
      const at = `where.${path}.${operator}`
      if (!operators.includes(operator)) throw wrong(at)
      const values = [value].flat()
      if (!values.every((one) => typeof one !== 'object' && typeof one !== 'function')) {
        throw wrong(at)
      }
      if (operator === 'exists') continue
      const isList = operator === 'in' || operator === 'not_in'
      if (Array.isArray(value) && !isList) throw wrong(at)
      const each = isList && typeof value === 'string' ? value.split(',') : values
      // What is not there is asked for by `exists`: within a list SQLite's statement breaks.
      if (isList && each.includes('null')) throw wrong(at)
      if (within.includes(operator) && each.includes('null')) throw wrong(at)
      if (field && !each.every((one) => fits(field, operator, one))) throw wrong(at)
    }
  }

  function fieldAt(among: Fields, [name, ...rest]: readonly string[]): FlattenedField | undefined {
    const field = among.find((each) => each.name === name)
    if (!field) return undefined
    if ('virtual' in field && typeof field.virtual === 'string') {
      return fieldAt(among, [...field.virtual.split('.'), ...rest])
    }
    if (rest.length === 0) return field
    if ('flattenedFields' in field) return fieldAt(field.flattenedFields, rest)
    if (!('relationTo' in field) || typeof field.relationTo !== 'string') return undefined
    return fieldAt(payload.collections[field.relationTo].config.flattenedFields, rest)
  }
}

/** Of a text or a list, what it has within. */
const within = ['like', 'not_like', 'contains']
const plain = ['number', 'date', 'checkbox']

/** As both databases read them: `null` asks for what is not there, which nothing is within or beyond. */
function fits({ type }: FlattenedField, operator: string, value: unknown): boolean {
  if (!plain.includes(type)) return true
  if (within.includes(operator) || value === '') return false
  if (value === null || value === undefined || value === 'null') return /equals$/.test(operator)
  if (type === 'number') return Number.isFinite(Number(value)) && typeof value !== 'boolean'
  if (type === 'date') return typeof value !== 'boolean' && !Number.isNaN(Date.parse(String(value)))
  if (type === 'checkbox') return typeof value === 'boolean' || /^(true|false)$/.test(String(value))
  return true
}

/** Payload takes both as JSON too. */
function parsed(given: unknown): unknown {
  if (typeof given !== 'string') return given
  try {
    return JSON.parse(given)
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Query =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wrong = (parameter: string) =>
  new Refused('invalid', {
    fields: [parameter.split('.')[0] ?? parameter],
    detail: {
      zh: `参数 ${parameter.slice(0, 100)} 不正确。`,
      en: `The parameter ${parameter.slice(0, 100)} is not valid.`,
    },
  })

const wrongNumber = (name: string, largest: number) =>
  new Refused('invalid', {
    fields: [name],
    detail: {
      zh: `参数 ${name} 须是 0 至 ${largest} 的整数。`,
      en: `The parameter ${name} must be a whole number from 0 to ${largest}.`,
    },
  })
