import type { CollectionConfig, Field, NumberField, TextField } from 'payload'
import { nobody } from '@/access/granted'
import { longestQuery, placementKinds, termKinds } from '@/access/searching'
import { day } from '@/fields/day'
import { serverText } from '@/fields/server'
import { words } from '@/fields/texts'
import { keepJudgement, keepPlacement, keepTerm } from '@/hooks/centre'
import { searchTexts } from '@/i18n/records'
import { ofTheCentre } from './closed'

const { kinds, placements } = searchTexts

/** A whole query, as people type it. */
const askedQuery = (description: Description): TextField => ({
  name: 'query',
  type: 'text',
  required: true,
  maxLength: longestQuery,
  label: { zh: '查询', en: 'Query' },
  admin: { description },
})

/** The entry that is meant: chosen from what is published, or sent as its id or number. */
export const chosenEntry: Field[] = [
  {
    name: 'entry',
    type: 'text',
    required: true,
    label: { zh: '内容', en: 'Entry' },
    admin: { components: { Field: '@/components/admin/steps/fields#EntryField' } },
  },
  {
    name: 'entryTitle',
    type: 'text',
    label: { zh: '内容', en: 'Entry' },
    access: { create: nobody, update: nobody },
    admin: { hidden: true },
  },
  serverText('number', { label: { zh: '编号', en: 'Number' } }),
]

type Description = { zh: string; en: string }

/** Among several pins. */
export const placementOrder = (description: Description): NumberField => ({
  name: 'order',
  type: 'number',
  min: 1,
  max: 20,
  defaultValue: 1,
  label: { zh: '置顶顺序', en: 'Order' },
  admin: { condition: (data) => data.kind === 'pin', step: 1, description },
  validate: wholeOrder,
})

/** Why the centre placed it, and until when. */
export const placedBecause: Field[] = [
  {
    name: 'reason',
    type: 'textarea',
    required: true,
    maxLength: 500,
    label: { zh: '原因', en: 'Reason' },
  },
  day('until', 'end', {
    label: { zh: '截止日期', en: 'Until' },
    admin: {
      description: { zh: '含当天；不填则一直有效', en: 'That day included; empty: for good' },
    },
  }),
]

/** 评判问题: what people ask and the entry that answers it; every change of search is tried on them first. */
export const Judgements: CollectionConfig = ofTheCentre({
  slug: 'judgements',
  labels: {
    singular: { zh: '评判问题', en: 'Judged query' },
    plural: { zh: '评判问题', en: 'Judged queries' },
  },
  useAsTitle: 'query',
  keep: keepJudgement,
  fields: [
    askedQuery({
      zh: '照来电人或话务员的原话填写；同一问题有几个正确内容时分条填写',
      en: 'As callers or agents put it; one line for each right answer',
    }),
    ...chosenEntry,
    serverText('asked', { index: true }),
    serverText('slot', { unique: true }),
    serverText('by'),
  ],
})

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
    placementOrder({ zh: '同一句有几条置顶时，小的在前', en: 'The lowest comes first' }),
    ...placedBecause,
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

/** 同义词与专用词: the centre's own words for search, live with the next query. */
export const Terms: CollectionConfig = ofTheCentre({
  slug: 'terms',
  labels: {
    singular: { zh: '同义词或专用词', en: 'Synonyms or whole words' },
    plural: { zh: '同义词与专用词', en: 'Synonyms and whole words' },
  },
  useAsTitle: 'title',
  keep: keepTerm,
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'synonyms',
      label: { zh: '类型', en: 'Kind' },
      options: termKinds.map((value) => ({ value, label: kinds[value] })),
      admin: {
        description: {
          zh: '同义词：几个词说的是同一件事，查其中一个也能查到其他写法（低保、最低生活保障）。专用词：查询时不拆开的词（公积金贷款、居住证签注）；单位和地方的名称已自动成为专用词。',
          en: 'Synonyms name the same thing: who asks for one finds the others. Whole words are not taken apart; names of units and places are known by themselves.',
        },
      },
    },
    {
      ...words(
        'words',
        { zh: '词语', en: 'Words' },
        { zh: '输入一个词后按回车', en: 'Type a word, then press Enter' },
      ),
      required: true,
    },
    {
      name: 'note',
      type: 'textarea',
      maxLength: 500,
      label: { zh: '备注', en: 'Note' },
      admin: { description: { zh: '为什么这样定', en: 'Why it is so' } },
    },
    {
      name: 'trial',
      type: 'ui',
      admin: {
        components: { Field: '@/components/admin/searching/Trial#TermTrial' },
      },
    },
    {
      name: 'title',
      type: 'text',
      index: true,
      label: { zh: '词语', en: 'Words' },
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
    },
    serverText('by'),
  ],
})
