import { dashboardTexts } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import { momentOf } from './dates'
import type { SectionProps } from './section'
import { waitingFor } from './waitingFor'

const day = 24 * 60 * 60 * 1000

/** For approvers, first of all: what waits for them, the oldest on top. */
export async function WaitingForMe({ req, actor, language }: SectionProps) {
  const texts = dashboardTexts[language]
  const entries = await waitingFor(req, actor)
  return (
    <section className="zk-waiting">
      <h2>
        {texts.waiting} <span className="zk-count">{entries.length}</span>
      </h2>
      {entries.length === 0 && <p className="zk-soft">{texts.waitingNone}</p>}
      <ol className="zk-rows">
        {entries.map(({ id, library, number, title, stateSince }) => (
          <li key={id}>
            <a href={`/admin/collections/${library}/${id}`}>{title}</a>
            <span className="zk-soft">
              {number} · {texts.submittedAt} {momentOf(stateSince)} · {waited(stateSince)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )

  function waited(since: string): string {
    const days = Math.floor((Date.now() - Date.parse(since)) / day)
    return days === 0 ? texts.today : fill(texts.days, { n: days })
  }
}
