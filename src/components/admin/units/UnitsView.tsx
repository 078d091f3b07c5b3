import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { unitsSeen } from '@/access/units'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { roleNames } from '@/i18n/names'
import { unitTexts, topicNames, topicStateNames } from '@/i18n/unitTexts'
import { FilterEnd, Empty } from '../parts'
import { AdminPage } from '../AdminPage'
import { readUnits, type UnitFacts } from '@/workflow/tree/readUnits'

/** 单位情况: the units this person sees, with what each lacks; narrowed by name and by what is lacking. */
export async function UnitsView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  const seen = unitsSeen(actor)
  if (!actor || seen === 'none') notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = unitTexts[language]
  const units = await readUnits(req.payload, actor)
  const words = String(view.searchParams?.q ?? '').trim()
  const show = shows.find((one) => one === view.searchParams?.show) ?? 'all'
  const named = units.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()))
  const shown = named.filter((unit) => isShown(unit, show))
  const labels = { all: texts.allUnits, lacking: texts.lacking, owing: texts.owing }
  return (
    <AdminPage view={view} title={texts.title}>
      <p className="zk-soft">{seen === 'everything' ? texts.about : texts.aboutOwn}</p>
      <form className="zk-filters" method="get" action="/admin/units">
        <div className="zk-search">
          <input
            type="search"
            name="q"
            aria-label={texts.find}
            placeholder={texts.find}
            defaultValue={words}
          />
        </div>
        <select name="show" aria-label={texts.show} defaultValue={show}>
          {shows.map((one) => (
            <option key={one} value={one}>
              {fill(labels[one], { n: named.filter((unit) => isShown(unit, one)).length })}
            </option>
          ))}
        </select>
        <FilterEnd texts={texts} isNarrowed={words !== '' || show !== 'all'} whole="/admin/units" />
      </form>
      {shown.length === 0 ? (
        <Empty said={texts.none} />
      ) : (
        <>
          <p className="zk-soft" role="status">
            {fill(texts.shown, { n: shown.length })}
          </p>
          <UnitsTable units={shown} language={language} />
        </>
      )}
    </AdminPage>
  )
}

type Props = { units: readonly UnitFacts[]; language: Language }

/** A row a unit; on a phone each row becomes a card, its cells named. */
function UnitsTable({ units, language }: Props) {
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

type UnitProps = { unit: UnitFacts; language: Language }

/** Roles nobody of the unit holds, and who decides then. */
export function MissingRoles({ unit, language }: UnitProps) {
  const texts = unitTexts[language]
  if (unit.kind === 'region') return <span className="zk-soft">—</span>
  if (unit.missing.length === 0) return <span className="zk-soft">{texts.complete}</span>
  const who = unit.deputy ? fill(texts.deputy, { unit: unit.deputy }) : texts.undecided
  return (
    <>
      {unit.missing.map((role) => (
        <span key={role} className="zk-state zk-state--returned">
          {fill(texts.lacks, { role: roleNames[role][language] })}
        </span>
      ))}
      {unit.missing.includes('approver') && <span className="zk-soft"> {who}</span>}
    </>
  )
}

/** Which of the four entries a unit owes are not as they should be. */
function OwedTopics({ unit, language }: UnitProps) {
  if (unit.kind === 'region') return <span className="zk-soft">—</span>
  const owed = unit.topics.filter(({ state }) => state !== 'good')
  if (owed.length === 0) return <span className="zk-soft">{unitTexts[language].allGood}</span>
  const states = [...new Set(owed.map(({ state }) => state))]
  return (
    <>
      {states.map((state) => (
        <span key={state} className="zk-owed">
          <span className={`zk-state zk-state--${state === 'pending' ? 'pending' : 'draft'}`}>
            {topicStateNames[state][language]}
          </span>{' '}
          {owed
            .filter((one) => one.state === state)
            .map(({ topic }) => topicNames[topic][language])
            .join(language === 'zh' ? '、' : ', ')}
        </span>
      ))}
    </>
  )
}

/** What the page of units can be narrowed to: all, those that lack a role, those that owe an entry. */
const shows = ['all', 'lacking', 'owing'] as const
export type Show = (typeof shows)[number]

export const isShown = ({ missing, topics }: UnitFacts, show: Show): boolean => {
  if (show === 'lacking') return missing.length > 0
  return show === 'all' || topics.some(({ state }) => state !== 'good')
}
