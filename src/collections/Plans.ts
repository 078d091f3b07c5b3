import type { CollectionConfig } from 'payload'
import {
  asQuestion,
  body,
  coUnits,
  openToUnits,
  questionTitle,
  summary,
  unit,
} from '@/fields/texts'
import { asFiled } from '@/hooks/saving'
import { workingCopy } from './workingCopy'

/** 预案库: how frequent complaints were handled well and how emergencies are to be; never on the website. */
export const Plans: CollectionConfig = workingCopy({
  library: 'plans',
  labels: {
    singular: { zh: '预案', en: 'Contingency plan' },
    plural: { zh: '预案库', en: 'Contingency plans' },
  },
  fields: [
    { ...unit, validate: asFiled },
    questionTitle(asQuestion),
    summary,
    body,
    openToUnits,
    coUnits,
  ],
})
