import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { roles } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { roleNames } from '@/i18n/names'
import { peopleTexts } from '@/i18n/people'
import { AdminPage, PageHead } from '../AdminPage'
import { type Choice, unitsInReach } from '@/workflow/tree/readUnits'
import { FilterEnd, Paged, UnitOptions } from '../parts'
import { PersonActions } from './PersonActions'
import {
  type Listed,
  peopleAsked,
  readPeople,
  personStates,
  type PeopleAsked,
} from '@/workflow/accounts/readPeople'

/** 账号管理: everybody by unit, role and state, with what the operator does to accounts. */
export async function PeopleList({ view }: { view: AdminViewServerProps }) {
  const { req } = view.initPageResult
  const { payload, user } = req
  const actor = actorOf(user)
  if (!actor || !isGranted(user, 'users', 'read')) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = peopleTexts[language]
  const asked = peopleAsked(view.searchParams)
  const [units, found] = await Promise.all([
    // Of every unit: who keeps the accounts has to do with all of them.
    unitsInReach(payload, { ...actor, roles: ['centre'] }),
    readPeople(payload, asked),
  ])
  return (
    <AdminPage view={view} place={texts.title}>
      <PageHead title={texts.title}>
        <Link
          className="zk-button zk-button--primary"
          href="/admin/collections/users/create"
          prefetch={false}
        >
          {texts.add}
        </Link>
      </PageHead>
      <p className="zk-soft">{texts.about}</p>
      <PeopleFilters asked={asked} units={units} language={language} />
      <Paged
        {...{ view, language }}
        address="/admin/collections/users"
        page={asked.page}
        last={found.pages}
        none={found.total === 0 ? texts.none : ''}
        counted={fill(texts.shown, { n: found.total })}
      >
        <PeopleTable people={found.people} self={actor.id} language={language} />
      </Paged>
    </AdminPage>
  )
}

type Props = { asked: PeopleAsked; units: readonly Choice[]; language: Language }

function PeopleFilters({ asked, units, language }: Props) {
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

type TableProps = { people: readonly Listed[]; self: string; language: Language }

function PeopleTable({ people, self, language }: TableProps) {
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
