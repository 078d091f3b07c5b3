import { dashboardTexts } from '@/i18n/adminPages'
import { adminTexts } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { keptEntries } from '@/workflow/entry'
import type { SectionProps } from './section'

/** For editors: what came back, with the reason, and what was not submitted yet. */
export async function ReturnedToUs({ req, actor, language }: SectionProps) {
  const texts = dashboardTexts[language]
  const ofUnit = { unit: { equals: actor.unit } }
  const returned = await keptEntries(req, { and: [ofUnit, { state: { equals: 'returned' } }] })
  const reasons = await reasonsOf(returned.map(({ id }) => id))
  return (
    <section className="zk-waiting">
      <h2>
        {texts.returnedToUs} <span className="zk-count">{returned.length}</span>
      </h2>
      {returned.length === 0 && <p className="zk-soft">{texts.returnedNone}</p>}
      <ol className="zk-rows">
        {returned.map(({ id, library, number, title }) => (
          <li key={id}>
            <a href={`/admin/collections/${library}/${id}`}>{title}</a>
            <span className="zk-soft">{number}</span>
            {reasons.has(id) && (
              <span className="zk-rows__reason">
                {labelled(language, adminTexts[language].reason, reasons.get(id) ?? '')}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="zk-buttons zk-buttons--start">
        <a className="zk-link" href="/admin/collections/knowledge/create">
          {texts.write}
        </a>
        <a className="zk-link" href="/admin/collections/plans/create">
          {texts.writePlan}
        </a>
      </p>
    </section>
  )

  async function reasonsOf(ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map()
    const { docs } = await req.payload.find({
      collection: 'decisions',
      where: { and: [{ entry: { in: ids } }, { step: { equals: 'return' } }] },
      sort: 'seq',
      overrideAccess: true,
      depth: 0,
      pagination: false,
      limit: 0,
      req,
    })
    return new Map(docs.map(({ entry, reason }) => [entry, reason ?? '']))
  }
}
