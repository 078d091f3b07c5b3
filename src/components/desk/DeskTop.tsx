import type { ReactNode } from 'react'
import { categoryKeys, libraries, type Role } from '@/access/rules'
import { SignOut } from '@/components/account/SignOut'
import { categoryName } from '@/components/entryWords'
import { SiteMark } from '@/components/portal/SiteMark'
import { indented, unitChoices } from '@/components/unitChoices'
import { askingTexts } from '@/i18n/asking'
import { deskTexts } from '@/i18n/desk'
import { deskReportTexts } from '@/i18n/deskReport'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import { updateTexts } from '@/i18n/updates'
import type { NamedFacets } from '@/reading/searchAnswer'
import type { TreeUnit } from '@/reading/readTree'
import { FRESHNESS_DAYS } from '@/search/types'
import { chooseByInitials } from './byInitials'
import { isNarrowed, noFilters, type Question } from './deskQuestion'

/** Who sits at the desk, as far as the desk needs to know. */
export type DeskPerson = {
  id: string
  username: string
  roles: readonly Role[]
  name: string
  /** After so many minutes without use the desk locks; null: never. */
  idleMinutes: number | null
  unit: string
  unitName: string
  /** Agents copy a note for the work order. */
  takesNotes: boolean
  /** Whether 规范用语 are shown. */
  saysPhrases: boolean
  /** The centre may ask why a hit is where it is. */
  asksWhy: boolean
  hasAdmin: boolean
  /** May tell of what is missing or wrong, and how many ends of it they have not read. */
  mayReport: boolean
  newTold: number
}

type DeskHeaderProps = {
  language: Language
  isDemo: boolean
  person: DeskPerson
  /** What folds out in its corner. */
  children?: ReactNode
}

export function DeskHeader({ language, isDemo, person, children }: DeskHeaderProps) {
  const texts = deskTexts[language]
  const shared = sharedTexts[language]
  return (
    <header className="desk-header">
      <SiteMark site={{ name: shared.site, longName: shared.siteLong }} href="/desk" />
      {isDemo && <p className="desk-demo">{shared.demo}</p>}
      <nav aria-label={texts.account}>
        <span className="desk-person" lang="zh-CN">
          {person.name}
          <small>{person.unitName}</small>
        </span>
        <a className="desk-updates" href="/desk/updates">
          {updateTexts[language].title}
        </a>
        {person.mayReport && (
          <a href="/desk/tasks">
            {person.newTold > 0
              ? deskReportTexts[language].news(person.newTold)
              : deskReportTexts[language].own}
          </a>
        )}
        {person.hasAdmin && <a href="/admin">{texts.admin}</a>}
        <a href="/">{texts.portal}</a>
        <a href={`/language/${language === 'zh' ? 'en' : 'zh'}`}>{shared.otherLanguage}</a>
        <SignOut language={language} person={person.id} />
        {children}
      </nav>
    </header>
  )
}

type DeskFiltersProps = {
  language: Language
  person: DeskPerson
  units: readonly TreeUnit[]
  question: Question
  /** How many of what was found have each value; null where nothing was counted. */
  facets: NamedFacets | null
  onChange: (part: Partial<Question>) => void
}

type Choice = { value: string; name: string; count?: number }

/** Unit, category, library and freshness, with how many each would leave; all units can be chosen. */
export function DeskFilters({
  language,
  person,
  units,
  question,
  facets,
  onChange,
}: DeskFiltersProps) {
  const texts = deskTexts[language]
  const shared = sharedTexts[language]
  const asking = askingTexts[language]
  const choices = {
    unit: offeredUnits({ person, units, facets, own: texts.ownUnit }),
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
          onKeyDown={chooseByInitials}
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

type Units = Pick<DeskFiltersProps, 'person' | 'units' | 'facets'> & { own: string }

/** The reader's own unit first, then all others as they stand in the tree; what lies below one is included. */
function offeredUnits({ person, units, facets, own }: Units): Choice[] {
  const all = unitChoices(units, facets?.unit ?? null)
  const isOwn = ({ value }: Choice) => value === person.unit
  return [
    ...all.filter(isOwn).map((choice) => ({ ...choice, name: `${own} · ${choice.name}` })),
    ...all
      .filter((choice) => !isOwn(choice))
      .map((choice) => ({ ...choice, name: indented(choice) })),
  ]
}
