import type { Refusal } from '@/access/can'
import type { Language } from '@/i18n/language'
import { fieldNames } from '@/i18n/fieldNames'
import type { Entry } from './entry'

/** What a refused step tells beyond its name: the latest revision, or what is missing. */
export function detailsOf(refusal: Refusal, entry: Entry) {
  if (refusal.code === 'changedMeanwhile') return { latest: entry.revision }
  if (!refusal.fields) return {}
  if (refusal.fields.includes('confirmed')) {
    return {
      fields: refusal.fields,
      detail: {
        zh: '请确认合法性、准确性、实时性、规范性（网站公开的还有保密审查）后再审批。',
        en: 'Confirm legality, accuracy, timeliness and standard form (and confidentiality when public).',
      },
    }
  }
  const names = (language: Language) =>
    refusal.fields?.map((field) => fieldNames[field]?.[language] ?? field).join('、') ?? ''
  return {
    fields: refusal.fields,
    detail: {
      zh: `还有必填项未填：${names('zh')}。`,
      en: `Still to be filled in: ${names('en')}.`,
    },
  }
}
