import { roles } from '@/access/rules'
import type { Language } from '@/i18n/language'
import { peopleTexts } from '@/i18n/people'
import { roleNames } from '@/i18n/names'
import { FilterEnd } from '../FilterEnd'
import { UnitOptions } from '../list/UnitOptions'
import type { Choice } from '../list/unitsInReach'
import { personStates, type PeopleAsked } from './readPeople'

type Props = { asked: PeopleAsked; units: readonly Choice[]; language: Language }

export function PeopleFilters({ asked, units, language }: Props) {
  const texts = peopleTexts[language]
  const isNarrowed = Boolean(asked.words || asked.unit || asked.role || asked.state)
  return (
    <form
      className="zk-filters"
      method="get"
      action="/admin/collections/users"
      aria-label={texts.filter}
    >
      <div className="zk-search">
        <input
          type="search"
          name="q"
          aria-label={texts.find}
          placeholder={texts.find}
          defaultValue={asked.words}
        />
      </div>
      <select name="unit" aria-label={texts.unit} defaultValue={asked.unit ?? ''}>
        <option value="">{texts.allUnits}</option>
        <UnitOptions units={units} />
      </select>
      <select name="role" aria-label={texts.role} defaultValue={asked.role ?? ''}>
        <option value="">{texts.allRoles}</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {roleNames[role][language]}
          </option>
        ))}
      </select>
      <select name="state" aria-label={texts.state} defaultValue={asked.state ?? ''}>
        <option value="">{texts.allStates}</option>
        {personStates.map((state) => (
          <option key={state} value={state}>
            {texts[state]}
          </option>
        ))}
      </select>
      <FilterEnd texts={texts} isNarrowed={isNarrowed} whole="/admin/collections/users" />
    </form>
  )
}
