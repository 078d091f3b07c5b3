import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { unitTexts } from '@/i18n/unitTexts'
import { MissingRoles } from './MissingRoles'
import type { UnitFacts } from '@/workflow/tree/readUnits'
import { OwedTopics } from './OwedTopics'

type Props = { units: readonly UnitFacts[]; language: Language }

/** A row a unit; on a phone each row becomes a card, its cells named. */
export function UnitsTable({ units, language }: Props) {
  const texts = unitTexts[language]
  return (
    <table className="zk-table">
      <thead>
        <tr>
          <th scope="col">{texts.unit}</th>
          <th scope="col">{texts.people}</th>
          <th scope="col">{texts.roles}</th>
          <th scope="col">{texts.topics}</th>
          <th scope="col" className="zk-table__number">
            {texts.entries}
          </th>
          <th scope="col" className="zk-table__number">
            {texts.pending}
          </th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            <th scope="row" className={unit.above ? 'zk-table__below' : undefined}>
              <a href={`/admin/units/${unit.id}`}>{unit.name}</a>
              {unit.isCentre && <span className="zk-tag">{texts.centre}</span>}
            </th>
            <td data-label={texts.people} className="zk-day">
              {fill(texts.active, { n: unit.people.filter(({ isActive }) => isActive).length })}
            </td>
            <td data-label={texts.roles}>
              <MissingRoles unit={unit} language={language} />
            </td>
            <td data-label={texts.topics}>
              <OwedTopics unit={unit} language={language} />
            </td>
            <Figure label={texts.entries} n={sumOf(unit)} />
            <Figure label={texts.pending} n={sumOf(unit, 'pending')} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** None is told quietly. */
function Figure({ label, n }: { label: string; n: number }) {
  return (
    <td data-label={label} className={`zk-table__number${n === 0 ? ' zk-soft' : ''}`}>
      {n}
    </td>
  )
}

const sumOf = ({ figures }: UnitFacts, state?: 'pending'): number =>
  Object.values(figures)
    .flatMap((counts) => (state ? [counts[state] ?? 0] : Object.values(counts)))
    .reduce((sum, count) => sum + count, 0)
