import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { fill } from '@/i18n/adminTexts'
import { peopleTexts } from '@/i18n/people'
import { AdminPage, PageHead } from '../AdminPage'
import { Empty } from '../Empty'
import { Pages } from '../list/Pages'
import { searchOf } from '../list/searchOf'
import { unitsInReach } from '../list/unitsInReach'
import { PeopleFilters } from './PeopleFilters'
import { PeopleTable } from './PeopleTable'
import { peopleAsked, readPeople } from './readPeople'

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
      {found.total === 0 ? (
        <Empty said={texts.none} />
      ) : (
        <>
          <p className="zk-soft" role="status">
            {fill(texts.shown, { n: found.total })}
          </p>
          <PeopleTable people={found.people} self={actor.id} language={language} />
        </>
      )}
      <Pages
        address="/admin/collections/users"
        search={searchOf(view.searchParams)}
        page={asked.page}
        last={found.pages}
        language={language}
      />
    </AdminPage>
  )
}
