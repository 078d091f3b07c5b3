import type { TaskWhyNot } from '@/access/tasks'
import { taskTexts } from '@/i18n/tasks'
import { Refused } from '../Refused'

type Need = keyof (typeof taskTexts)['zh']['needs']

/** What is said where something is missing or wrong. */
export const wordsOf = (need: Need) => ({
  zh: taskTexts.zh.needs[need],
  en: taskTexts.en.needs[need],
})

/** 400, with the field and the sentence of what is wrong with it. */
export const invalid = (field: string, need: Need): Refused =>
  new Refused('invalid', { fields: [field], detail: wordsOf(need) })

/** Why a step may not be taken, as it is answered. */
export const refusedAs = (why: TaskWhyNot): Refused => {
  if (why === 'notAllowed') return new Refused('notAllowed')
  const detail = { zh: taskTexts.zh.why[why], en: taskTexts.en.why[why] }
  return new Refused(why === 'wrongState' ? 'changedMeanwhile' : 'wrongState', { detail })
}
