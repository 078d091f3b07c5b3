import type { Language } from '@/i18n/language'
import { roleNames } from '@/i18n/names'
import { unitTexts } from '@/i18n/unitTexts'
import type { UnitFacts } from './readUnits'

type Props = { unit: UnitFacts; language: Language; canManage: boolean }

/** Who works there, in which roles, and whether they may sign in. */
export function UnitPeople({ unit, language, canManage }: Props) {
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
