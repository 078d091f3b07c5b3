import { type CategoryKey, categoryKeys } from '@/access/rules'
import { categoryName } from '@/components/entryWords'
import { indented, unitChoices } from '@/components/unitChoices'
import { followingTexts } from '@/i18n/following'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import type { TreeUnit } from '@/reading/readTree'

type Props = {
  language: Language
  units: readonly TreeUnit[]
  shown: { since: string; unit?: string; category?: CategoryKey }
}

/** Whose updates are shown; a plain form. */
export function UpdateFilters({ language, units, shown: { since, unit, category } }: Props) {
  const [texts, shared] = [followingTexts[language], sharedTexts[language]]
  return (
    <form className="desk-filters" action="/desk/updates" aria-label={texts.filter}>
      <input type="hidden" name="since" value={since} />
      <select name="unit" aria-label={shared.unit} defaultValue={unit ?? ''}>
        <option value="">{texts.everyUnit}</option>
        {unitChoices(units, null).map((choice) => (
          <option key={choice.value} value={choice.value} lang="zh-CN">
            {indented(choice)}
          </option>
        ))}
      </select>
      <select name="category" aria-label={shared.categoryLabel} defaultValue={category ?? ''}>
        <option value="">{texts.everyCategory}</option>
        {categoryKeys.map((key) => (
          <option key={key} value={key}>
            {categoryName({ key }, language)}
          </option>
        ))}
      </select>
      <button type="submit" className="button">
        {texts.look}
      </button>
    </form>
  )
}
