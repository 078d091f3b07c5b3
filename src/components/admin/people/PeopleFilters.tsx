import { roles } from '@/access/rules'
import type { Language } from '@/i18n/language'
import { peopleTexts } from '@/i18n/peopleTexts'
import { roleNames } from '@/i18n/roleNames'
import type { Choice } from '../list/unitsInReach'
import { personStates, type PeopleAsked } from './readPeople'

type Props = { asked: PeopleAsked; units: readonly Choice[]; language: Language }

export function PeopleFilters({ asked, units, language }: Props) {
  const texts = peopleTexts[language]
  const isNarrowed = Boolean(asked.words || asked.unit || asked.role || asked.state)
  return (
    <form className="zk-filters" method="get" action="/admin/collections/users">
      <label>
        {texts.find}
        <input type="search" name="q" defaultValue={asked.words} />
      </label>
      <label>
        {texts.unit}
        <select name="unit" defaultValue={asked.unit ?? ''}>
          <option value="">{texts.allUnits}</option>
          {units.map(({ id, name, group }) => (
            <option key={id} value={id}>
              {group && group !== name ? `${group} / ${name}` : name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.role}
        <select name="role" defaultValue={asked.role ?? ''}>
          <option value="">{texts.allRoles}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleNames[role][language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.state}
        <select name="state" defaultValue={asked.state ?? ''}>
          <option value="">{texts.allStates}</option>
          {personStates.map((state) => (
            <option key={state} value={state}>
              {texts[state]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="zk-button">
        {texts.filter}
      </button>
      {isNarrowed && (
        <a className="zk-link" href="/admin/collections/users">
          {texts.clear}
        </a>
      )}
    </form>
  )
}
