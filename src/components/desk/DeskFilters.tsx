import { categoryKeys, libraries } from '@/access/rules'
import { categoryName } from '@/components/categoryName'
import { askingTexts } from '@/i18n/asking'
import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import { findUnit } from '@/reading/findUnit'
import type { NamedFacets } from '@/reading/namedFacets'
import type { TreeUnit } from '@/reading/readTree'
import { FRESHNESS_DAYS } from '@/search/types'
import type { DeskPerson } from './DeskHeader'
import { isNarrowed, noFilters, type Question } from './deskQuestion'

type Props = {
  language: Language
  person: DeskPerson
  units: readonly TreeUnit[]
  question: Question
  /** How many of what was found have each value; null where nothing was counted. */
  facets: NamedFacets | null
  onChange: (part: Partial<Question>) => void
}

type Choice = { value: string; name: string; count?: number }

/** Unit (the own one first), category, library and freshness, with how many each would leave. */
export function DeskFilters({ language, person, units, question, facets, onChange }: Props) {
  const texts = deskTexts[language]
  const shared = sharedTexts[language]
  const asking = askingTexts[language]
  const choices = {
    unit: unitChoices({ person, units, question, facets, own: texts.ownUnit }),
    category: counted(
      categoryKeys.map((key) => ({ value: key, name: categoryName({ key }, language) })),
      facets && new Map(facets.category.map(({ key, count }) => [key, count])),
    ),
    library: counted(
      libraries.map((key) => ({ value: key, name: shared.library[key] ?? key })),
      facets && new Map(facets.library.map(({ key, count }) => [key, count])),
    ),
    freshness: counted(
      FRESHNESS_DAYS.map((days) => ({ value: String(days), name: asking.within(days) })),
      facets && new Map(facets.freshness.map(({ days, count }) => [String(days), count])),
    ),
  }
  const filters = [
    { name: 'unit', label: shared.unit, every: texts.everyUnit },
    { name: 'category', label: shared.categoryLabel, every: texts.everyCategory },
    { name: 'library', label: shared.libraryLabel, every: texts.everyLibrary },
    { name: 'freshness', label: asking.freshness, every: asking.everyTime },
  ] as const
  return (
    <div className="desk-filters" role="group" aria-label={texts.filters}>
      {filters.map(({ name, label, every }) => (
        <select
          key={name}
          name={name}
          aria-label={label}
          value={question[name]}
          data-chosen={question[name] ? '' : undefined}
          onChange={(event) => onChange({ [name]: event.target.value })}
        >
          <option value="">{every}</option>
          {choices[name]
            .filter(({ value, count }) => count !== 0 || value === question[name])
            .map(({ value, name, count }) => (
              <option key={value} value={value}>
                {count === undefined ? name : asking.counted(name, count)}
              </option>
            ))}
        </select>
      ))}
      {isNarrowed(question) && (
        <button type="button" className="plain" onClick={() => onChange(noFilters)}>
          {asking.clear}
        </button>
      )}
    </div>
  )
}

const counted = (choices: Choice[], counts: ReadonlyMap<string, number> | null): Choice[] =>
  counts ? choices.map((choice) => ({ ...choice, count: counts.get(choice.value) ?? 0 })) : choices

type Units = Pick<Props, 'person' | 'units' | 'question' | 'facets'> & { own: string }

/** Of what was found its units, else the first level: what lies below is included, the tree leads to each. */
function unitChoices({ person, units, question, facets, own }: Units): Choice[] {
  const offered: Choice[] = facets
    ? facets.unit.map(({ id, name, count }) => ({ value: id, name, count }))
    : units.map(({ id, name }) => ({ value: id, name }))
  const first = [
    ...(person.unitName ? [{ id: person.unit, name: `${own} · ${person.unitName}` }] : []),
    ...(question.unit && question.unit !== person.unit
      ? [{ id: question.unit, name: findUnit(units, question.unit)?.name ?? '' }]
      : []),
  ]
  const isFirst = ({ value }: Choice) => first.some(({ id }) => id === value)
  return [
    ...first.map(({ id, name }) => ({
      ...{ value: id, name },
      count: offered.find(({ value }) => value === id)?.count,
    })),
    ...offered.filter((choice) => !isFirst(choice)),
  ]
}
