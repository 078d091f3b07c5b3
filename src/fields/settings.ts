import type { ArrayField } from 'payload'
import { embedOriginOf } from '@/access/embedOrigin'
import { searchTexts } from '@/i18n/records'

/**
 * The centre's list of words that texts should not use; popular queries that hold one are offered to nobody. Read
 * again with every text that is checked.
 */
export const listedWords: ArrayField = {
  name: 'listedWords',
  type: 'array',
  maxRows: 1000,
  label: { zh: '提示用语', en: 'Listed words' },
  labels: { singular: { zh: '用语', en: 'Word' }, plural: { zh: '用语', en: 'Words' } },
  admin: {
    description: {
      zh: '内容里出现这些词语时，编写人和审批人会看到提示；只提示，不拦截。含这些词语的热门查询不再提示给他人。',
      en: 'Where a text uses one of these, its writer and its approver are told; nothing is refused. Popular queries with one of them are offered to nobody.',
    },
  },
  validate: (rows, { req }) => {
    const word = repeated(rows, (row: { word?: string | null }) => row.word?.trim())
    if (word === undefined) return true
    return req.i18n.language === 'en' ? `“${word}” is listed twice.` : `“${word}”重复了。`
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'word',
          type: 'text',
          required: true,
          maxLength: 30,
          label: { zh: '词语', en: 'Word' },
          admin: { width: '33%' },
          hooks: { beforeValidate: [trim] },
        },
        {
          name: 'advice',
          type: 'text',
          maxLength: 200,
          label: { zh: '改用或原因', en: 'What to say instead, or why' },
          admin: { width: '67%' },
          hooks: { beforeValidate: [trim] },
        },
      ],
    },
  ],
}

function trim({ value }: { value?: unknown }) {
  return typeof value === 'string' ? value.trim() : value
}

/** What the key says of two rows, if of any; of a row without one it says nothing. */
function repeated<Row>(
  rows: readonly unknown[] | null | undefined,
  keyOf: (row: Row) => string | null | undefined,
): string | undefined {
  const keys = ((rows ?? []) as readonly Row[]).flatMap((row) => keyOf(row) ?? [])
  return keys.find((key, at) => keys.indexOf(key) < at)
}

/** 嵌入来源: whose pages may show the desk in a frame of theirs; none unless the centre lists it. */
export const embedOrigins: ArrayField = {
  name: 'embedOrigins',
  type: 'array',
  maxRows: 50,
  label: { zh: '嵌入来源', en: 'Origins that embed the desk' },
  labels: { singular: { zh: '来源', en: 'Origin' }, plural: { zh: '来源', en: 'Origins' } },
  admin: {
    description: {
      zh: '话务系统等网页把查询台嵌入自己的页面时，在这里登记其来源；不登记的一律不能嵌入。',
      en: 'Pages of call-centre software that show the desk in a frame; no other page may.',
    },
  },
  validate: (rows, { req }) => {
    const twice = repeated(rows, (row: { origin?: string | null }) => embedOriginOf(row.origin))
    if (twice === undefined) return true
    return searchTexts.refused[req.i18n.language === 'en' ? 'en' : 'zh'].originTwice(twice)
  },
  fields: [
    {
      name: 'origin',
      type: 'text',
      required: true,
      maxLength: 200,
      label: { zh: '来源', en: 'Origin' },
      admin: { placeholder: 'https://cti.example.cn' },
      hooks: { beforeValidate: [({ value }) => embedOriginOf(value) ?? (value as unknown)] },
      validate: (value: unknown, { req }: { req: { i18n: { language: string } } }) =>
        embedOriginOf(value) !== null ||
        searchTexts.refused[req.i18n.language === 'en' ? 'en' : 'zh'].origin,
    },
  ],
}
