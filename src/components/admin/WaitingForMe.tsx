import { dashboardTexts } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import { momentOf } from './dates'
import type { SectionProps } from './section'
import { waitingFor, type Waiting, type WaitingStep } from './waitingFor'

const day = 24 * 60 * 60 * 1000

/** For approvers, first of all: what waits for them, the oldest on top. */
export async function WaitingForMe({ req, actor, language }: SectionProps) {
  const groups = await waitingFor(req, actor)
  return (
    <div className="zk-waiting">
      {groups
        .filter(({ step, entries }) => step === 'approve' || entries.length > 0)
        .map((waiting) => (
          <Group key={waiting.step} waiting={waiting} language={language} />
        ))}
    </div>
  )
}

function Group({ waiting, language }: { waiting: Waiting; language: Language }) {
  const texts = dashboardTexts[language]
  const { step, entries } = waiting
  return (
    <section>
      <h2>
        {titleOf(step, language)} <span className="zk-count">{entries.length}</span>
      </h2>
      {entries.length === 0 && <p className="zk-soft">{texts.waitingNone}</p>}
      <ol className="zk-rows">
        {entries.map(({ id, library, number, title, since }) => (
          <li key={id}>
            <a href={addressOf(step, library, id)}>{title}</a>
            <span className="zk-soft">
              {sharedTexts[language].library[library]} {number} · {momentOf(since)} ·{' '}
              {waited(since, language)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What another unit asks to agree to lies outside one's own lists. */
const addressOf = (step: WaitingStep, library: string, id: string) =>
  step === 'agree' ? `/admin/consulted/${library}/${id}` : `/admin/collections/${library}/${id}`

function titleOf(step: WaitingStep, language: Language): string {
  const { waiting, deletions, returnsAsked, consulted } = dashboardTexts[language]
  return { approve: waiting, approveDeletion: deletions, return: returnsAsked, agree: consulted }[
    step
  ]
}

function waited(since: string, language: Language): string {
  const texts = dashboardTexts[language]
  const days = Math.floor((Date.now() - Date.parse(since)) / day)
  return days === 0 ? texts.today : fill(texts.days, { n: days })
}
