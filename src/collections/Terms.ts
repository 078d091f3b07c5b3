import type { CollectionConfig } from 'payload'
import { termKinds } from '@/access/searching'
import { serverText } from '@/fields/server'
import { words } from '@/fields/texts'
import { keepTerm } from '@/hooks/search'
import { searchTexts } from '@/i18n/records'
import { ofTheCentre } from './ofTheCentre'

const { kinds } = searchTexts

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
