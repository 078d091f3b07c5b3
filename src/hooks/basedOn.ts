import type { TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'
import { actorOf, idOf } from '@/access/actor'
import { basedOnTexts } from '@/i18n/basedOn'
import { whyNotBasedOn } from '@/workflow/saving/basedOn'

/**
 * An entry is based on one of a unit above. What stands already refuses no save, whatever became of the original since: a
 * task asks the unit to look at it.
 */
export const ofUnitAbove: TextFieldSingleValidation = async (value, options) => {
  const { data, previousValue, req } = options
  const isText = text(value, options)
  if (isText !== true || !value || value === previousValue) return isText
  const actor = actorOf(req.user)
  const { unit, number } = data as { unit?: unknown; number?: unknown }
  const why = await whyNotBasedOn(req.payload, {
    basedOn: value.trim().toUpperCase(),
    number: typeof number === 'string' ? number : null,
    unit: idOf(unit) ?? actor?.unit ?? '',
    actor,
  })
  return why === null || basedOnTexts[req.i18n.language === 'en' ? 'en' : 'zh'].why[why]
}
