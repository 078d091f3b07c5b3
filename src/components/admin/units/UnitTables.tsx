import { libraries, states, type Library } from '@/access/rules'
import type { Language } from '@/i18n/language'
import { roleNames } from '@/i18n/names'
import { sharedTexts } from '@/i18n/shared'
import { stateNames } from '@/i18n/steps'
import { unitTexts } from '@/i18n/unitTexts'
import type { UnitFacts } from '@/workflow/tree/readUnits'

type Props = { unit: UnitFacts; language: Language; readsCopies: boolean }

/** How many entries of each library stand in each state; each number leads to its list for those who read it. */
export function UnitFigures({ unit, language, readsCopies }: Props) {
  const texts = unitTexts[language]
  const { figures } = unit
  const sumOf = (library: Library) =>
    Object.values(figures[library] ?? {}).reduce((sum, count) => sum + count, 0)
  if (libraries.every((library) => sumOf(library) === 0)) {
    return (
      <section>
        <h2>{texts.figures}</h2>
        <p className="zk-soft">{texts.noEntries}</p>
      </section>
    )
  }
  const shown = (library: Library, count: number, query: string) =>
    readsCopies && count > 0 ? (
      <a href={`/admin/collections/${library}?unit=${unit.id}${query}`}>{count}</a>
    ) : (
      count
    )
  return (
    <section>
      <h2>{texts.figures}</h2>
      <div className="zk-figures">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.library}</th>
              {states.map((state) => (
                <th key={state} scope="col">
                  {stateNames[state][language]}
                </th>
              ))}
              <th scope="col">{texts.sum}</th>
            </tr>
          </thead>
          <tbody>
            {libraries.map((library) => (
              <tr key={library}>
                <th scope="row">{sharedTexts[language].library[library]}</th>
                {states.map((state) => (
                  <td key={state}>
                    {shown(library, figures[library]?.[state] ?? 0, `&state=${state}`)}
                  </td>
                ))}
                <td>{shown(library, sumOf(library), '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type PeopleProps = { unit: UnitFacts; language: Language; canManage: boolean }

/** Who works there, in which roles, and whether they may sign in. */
export function UnitPeople({ unit, language, canManage }: PeopleProps) {
  const texts = unitTexts[language]
  return (
    <section>
      <h2>{texts.people}</h2>
      {unit.people.length === 0 && <p className="zk-soft">{texts.noPeople}</p>}
      {unit.people.length > 0 && (
        <table className="zk-table">
          <thead>
            <tr>
              <th scope="col">{texts.name}</th>
              <th scope="col">{texts.account}</th>
              <th scope="col">{texts.role}</th>
              <th scope="col">{texts.state}</th>
            </tr>
          </thead>
          <tbody>
            {unit.people.map(({ id, name, username, roles, isActive, isLocked }) => (
              <tr key={id}>
                <th scope="row">
                  {canManage ? <a href={`/admin/collections/users/${id}`}>{name}</a> : name}
                </th>
                <td data-label={texts.account}>{username}</td>
                <td data-label={texts.role}>
                  {roles
                    .map((role) => roleNames[role][language])
                    .join(language === 'zh' ? '、' : ', ')}
                </td>
                <td data-label={texts.state}>
                  <span className={`zk-state zk-state--${isActive ? 'approved' : 'draft'}`}>
                    {isActive ? texts.inUse : texts.off}
                  </span>
                  {isLocked && <span className="zk-state zk-state--returned">{texts.locked}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {canManage && (
        <p className="zk-buttons zk-buttons--start">
          <a className="zk-link" href={`/admin/collections/users?unit=${unit.id}`}>
            {texts.managePeople}
          </a>
          <a className="zk-link" href="/admin/collections/users/create">
            {texts.addPerson}
          </a>
        </p>
      )}
    </section>
  )
}
