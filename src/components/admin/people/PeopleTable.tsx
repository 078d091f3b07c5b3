import type { Language } from '@/i18n/language'
import { peopleTexts } from '@/i18n/people'
import { roleNames } from '@/i18n/names'
import { PersonActions } from './PersonActions'
import type { Listed } from './readPeople'

type Props = { people: readonly Listed[]; self: string; language: Language }

export function PeopleTable({ people, self, language }: Props) {
  const texts = peopleTexts[language]
  return (
    <table className="zk-table">
      <thead>
        <tr>
          <th scope="col">{texts.name}</th>
          <th scope="col">{texts.account}</th>
          <th scope="col">{texts.unit}</th>
          <th scope="col">{texts.roles}</th>
          <th scope="col">{texts.state}</th>
          <th scope="col">{texts.actions}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <a href={`/admin/collections/users/${person.id}`}>{person.name}</a>
              {person.id === self && <span className="zk-tag">{texts.you}</span>}
            </th>
            <td data-label={texts.account}>{person.username}</td>
            <td data-label={texts.unit}>
              <a href={`/admin/units/${person.unit}`}>{person.unitName}</a>
            </td>
            <td data-label={texts.roles}>
              {person.roles
                .map((role) => roleNames[role][language])
                .join(language === 'zh' ? '、' : ', ')}
            </td>
            <td data-label={texts.state}>
              <span className={`zk-state zk-state--${person.isActive ? 'approved' : 'draft'}`}>
                {person.isActive ? texts.active : texts.inactive}
              </span>
              {person.isLocked && (
                <span className="zk-state zk-state--returned">{texts.locked}</span>
              )}
              {person.isFirst && <span className="zk-soft"> {texts.first}</span>}
            </td>
            <td data-label={texts.actions}>
              <PersonActions person={person} isSelf={person.id === self} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
