import { categoryKeys } from '@/access/rules'
import { categoryName } from '@/components/categoryName'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import type { TreeUnit } from '@/reading/readTree'

type Props = {
  language: Language
  unit: TreeUnit | null
  category: string | undefined
  addressOf: (change: Record<string, string | undefined>) => string
}

/** Filters as links: the category, and the unit where one was chosen. */
export function Narrowing({ language, unit, category, addressOf }: Props) {
  const texts = portalTexts[language]
  return (
    <nav className="narrowing" aria-label={texts.narrow}>
      {unit && (
        <p>
          {texts.inUnit(unit.name)} <a href={addressOf({ unit: undefined })}>{texts.everywhere}</a>
        </p>
      )}
      <ul className="chips">
        {[undefined, ...categoryKeys].map((key) => (
          <li key={key ?? 'all'}>
            <a
              href={addressOf({ category: key })}
              aria-current={key === category ? 'true' : undefined}
            >
              {key ? categoryName({ key }, language) : texts.all}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
