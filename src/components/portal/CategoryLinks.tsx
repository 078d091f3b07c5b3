import { categoryKeys } from '@/access/rules'
import { categoryName } from '@/components/categoryName'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import type { TreeUnit } from '@/reading/readTree'

type Props = { units: readonly TreeUnit[]; language: Language }

/** The standard categories over all units. */
export function CategoryLinks({ units, language }: Props) {
  const texts = portalTexts[language]
  const counts = countsOf(units, new Map())
  return (
    <ul className="categories">
      {categoryKeys.map((key) => (
        <li key={key}>
          <a href={`/search?category=${key}`}>
            <strong>{categoryName({ key }, language)}</strong>
            <span>{texts.categoryHint[key]}</span>
            <span className="count">{texts.entries(counts.get(key) ?? 0)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function countsOf(units: readonly TreeUnit[], counts: Map<string, number>): Map<string, number> {
  for (const unit of units) {
    for (const { key, count } of unit.categories) counts.set(key, (counts.get(key) ?? 0) + count)
    countsOf(unit.units, counts)
  }
  return counts
}
