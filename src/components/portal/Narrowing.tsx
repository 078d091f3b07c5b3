import { categoryKeys } from '@/access/rules'
import { categoryName } from '@/components/entryWords'
import { indented, unitChoices, type UnitChoice } from '@/components/unitChoices'
import { askingTexts } from '@/i18n/asking'
import { browsingTexts } from '@/i18n/browsing'
import type { Language } from '@/i18n/language'
import { portalTexts } from '@/i18n/portal'
import { sharedTexts } from '@/i18n/shared'
import { themeTexts } from '@/i18n/themes'
import type { EntryFilters } from '@/reading/listEntries'
import type { NamedFacets } from '@/reading/searchAnswer'
import type { TreeUnit } from '@/reading/readTree'

type Change = Record<string, string | number | undefined>

type Props = {
  language: Language
  words: string
  units: readonly TreeUnit[]
  /** Those in use, in the centre's order. */
  themes: readonly { key: string; name: string }[]
  asked: EntryFilters
  /** How many of what was found have each value; null where nothing was counted. */
  facets: NamedFacets | null
  /** How many were found. */
  total: number
  addressOf: (change: Change) => string
}

type Choice = { value: string | number; name: string; count?: number; isChinese?: boolean }

/** So many units are offered with one click, those with most; the rest is chosen from the whole tree. */
const unitsOffered = 8

/** So few are read at a glance: filters would take more room than they. */
const fewest = 3

/**
 * Filters as links with how many each would leave: the category always, the others where they were counted. One line
 * to be opened; beside the results where there is room (screens.css).
 */
export function Narrowing(props: Props) {
  const { language, words, units, themes, asked, facets, total, addressOf } = props
  const texts = portalTexts[language]
  const browsing = browsingTexts[language]
  const asking = askingTexts[language]
  const shared = sharedTexts[language]
  const all = unitChoices(units, facets?.unit ?? null)
  const offered = new Set(facets?.unit.slice(0, unitsOffered).map(({ id }) => id))
  const chosenTheme = themes.find(({ key }) => key === asked.theme)
  const chosenUnit = all.find(({ value }) => value === asked.unit)
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
      name: 'theme',
      label: themeTexts[language].theme,
      choices: themes.map(({ key, name }) => ({
        ...{ value: key, name, isChinese: true },
        count: facets ? (facets.theme.find((each) => each.key === key)?.count ?? 0) : undefined,
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
      choices: all
        .filter((choice) => offered.has(choice.value) || choice === chosenUnit)
        .map((choice) => ({ ...choice, isChinese: true })),
    },
    {
      name: 'freshness',
      label: asking.freshness,
      choices: (facets?.freshness ?? []).map(({ days, count }) => {
        return { value: days, name: asking.within(days), count }
      }),
    },
  ]
  const set = Object.values(asked).filter((value) => value !== undefined).length
  if (set === 0 && total <= fewest) return null
  const none = {
    ...{ category: undefined, theme: undefined, library: undefined },
    ...{ unit: undefined, freshness: undefined },
  }
  return (
    <nav className="narrowing" aria-label={texts.narrow}>
      {chosenUnit && (
        <p>
          {browsing.within(chosenUnit.name)}{' '}
          <a href={addressOf({ unit: undefined })}>{browsing.wholeCity}</a>
        </p>
      )}
      {chosenTheme && (
        <p>
          {browsing.within(chosenTheme.name)}{' '}
          <a href={addressOf({ theme: undefined })}>{themeTexts[language].anyTheme}</a>
        </p>
      )}
      <details>
        <summary>
          {browsing.filters}
          {set > 0 && <span className="tag">{browsing.filtersSet(set)}</span>}
        </summary>
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
        <UnitForm language={language} words={words} asked={asked} all={all} />
      </details>
      {set > 0 && (
        <p>
          <a href={addressOf(none)}>{asking.clear}</a>
        </p>
      )}
    </nav>
  )
}

type UnitFormProps = Pick<Props, 'language' | 'words' | 'asked'> & { all: readonly UnitChoice[] }

/** Every unit of the tree, in its order; a plain form, so that it needs no JavaScript. */
function UnitForm({ language, words, asked, all }: UnitFormProps) {
  const texts = portalTexts[language]
  const kept = { q: words, ...asked, unit: undefined }
  return (
    <form className="narrowing-group" action="/search">
      <label htmlFor="unit">{texts.chooseUnit}</label>
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <span className="narrowing-unit">
        <select id="unit" name="unit" defaultValue={asked.unit ?? ''}>
          <option value="">{texts.everyUnit}</option>
          {all.map((choice) => (
            <option key={choice.value} value={choice.value} lang="zh-CN">
              {choice.count === undefined
                ? indented(choice)
                : askingTexts[language].counted(indented(choice), choice.count)}
            </option>
          ))}
        </select>
        <button type="submit">{texts.look}</button>
      </span>
    </form>
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
