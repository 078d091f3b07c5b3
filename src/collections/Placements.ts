import type { CollectionConfig, Field } from 'payload'
import { placementKinds } from '@/access/searching'
import { day } from '@/fields/day'
import { askedQuery, chosenEntry } from '@/fields/judged'
import { serverText } from '@/fields/server'
import { keepPlacement } from '@/hooks/search'
import { searchTexts } from '@/i18n/records'
import { ofTheCentre } from './ofTheCentre'

const { placements } = searchTexts

/** 检索干预: for one query an entry is put first, or left out. Who may see it is decided elsewhere. */
export const Placements: CollectionConfig = ofTheCentre({
  slug: 'placements',
  labels: {
    singular: { zh: '检索干预', en: 'Placement' },
    plural: { zh: '检索干预', en: 'Placements' },
  },
  useAsTitle: 'query',
  keep: keepPlacement,
  fields: [
    askedQuery({
      zh: '读者输入的整句与此相同时生效（不计标点、空格、繁简和大小写）',
      en: 'Works where the whole query is the same, punctuation, spaces and letter case aside',
    }),
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: { zh: '方式', en: 'What' },
      options: placementKinds.map((value) => ({ value, label: placements[value] })),
      admin: {
        description: {
          zh: '置顶：排在这句查询的最前；屏蔽：不在这句查询的结果里出现，其他查询照常。看不到该内容的读者仍然看不到。',
          en: 'A pin puts it first, a ban leaves it out, for this query alone. Nobody sees what they may not see.',
        },
      },
    },
    ...chosenEntry,
    {
      name: 'order',
      type: 'number',
      min: 1,
      max: 20,
      defaultValue: 1,
      label: { zh: '置顶顺序', en: 'Order' },
      admin: {
        condition: (data) => data.kind === 'pin',
        step: 1,
        description: { zh: '同一句有几条置顶时，小的在前', en: 'The lowest comes first' },
      },
      validate: wholeOrder,
    },
    {
      name: 'reason',
      type: 'textarea',
      required: true,
      maxLength: 500,
      label: { zh: '原因', en: 'Reason' },
    } satisfies Field,
    day('until', 'end', {
      label: { zh: '截止日期', en: 'Until' },
      admin: {
        description: { zh: '含当天；不填则一直有效', en: 'That day included; empty: for good' },
      },
    }),
    {
      name: 'trial',
      type: 'ui',
      admin: {
        components: { Field: '@/components/admin/searching/Trial#PlacementTrial' },
      },
    },
    serverText('asked', { index: true }),
    // The query and the entry: one placement of an entry for a query, on every database.
    serverText('slot', { unique: true }),
    serverText('by'),
  ],
})

function wholeOrder(
  value: number | null | undefined,
  { req }: { req: { i18n: { language: string } } },
) {
  const order = value ?? 1
  if (Number.isInteger(order) && order >= 1 && order <= 20) return true
  return req.i18n.language === 'en' ? 'A whole number from 1 to 20.' : '请填写 1 至 20 的整数。'
}
