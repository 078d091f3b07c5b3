import type { CheckboxFieldValidation } from 'payload'
import { actorOf, idOf } from '@/access/actor'
import { isTownship } from '@/workflow/promoting/frontPlace'

/** 县级热点 is for a township to ask: where the text is filed is known by the time its fields are checked. */
export const ofTownship: CheckboxFieldValidation = async (value, { data, req }) => {
  if (value !== true) return true
  const { unit } = data as { unit?: unknown }
  const filed = idOf(unit) ?? actorOf(req.user)?.unit ?? ''
  if (await isTownship(req.payload, filed)) return true
  return req.i18n.language === 'en'
    ? 'Only a township’s entries are marked for its county.'
    : '只有乡镇的知识可以推荐到县级热点。'
}
