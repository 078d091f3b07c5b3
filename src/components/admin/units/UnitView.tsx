import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { unitsSeen } from '@/access/units'
import type { Language } from '@/i18n/language'
import { kindNames, treeTexts } from '@/i18n/treeTexts'
import { unitTexts, topicNames, topicStateNames } from '@/i18n/unitTexts'
import { AdminPage } from '../AdminPage'
import { readUnits, type UnitFacts } from '@/workflow/tree/readUnits'
import { MissingRoles } from './UnitsView'
import { UnitFigures, UnitPeople } from './UnitTables'

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

type Props = { unit: UnitFacts; language: Language; readsCopies: boolean }

/** The four entries every unit owes, each with the way to it for those who read it. */
function UnitTopics({ unit, language, readsCopies }: Props) {
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
