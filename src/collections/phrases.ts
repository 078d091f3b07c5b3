import type { NumberFieldSingleValidation } from 'payload'
import { longestPhrase, placesOfPhrase, situations, situationsByWords } from '@/access/phrases'
import { serverNumber, serverText } from '@/fields/server'
import { words } from '@/fields/texts'
import { keepPhrase } from '@/hooks/centre'
import { situationNames } from '@/i18n/phrases'
import { ofTheCentre } from './closed'

const { first, last } = placesOfPhrase

const wholePlace: NumberFieldSingleValidation = (value, { req }) => {
  const place = value ?? first
  if (Number.isInteger(place) && place >= first && place <= last) return true
  return req.i18n.language === 'en'
    ? `A whole number from ${first} to ${last}.`
    : `请填写 ${first} 至 ${last} 的整数。`
}

/** 规范用语: what agents say in the situations of a call, shown at the desk where it is said. */
export const FixedPhrases = ofTheCentre({
  slug: 'fixedPhrases',
  labels: {
    singular: { zh: '规范用语', en: 'Phrase' },
    plural: { zh: '规范用语', en: 'Phrases' },
  },
  useAsTitle: 'title',
  keep: keepPhrase,
  fields: [
    {
      name: 'situation',
      type: 'select',
      required: true,
      label: { zh: '什么时候说', en: 'When it is said' },
      options: situations.map((value) => ({ value, label: situationNames[value] })),
      admin: {
        description: {
          zh: '正在查询、核实后回复：一直列在查询框下面；没有查到：查询没有结果时显示；紧急情况、不予受理：来电人的话里出现下面的词时显示。',
          en: 'Searching and calling back stand below the box; nothing found where a search is empty; emergencies and what is not accepted where the caller’s words hold one of the words below.',
        },
      },
    },
    {
      name: 'text',
      type: 'textarea',
      required: true,
      maxLength: longestPhrase,
      label: { zh: '用语', en: 'Text' },
      admin: {
        description: {
          zh: `话务员照着说的话，不超过 ${longestPhrase} 字`,
          en: `As agents say it, at most ${longestPhrase} characters`,
        },
      },
    },
    {
      ...words(
        'words',
        { zh: '出现这些词时显示', en: 'Shown at these words' },
        { zh: '输入一个词后按回车', en: 'Type a word, then press Enter' },
      ),
      admin: {
        condition: (data) => situationsByWords.includes(data.situation),
        placeholder: { zh: '输入一个词后按回车', en: 'Type a word, then press Enter' },
        description: {
          zh: '来电人的话里有其中一个词就显示（不计标点、空格和大小写）',
          en: 'One of them in what is asked is enough, punctuation, spaces and letter case aside',
        },
      },
    },
    {
      name: 'order',
      type: 'number',
      ...{ min: first, max: last, defaultValue: first, validate: wholePlace },
      label: { zh: '顺序', en: 'Place' },
      admin: {
        step: 1,
        description: {
          zh: '同一情形有几条时，小的在前',
          en: 'The lowest of a situation comes first',
        },
      },
    },
    serverText('title'),
    // By situation, then by place: the order of lists on every database.
    serverNumber('rank', { index: true }),
    serverText('by'),
  ],
})
