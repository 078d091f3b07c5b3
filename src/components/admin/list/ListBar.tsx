import type { BeforeListTableServerProps } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { listAsked, listFlags, placeConditions, type ListFlag } from '@/access/listFilter'
import { isGranted } from '@/access/granted'
import { reachQuery } from '@/access/reach'
import { states, type Library, type State } from '@/access/rules'
import { adminTexts } from '@/i18n/adminTexts'
import { listFlagNames, stateNameOf } from '@/i18n/stepNames'
import { BulkSteps } from './BulkSteps'
import { countsOf } from './countsOf'
import { ImportCases } from './ImportCases'
import { KeepAddress } from './KeepAddress'
import { NewNotice } from './NewNotice'
import { PlaceFilter } from './PlaceFilter'
import { severalFor } from './severalFor'
import { unitsInReach } from './unitsInReach'

/** Top left of a library's list: all, or one state or mark, each with its count; then unit and category. */
export async function ListBar(props: BeforeListTableServerProps) {
  const { collectionConfig, payload, user, searchParams, i18n } = props
  const actor = actorOf(user)
  const reach = reachQuery(actor)
  if (!actor || reach === false) return null
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const texts = adminTexts[language]
  const library = collectionConfig.slug as Library
  const asked = listAsked(searchParams)
  const counts = await countsOf({
    payload,
    library,
    conditions: [
      ...(reach === true ? [] : [reach]),
      ...placeConditions(asked, 'entry.'),
      ...(asked.kind ? [{ kind: { equals: asked.kind } }] : []),
    ],
  })
  const several = severalFor(actor, library, asked)
  const all = {
    key: 'all',
    name: texts.all,
    count: states.reduce((sum, state) => sum + counts[state], 0),
    query: { sort: '-updatedAt' },
  }
  const ofStates = statesFor(actor, library).map((state) => ({
    key: state,
    name: stateNameOf(library, state)[language],
    count: counts[state],
    // What waits longest is decided first.
    query: { state, sort: state === 'pending' ? 'stateSince' : '-stateSince' },
  }))
  const ofFlags = flagsFor(library).map((flag) => ({
    key: flag,
    name: listFlagNames[flag][language],
    count: counts[flag],
    query: { flag, sort: '-stateSince' },
  }))
  const chosen = asked.flag ?? asked.state ?? 'all'
  const units = await unitsInReach(payload, actor)
  const kept = {
    ...(asked.unit && { unit: asked.unit }),
    ...(asked.category && { category: asked.category }),
    ...(asked.kind && { kind: asked.kind }),
    ...(asked.keeper && { keeper: asked.keeper }),
  }
  return (
    <div className={units.length > 1 ? 'zk-listbar' : 'zk-listbar zk-listbar--ofone'}>
      <KeepAddress library={library} />
      <nav className="zk-filter" aria-label={texts.filterByState}>
        {[all, ...ofStates, ...ofFlags].map(({ key, name, count, query }) => (
          <a
            key={key}
            href={`/admin/collections/${library}?${new URLSearchParams({ ...query, ...kept })}`}
            aria-current={key === chosen ? 'page' : undefined}
          >
            {name} <span className="zk-count">{count}</span>
          </a>
        ))}
      </nav>
      <PlaceFilter
        units={units}
        hasCategories={library === 'knowledge'}
        unit={asked.unit}
        category={asked.category}
      />
      {library === 'notices' && isGranted(user, library, 'create') && (
        <NewNotice kind={asked.kind} />
      )}
      {library === 'cases' && isGranted(user, library, 'create') && <ImportCases />}
      {several.length > 0 && <BulkSteps library={library} steps={several} />}
    </div>
  )
}

const statesFor = ({ roles }: Actor, library: Library): State[] => {
  if (library === 'cases') return ['draft', 'approved']
  return roles.includes('approver')
    ? ['pending', 'draft', 'approved', 'returned']
    : ['draft', 'pending', 'approved', 'returned']
}

/** Nobody asks for the deletion of a case or to have it returned. */
const flagsFor = (library: Library): ListFlag[] =>
  listFlags.filter((flag) => library !== 'cases' || flag === 'withdrawn' || flag === 'trash')
