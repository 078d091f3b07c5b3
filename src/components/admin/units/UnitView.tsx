import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { libraries, type Library, states } from '@/access/rules'
import { unitsSeen } from '@/access/units'
import type { Language } from '@/i18n/language'
import { roleNames } from '@/i18n/names'
import { sharedTexts } from '@/i18n/shared'
import { stateNames } from '@/i18n/steps'
import { kindNames, treeTexts } from '@/i18n/treeTexts'
import { topicNames, topicStateNames, unitTexts } from '@/i18n/unitTexts'
import { readUnits, type UnitFacts } from '@/workflow/tree/readUnits'
import { AdminPage } from '../AdminPage'
import { MissingRoles } from './UnitsView'

/** One unit: its people, what it lacks, the entries it owes, how many it has, what lies below. */
export async function UnitView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const actor = actorOf(req.user)
  const [, id] = (view.params?.segments ?? []) as string[]
  if (!actor || unitsSeen(actor) === 'none') notFound()
  const units = await readUnits(req.payload, actor)
  const unit = units.find((one) => one.id === id)
  if (!unit) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = unitTexts[language]
  const readsCopies = isGranted(req.user, 'knowledge', 'read')
  return (
    <AdminPage view={view} title={unit.name} above={[{ label: texts.title, url: '/admin/units' }]}>
      <dl className="zk-text__facts">
        <div>
          <dt>{texts.kind}</dt>
          <dd>
            {kindNames[unit.kind][language]}
            {unit.isCentre && <span className="zk-tag">{texts.centre}</span>}
          </dd>
        </div>
        <div>
          <dt>{texts.above}</dt>
          <dd>{unit.above?.name ?? treeTexts[language].top}</dd>
        </div>
        {unit.kind !== 'region' && (
          <div>
            <dt>{texts.roles}</dt>
            <dd>
              <MissingRoles unit={unit} language={language} />
            </dd>
          </div>
        )}
      </dl>
      {unit.kind === 'region' && <p className="zk-soft">{texts.regionNote}</p>}
      <UnitPeople
        unit={unit}
        language={language}
        canManage={isGranted(req.user, 'users', 'update')}
      />
      {unit.kind !== 'region' && (
        <UnitTopics unit={unit} language={language} readsCopies={readsCopies} />
      )}
      <UnitFigures unit={unit} language={language} readsCopies={readsCopies} />
      <section>
        <h2>{texts.below}</h2>
        {unit.below.length === 0 ? (
          <p className="zk-soft">{texts.noBelow}</p>
        ) : (
          <ul className="zk-links">
            {unit.below.map((one) => (
              <li key={one.id}>
                <a href={`/admin/units/${one.id}`}>{one.name}</a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </AdminPage>
  )
}

type UnitViewProps = { unit: UnitFacts; language: Language; readsCopies: boolean }

/** The four entries every unit owes, each with the way to it for those who read it. */
function UnitTopics({ unit, language, readsCopies }: UnitViewProps) {
  const texts = unitTexts[language]
  return (
    <section>
      <h2>{texts.topics}</h2>
      <p className="zk-soft">{texts.topicsNote}</p>
      <ul className="zk-topics">
        {unit.topics.map(({ topic, state, entry }) => (
          <li key={topic}>
            <strong>{topicNames[topic][language]}</strong>
            <span
              className={`zk-state zk-state--${state === 'good' ? 'approved' : state === 'pending' ? 'pending' : 'returned'}`}
            >
              {topicStateNames[state][language]}
            </span>
            {readsCopies && entry && (
              <a
                href={`/admin/collections/knowledge/${entry}`}
                aria-label={`${texts.open} ${topicNames[topic][language]}`}
              >
                {texts.open}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type UnitFiguresProps = { unit: UnitFacts; language: Language; readsCopies: boolean }

/** How many entries of each library stand in each state; each number leads to its list for those who read it. */
function UnitFigures({ unit, language, readsCopies }: UnitFiguresProps) {
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
function UnitPeople({ unit, language, canManage }: PeopleProps) {
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
