import type { CollectionConfig } from 'payload'
import { askedQuery, chosenEntry } from '@/fields/judged'
import { serverText } from '@/fields/server'
import { keepJudgement } from '@/hooks/search'
import { ofTheCentre } from './ofTheCentre'

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
