import { categoryKeys } from '@/access/rules'
import { categoryName } from '@/components/categoryName'
import { askingTexts } from '@/i18n/asking'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import type { EntryFilters } from '@/reading/listEntries'
import type { NamedFacets } from '@/reading/namedFacets'
import type { TreeUnit } from '@/reading/readTree'

type Change = Record<string, string | number | undefined>

type Props = {
  language: Language
  unit: TreeUnit | null
  asked: EntryFilters
  /** How many of what was found have each value; null where nothing was counted. */
  facets: NamedFacets | null
  addressOf: (change: Change) => string
}

type Choice = { value: string | number; name: string; count?: number; isChinese?: boolean }

/** So many units are offered; the rest is found by the unit's own page. */
const unitsOffered = 8

/** Filters as links with how many each would leave: the category always, the others where they were counted. */
export function Narrowing({ language, unit, asked, facets, addressOf }: Props) {
  const texts = portalTexts[language]
  const asking = askingTexts[language]
  const shared = sharedTexts[language]
  const groups: { name: keyof EntryFilters; label: string; choices: Choice[] }[] = [
    {
      name: 'category',
      label: shared.categoryLabel,
      choices: categoryKeys.map((key) => ({
        ...{ value: key, name: categoryName({ key }, language) },
        count: facets ? (facets.category.find((each) => each.key === key)?.count ?? 0) : undefined,
      })),
    },
    {
      name: 'library',
      label: shared.libraryLabel,
      choices: (facets?.library ?? []).map(({ key, count }) => {
        return { value: key, name: shared.library[key] ?? key, count }
      }),
    },
    {
      name: 'unit',
      label: shared.unit,
      choices: (facets?.unit ?? []).slice(0, unitsOffered).map(({ id, name, count }) => {
        return { value: id, name, count, isChinese: true }
      }),
    },
    {
      name: 'freshness',
      label: asking.freshness,
      choices: (facets?.freshness ?? []).map(({ days, count }) => {
        return { value: days, name: asking.within(days), count }
      }),
    },
  ]
  const isNarrowed = Object.values(asked).some((value) => value !== undefined)
  const none = { category: undefined, library: undefined, unit: undefined, freshness: undefined }
  return (
    <nav className="narrowing" aria-label={texts.narrow}>
      {unit && (
        <p>
          {texts.inUnit(unit.name)} <a href={addressOf({ unit: undefined })}>{texts.everywhere}</a>
        </p>
      )}
      {groups.map(({ name, label, choices }) => (
        <Group
          key={name}
          label={label}
          every={asking.every}
          chosen={asked[name]}
          choices={choices.filter(({ value, count }) => count !== 0 || value === asked[name])}
          addressOf={(value) => addressOf({ [name]: value })}
        />
      ))}
      {isNarrowed && (
        <p>
          <a href={addressOf(none)}>{asking.clear}</a>
        </p>
      )}
    </nav>
  )
}

type GroupProps = {
  label: string
  every: string
  chosen: string | number | undefined
  choices: readonly Choice[]
  addressOf: (value: string | number | undefined) => string
}

function Group({ label, every, chosen, choices, addressOf }: GroupProps) {
  // One choice narrows nothing.
  if (choices.length < 2 && chosen === undefined) return null
  const all: (Choice | { value: undefined; name: string })[] = [
    { value: undefined, name: every },
    ...choices,
  ]
  return (
    <div className="narrowing-group">
      <p>{label}</p>
      <ul className="chips">
        {all.map((choice) => (
          <li key={choice.value ?? 'all'}>
            <a
              href={addressOf(choice.value)}
              aria-current={choice.value === chosen ? 'true' : undefined}
            >
              <span lang={'isChinese' in choice ? 'zh-CN' : undefined}>{choice.name}</span>
              {'count' in choice && choice.count !== undefined && (
                <span className="count"> {choice.count}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
