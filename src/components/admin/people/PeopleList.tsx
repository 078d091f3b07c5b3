import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { ListViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { fill } from '@/i18n/adminTexts'
import { peopleTexts } from '@/i18n/peopleTexts'
import { unitsInReach } from '../list/unitsInReach'
import { PeopleFilters } from './PeopleFilters'
import { PeoplePages } from './PeoplePages'
import { PeopleTable } from './PeopleTable'
import { peopleAsked, readPeople } from './readPeople'

/** 账号管理 in place of Payload's table: everybody by unit, role and state, with what the operator does to accounts. */
export async function PeopleList({ payload, user, i18n, searchParams }: ListViewServerProps) {
  const actor = actorOf(user)
  if (!actor || !isGranted(user, 'users', 'read')) notFound()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const texts = peopleTexts[language]
  const asked = peopleAsked(searchParams)
  const [units, found] = await Promise.all([
    // Of every unit: who keeps the accounts has to do with all of them.
    unitsInReach(payload, { ...actor, roles: ['centre'] }),
    readPeople(payload, asked),
  ])
  return (
    <main className="zk-page">
      <SetStepNav nav={[{ label: texts.title }]} />
      <Gutter>
        <h1>{texts.title}</h1>
        <p className="zk-soft">{texts.about}</p>
        <p>
          <a className="zk-button" href="/admin/collections/users/create">
            {texts.add}
          </a>
        </p>
        <PeopleFilters asked={asked} units={units} language={language} />
        <p className="zk-soft" role="status">
          {found.total === 0 ? texts.none : fill(texts.shown, { n: found.total })}
        </p>
        {found.total > 0 && (
          <PeopleTable people={found.people} self={actor.id} language={language} />
        )}
        <PeoplePages asked={asked} last={found.pages} language={language} />
      </Gutter>
    </main>
  )
}
