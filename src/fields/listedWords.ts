import type { ArrayField } from 'payload'

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
    const word = repeated(rows as Row[] | null | undefined)
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

type Row = { word?: string | null }

function trim({ value }: { value?: unknown }) {
  return typeof value === 'string' ? value.trim() : value
}

function repeated(rows: Row[] | null | undefined): string | undefined {
  const words = (rows ?? []).flatMap(({ word }) => word?.trim() ?? [])
  return words.find((word, at) => words.indexOf(word) < at)
}
