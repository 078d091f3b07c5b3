import { dashboardTexts } from '@/i18n/adminPages'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import type { Waiting } from '@/workflow/telling/waitingFor'
import type { AskedFor } from '@/workflow/telling/askings'
import { momentOf } from './dates'
import { addressOf } from './inbox/inboxOf'
import { inboxPath } from './inbox/inboxPath'
import type { SectionProps } from './section'
import { waitedFor } from './waited'
import { waitingHere } from './waitingHere'

/** So many on the first page; the inbox has them all. */
const most = 8

/** For approvers, first of all: what waits for them, the oldest on top. */
export async function WaitingForMe({ req, actor, language }: SectionProps) {
  const groups = await waitingHere(req, actor)
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
        {entries.slice(0, most).map(({ id, library, number, title, since }) => (
          <li key={id}>
            <a href={addressOf({ step, library, id })}>{title}</a>
            <span className="zk-soft">
              {sharedTexts[language].library[library]} {number} · {momentOf(since)} ·{' '}
              {waitedFor(since, language)}
            </span>
          </li>
        ))}
      </ol>
      {entries.length > most && (
        <p>
          <a className="zk-link" href={`${inboxPath}?step=${step}`}>
            {texts.more}
          </a>
        </p>
      )}
    </section>
  )
}

function titleOf(step: AskedFor, language: Language): string {
  const { waiting, deletions, returnsAsked, consulted } = dashboardTexts[language]
  return { approve: waiting, approveDeletion: deletions, return: returnsAsked, agree: consulted }[
    step
  ]
}
