import type { CollectionBeforeDeleteHook, RelationshipFieldManyValidation } from 'payload'
import { idOf } from '@/access/actor'
import { mostThemes } from '@/access/themes'
import { themeTexts } from '@/i18n/themes'
import { areThemes, refuseUsedTheme } from '@/workflow/themes/themesOf'

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((one) => idOf(one) ?? []) : []

/** Themes in use; one that was switched off since stays where it stands. */
export const knownThemes: RelationshipFieldManyValidation = async (value, options) => {
  const { previousValue, req } = options
  const texts = themeTexts[req.i18n.language === 'en' ? 'en' : 'zh']
  const chosen = idsOf(value)
  if (chosen.length > mostThemes) return texts.tooMany(mostThemes)
  const kept = idsOf(previousValue)
  const fresh = chosen.filter((id) => !kept.includes(id))
  return (await areThemes(req.payload, fresh)) || texts.unknown
}

/** What entries have is switched off, not deleted. */
export const guardThemeDeletion: CollectionBeforeDeleteHook = ({ id, req }) =>
  refuseUsedTheme(req, String(id))
