import {
  ValidationError,
  type CollectionConfig,
  type GlobalConfig,
  type CollectionBeforeValidateHook,
} from 'payload'
import { cleaned } from '@/cleanText'
import { unify } from '@/blocks/unify'

/** First of all hooks: what they look at is what will be stored. */
const cleanIncoming = <Args extends object>({ args }: { args: Args }): Args =>
  'data' in args ? { ...args, data: cleaned(args.data) } : args

/** Collections and globals whose text is cleaned, whichever way it comes. */
export const withCleanText = <Config extends CollectionConfig | GlobalConfig>(
  config: Config,
): Config => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeOperation: [cleanIncoming, ...(config.hooks?.beforeOperation ?? [])],
  },
})

/** One form for every text, whichever way it came: trimmed, 统一格式, switches that agree. */
export const normaliseText: CollectionBeforeValidateHook = ({
  data,
  originalDoc,
  collection,
  req,
}) => {
  if (!data) return data
  for (const name of ['summary', 'content', 'result'] as const) {
    if (typeof data[name] === 'string') data[name] = data[name].trim()
  }
  for (const name of ['title', 'basis'] as const) {
    if (typeof data[name] === 'string') data[name] = inOneLine(data[name])
  }
  for (const name of ['similarQuestions', 'keywords'] as const) {
    if (Array.isArray(data[name])) data[name] = distinct(data[name])
  }
  if (typeof data.basedOn === 'string') data.basedOn = data.basedOn.trim().toUpperCase() || null
  if (data.body) {
    const body = unify(data.body)
    if (!body) throw invalid('body', '正文格式不正确。')
    data.body = body
  }
  // Yes or nothing: an unticked box is no change of a text that never had the mark.
  if (data.forCounty === false) data.forCounty = null
  if (collection.slug === 'plans') delete data.openToPublic
  if (collection.slug === 'cases') {
    const isConfidential = [originalDoc, data].some((text) => text?.isConfidential === true)
    if (data.openToPublic === true && isConfidential) {
      throw invalid('openToPublic', '来自保密工单的案件不能公开。')
    }
    delete data.openToUnits
    return data
  }
  // 网站公开 implies 公开: what was left open is filled in, what contradicts is refused.
  if (data.openToPublic === true) {
    if (data.openToUnits === false) {
      throw invalid('openToUnits', '网站公开的内容必须同时对各单位公开。')
    }
    data.openToUnits = true
  }
  // An emptied day is an answer of its own: only what was not sent is still the old one.
  const { validFrom: from, validUntil: until } = { ...originalDoc, ...data }
  if (from && until && Date.parse(from) > Date.parse(until)) {
    throw invalid('validUntil', '有效期止不能早于有效期起。')
  }
  return data

  function invalid(path: string, message: string) {
    return new ValidationError({ collection: collection.slug, errors: [{ path, message }] }, req.t)
  }
}

const inOneLine = (text: string): string => text.replace(/(?<!\s)\s*\n\s*/g, ' ').trim()

const distinct = (values: unknown[]): string[] => [
  ...new Set(values.map((value) => inOneLine(String(value))).filter(Boolean)),
]
