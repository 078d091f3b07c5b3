import type { BeforeListTableServerProps } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { reachQuery } from '@/access/reach'
import { states, type State } from '@/access/rules'
import { adminTexts } from '@/i18n/adminTexts'
import { stateNames } from '@/i18n/stepNames'
import { BulkSubmit } from './BulkSubmit'
import { countsOf } from './countsOf'

/** Top left of a library's list: all, or one state, each with its count. */
export async function StateFilter(props: BeforeListTableServerProps) {
  const { collectionConfig, payload, user, searchParams, i18n } = props
  const actor = actorOf(user)
  const reach = reachQuery(actor)
  if (!actor || reach === false) return null
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const library = collectionConfig.slug
  const counts = await countsOf(payload, [
    { library: { equals: library } },
    ...(reach === true ? [] : [reach]),
  ])
  const chosen = states.find((state) => state === searchParams?.state) ?? null
  const total = states.reduce((sum, state) => sum + counts[state], 0)
  const base = `/admin/collections/${library}`
  const links = orderFor(actor).map((state) => ({
    state,
    name: stateNames[state][language],
    count: counts[state],
    href: `${base}?${new URLSearchParams({
      state,
      // What waits longest is decided first.
      sort: state === 'pending' ? 'stateSince' : '-stateSince',
    })}`,
  }))
  const all = {
    state: null,
    name: adminTexts[language].all,
    count: total,
    href: `${base}?sort=-updatedAt`,
  }
  return (
    <div className="zk-listbar">
      <nav className="zk-filter" aria-label={adminTexts[language].filterByState}>
        {[all, ...links].map(({ state, name, count, href }) => (
          <a key={name} href={href} aria-current={state === chosen ? 'page' : undefined}>
            {name} <span className="zk-count">{count}</span>
          </a>
        ))}
      </nav>
      {actor.roles.includes('editor') && <BulkSubmit library={library} />}
    </div>
  )
}

const orderFor = ({ roles }: Actor): State[] =>
  roles.includes('approver')
    ? ['pending', 'draft', 'approved', 'returned']
    : ['draft', 'pending', 'approved', 'returned']
