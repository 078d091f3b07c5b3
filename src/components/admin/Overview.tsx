import { reachQuery } from '@/access/reach'
import { states } from '@/access/rules'
import { dashboardTexts } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import { stateNames } from '@/i18n/stepNames'
import { countsOf } from './list/countsOf'
import type { SectionProps } from './section'

/** How many entries stand where, among those this person reads; for the operator, the accounts. */
export async function Overview({
  req,
  actor,
  language,
  unitName,
}: SectionProps & { unitName: string }) {
  const texts = dashboardTexts[language]
  const reach = reachQuery(actor)
  if (actor.roles.includes('operator')) {
    const { n, m } = await accounts()
    return (
      <section>
        <h2>{texts.overview}</h2>
        <p>{fill(texts.accounts, { n, m })}</p>
      </section>
    )
  }
  if (reach === false) return null
  const counts = await countsOf(req.payload, reach === true ? [] : [reach])
  return (
    <section>
      <h2>{texts.overview}</h2>
      <p className="zk-soft">
        {reach === true ? texts.allUnits : fill(texts.byStates, { unit: unitName })}
      </p>
      <ul className="zk-figures">
        {states.map((state) => (
          <li key={state}>
            <a href={`/admin/collections/knowledge?state=${state}`}>
              <strong>{counts[state]}</strong>
              <span>{stateNames[state][language]}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )

  async function accounts() {
    const all = await req.payload.count({ collection: 'users', overrideAccess: true, req })
    const off = await req.payload.count({
      collection: 'users',
      where: { isActive: { not_equals: true } },
      overrideAccess: true,
      req,
    })
    return { n: all.totalDocs, m: off.totalDocs }
  }
}
