import { dashboardTexts } from '@/i18n/adminPages'
import { adminTexts } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { returnedTo } from '@/workflow/reviewing/returnedTo'
import type { SectionProps } from './section'

/** For editors: what came back, with the reason, and what was not submitted yet. */
export async function ReturnedToUs({ req, actor, language }: SectionProps) {
  const texts = dashboardTexts[language]
  const returned = await returnedTo(req, actor.unit)
  return (
    <section className="zk-waiting">
      <h2>
        {texts.returnedToUs} <span className="zk-count">{returned.length}</span>
      </h2>
      {returned.length === 0 && <p className="zk-soft">{texts.returnedNone}</p>}
      <ol className="zk-rows">
        {returned.map(({ id, library, number, title, reason }) => (
          <li key={id}>
            <a href={`/admin/collections/${library}/${id}`}>{title}</a>
            <span className="zk-soft">{number}</span>
            {reason !== null && (
              <span className="zk-rows__reason">
                {labelled(language, adminTexts[language].reason, reason)}
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
}
