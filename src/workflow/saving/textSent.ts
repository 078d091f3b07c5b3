import type { FlattenedField, PayloadRequest } from 'payload'
import { serverOnly } from '@/access/granted'
import { fields, type Library } from '@/access/rules'
import { unify } from '@/blocks/unify'
import { Refused } from '../Refused'

/**
 * The fields of a text among what was sent, its body in the one format, as a save takes it: nothing that looks
 * through it stumbles over what is no node. Throws `Refused` (400 `invalid`) for values of the wrong kind.
 */
export function textSent(
  { payload }: Pick<PayloadRequest, 'payload'>,
  library: Library,
  sent: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  refuseWrongValues(payload.collections[library].config.flattenedFields, sent)
  const known: readonly string[] = fields[library].map(({ name }) => name)
  const text = Object.fromEntries(Object.entries(sent).filter(([name]) => known.includes(name)))
  if (!text.body) return text
  const body = unify(text.body)
  if (!body) throw new Refused('invalid', { fields: ['body'], detail: noText })
  return { ...text, body }
}

const noText = {
  zh: '正文格式不正确。',
  en: 'The body is not a text as the editor writes it.',
}

type Values = Record<string, unknown>

/**
 * Refuses values of a kind their field does not take. Payload 3.90 looks at how long a text is and not whether
 * it is one, and lets the database find out.
 */
export function refuseWrongValues(fields: readonly FlattenedField[], values: Values): void {
  const wrong = wrongValues(fields, values)
  if (wrong.length === 0) return
  const names = (language: 'zh' | 'en') => wrong.map(({ field }) => labelOf(field, language))
  throw new Refused('invalid', {
    fields: wrong.map(({ path }) => path),
    detail: {
      zh: `以下内容的格式不正确：${names('zh').join('、')}。`,
      en: `These are not what their fields take: ${names('en').join(', ')}.`,
    },
  })
}

type Wrong = { path: string; field: FlattenedField }

/** Fields whose value is of the wrong kind; what is not sent, or emptied, is none. */
export function wrongValues(
  fields: readonly FlattenedField[],
  values: Values,
  above = '',
): Wrong[] {
  return fields.flatMap((field) => {
    const { name } = field
    const value = values[name]
    const path = `${above}${name}`
    if (value === undefined || value === null || value === '' || isServers(field)) return []
    if (field.type === 'group' && isRecord(value)) {
      return wrongValues(field.flattenedFields, value, `${path}.`)
    }
    if (field.type === 'array' && Array.isArray(value) && value.every(isRecord)) {
      return value.flatMap((row, at) => wrongValues(field.flattenedFields, row, `${path}.${at}.`))
    }
    return takes(field, value) ? [] : [{ path, field }]
  })
}

/** What nobody may write is left out of what was sent, whatever it is. */
const isServers = (field: FlattenedField): boolean =>
  ('virtual' in field && Boolean(field.virtual)) ||
  ('access' in field && field.access?.update === serverOnly.update)

function takes(field: FlattenedField, value: unknown): boolean {
  const isMany = 'hasMany' in field && field.hasMany === true
  const each = (isOne: (one: unknown) => boolean) =>
    isMany ? Array.isArray(value) && value.every(isOne) : isOne(value)
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
    case 'radio':
    case 'select':
      return each((one) => typeof one === 'string')
    case 'number':
      return each((one) => Number.isFinite(typeof one === 'string' ? Number(one) : one))
    case 'checkbox':
      return typeof value === 'boolean' || value === 'true' || value === 'false'
    case 'date':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value))
    case 'relationship':
    case 'upload':
      return each((one) => typeof one === 'string' || (isRecord(one) && typeof one.id === 'string'))
    case 'richText':
      return isRecord(value)
    // A form without rows sends their number.
    case 'array':
      return value === 0 || value === '0'
    case 'blocks':
      return value === 0 || value === '0' || (Array.isArray(value) && value.every(isRecord))
    case 'group':
    case 'tab':
      return isRecord(value)
    default:
      return true
  }
}

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function labelOf(field: FlattenedField, language: 'zh' | 'en'): string {
  const label = 'label' in field ? (field.label as unknown) : undefined
  if (typeof label === 'string') return label
  const own = isRecord(label) ? label[language] : undefined
  return typeof own === 'string' ? own : field.name
}
