import type { PayloadRequest } from 'payload'
import { fields, type Library } from '@/access/rules'
import { unify } from '@/blocks/unify'
import { Refused } from '../Refused'
import { refuseWrongValues } from './wrongValues'

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
