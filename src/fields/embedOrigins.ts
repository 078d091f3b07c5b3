import type { ArrayField } from 'payload'
import { embedOriginOf } from '@/access/embedOrigin'
import { searchTexts } from '@/i18n/records'

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
    const twice = repeated(rows as Row[] | null | undefined)
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

type Row = { origin?: string | null }

function repeated(rows: Row[] | null | undefined): string | undefined {
  const origins = (rows ?? []).flatMap(({ origin }) => embedOriginOf(origin) ?? [])
  return origins.find((origin, at) => origins.indexOf(origin) < at)
}
