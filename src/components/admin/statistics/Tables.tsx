import type { Actor } from '@/access/actor'
import { categoryKeys, libraries, states } from '@/access/rules'
import type { Language } from '@/i18n/language'
import { categoryNames } from '@/i18n/names'
import { sharedTexts } from '@/i18n/shared'
import { statisticsTexts } from '@/i18n/statistics'
import { stateNames } from '@/i18n/steps'
import type { Stock } from '@/statistics/figures'
import { doingKeys, type Doing } from '@/statistics/readPeople'
import type { Span } from '@/statistics/span'
import { isInHours, nameOf, valueOf, type LineKey } from '@/workflow/reporting/lines'
import type { UnitRow } from '@/workflow/reporting/readStatistics'
import type { RowsWanted } from '@/workflow/reporting/rowsWanted'
import { Heads } from '../parts'
import { partAddress, rowsAddress, statisticsAddress } from './addresses'
import { toldOf } from './Figures'

const ofUnits: readonly LineKey[] = [
  ...(['live', 'added', 'changed', 'withdrawn', 'reads', 'uses'] as const),
  ...(['approved', 'waited', 'returned', 'late', 'grave'] as const),
]

type UnitsProps = {
  actor: Actor
  units: readonly UnitRow[]
  span: Span
  language: Language
  /** The report it stands in. */
  report?: string
  /** Which figures, and what the table is called where it is not the main one. */
  keys?: readonly LineKey[]
  label?: string
  /** Whose figures this person sees elsewhere too; all where nothing is said. */
  isLinked?: (unit: UnitRow) => boolean
}

/** Figures of each unit by itself, the main ones where none are named; its name leads to all of its figures. */
export function UnitsTable(props: UnitsProps) {
  const { actor, units, span, report, language, isLinked = () => true, keys = ofUnits } = props
  const texts = statisticsTexts[language]
  const { label = texts.byUnit } = props
  return (
    <div className="zk-wide" tabIndex={0} role="region" aria-label={label}>
      <table className="zk-stats zk-stats--wide">
        <Heads heads={[texts.unit, ...keys.map((key) => nameOf(key, language))]} />
        <tbody>
          {units.map((unit) => {
            const { id, name, above, figures } = unit
            const isOpen = isLinked(unit)
            return (
              <tr key={id}>
                <th scope="row" className={above ? 'zk-table__below' : undefined}>
                  {isOpen ? <a href={statisticsAddress({ span, unit: id })}>{name}</a> : name}
                </th>
                {keys.map((key) => {
                  const n = valueOf(key, { figures })
                  const href = isOpen
                    ? rowsAddress(actor, key, { span, unit: id, isAlone: true, report })
                    : null
                  const said = toldOf(n, isInHours(key), language)
                  return <td key={key}>{n && href ? <a href={href}>{said}</a> : said}</td>
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

type StockProps = {
  stock: Stock
  /** Where the rows of a part of it are; null where they are not for this person. */
  to: (part: Parameters<typeof partAddress>[1]) => string | null
  language: Language
}

/** A number that leads to what it counts. */
function Led({ n, href }: { n: number; href: string | null }) {
  return n > 0 && href ? <a href={href}>{n}</a> : n
}

/** How many copies of each library stand in which state now. */
export function StatesTable({ stock, to, language }: StockProps) {
  const texts = statisticsTexts[language]
  const of = (library: string, state: string) =>
    stock.states.find((one) => one.library === library && one.state === state)?.count ?? 0
  return (
    <div className="zk-wide" tabIndex={0} role="region" aria-label={texts.byState}>
      <table className="zk-stats">
        <Heads heads={[texts.library, ...states.map((state) => stateNames[state][language])]} />
        <tbody>
          {libraries.map((library) => (
            <tr key={library}>
              <th scope="row">{sharedTexts[language].library[library]}</th>
              {states.map((state) => (
                <td key={state}>
                  <Led n={of(library, state)} href={to({ figure: 'copies', library, state })} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What was online at the end, by category; of other libraries as a whole. */
export function CategoriesTable({ stock, to, language }: StockProps) {
  const texts = statisticsTexts[language]
  const rows = libraries.flatMap((library): Category[] => {
    const own = stock.live.filter((one) => one.library === library)
    const name = sharedTexts[language].library[library] ?? ''
    if (library !== 'knowledge') {
      const count = own.reduce((sum, one) => sum + one.count, 0)
      return [{ name, category: texts.noCategory, count, part: { library } }]
    }
    const of = (category: (typeof own)[number]['category']) =>
      own.find((one) => one.category === category)?.count ?? 0
    return [
      ...categoryKeys.map((category) => ({
        ...{ name, category: categoryNames[category][language] },
        ...{ count: of(category), part: { library, category } },
      })),
      // Purged since: nobody knows where it was filed.
      ...(of(null) > 0
        ? [
            {
              ...{ name, category: texts.noCategory, count: of(null) },
              part: { library, category: 'none' as const },
            },
          ]
        : []),
    ]
  })
  return (
    <table className="zk-stats zk-stats--named">
      <Heads heads={[texts.library, texts.category, texts.count]} />
      <tbody>
        {rows.map(({ name, category, count, part }) => (
          <tr key={Object.values(part).join(' ')}>
            <th scope="row">{name}</th>
            <td>{category}</td>
            <td>
              <Led n={count} href={to({ figure: 'live', ...part })} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Category = {
  name: string
  category: string
  count: number
  part: Pick<RowsWanted, 'library' | 'category'>
}

type PeopleProps = {
  people: readonly (Doing & { unitName: string })[]
  span: Span
  language: Language
}

/** What each person did, for who may see it one by one. */
export function PeopleTable({ people, span, language }: PeopleProps) {
  const texts = statisticsTexts[language]
  if (people.length === 0) return <p className="zk-soft">{texts.peopleNone}</p>
  return (
    <div className="zk-wide" tabIndex={0} role="region" aria-label={texts.people}>
      <table className="zk-stats zk-stats--wide zk-stats--named">
        <Heads heads={[texts.person, texts.unit, ...doingKeys.map((key) => texts.doing[key])]} />
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>{person.unitName}</td>
              {doingKeys.map((key) => (
                <td key={key}>
                  <Led
                    n={person[key]}
                    href={partAddress({ span }, { figure: key, person: person.id })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
