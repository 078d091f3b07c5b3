import type { CheckboxFieldValidation, FieldHook } from 'payload'
import { actorOf, idOf } from '@/access/actor'
import { isTownship } from '@/workflow/promoting/frontPlace'
import { saveContextOf } from '@/workflow/saving/saveContext'

/**
 * 县级热点 is for a township to ask: where the text is filed is known by the time its fields are checked. A mark that stands
 * already, as of an entry that went elsewhere since, refuses no save.
 */
export const ofTownship: CheckboxFieldValidation = async (value, { data, previousValue, req }) => {
  if (value !== true || previousValue === true) return true
  const { unit } = data as { unit?: unknown }
  const filed = idOf(unit) ?? actorOf(req.user)?.unit ?? ''
  if (await isTownship(req.payload, filed)) return true
  return req.i18n.language === 'en'
    ? 'Only a township’s entries are marked for its county.'
    : '只有乡镇的知识可以推荐到县级热点。'
}

/**
 * What went from a township to a body that is none loses the mark with its next save. The centre's direct save writes
 * what its step has taken already.
 */
export const leftTownship: FieldHook = async ({ originalDoc, req, value }) => {
  const before = originalDoc as { forCounty?: unknown; unit?: unknown } | undefined
  const isKept =
    before?.forCounty !== true ||
    saveContextOf(req).direct !== undefined ||
    (await isTownship(req.payload, idOf(before.unit) ?? ''))
  return isKept ? (value as unknown) : null
}
