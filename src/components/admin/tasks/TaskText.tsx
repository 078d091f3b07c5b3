import { Link } from '@payloadcms/ui'
import type { TaskKind, TaskStep } from '@/access/tasks'
import type { Language } from '@/i18n/language'
import { reviewTexts } from '@/i18n/reviewTexts'
import type { openTaskText } from '@/workflow/tasks/opened'
import { ReaderText } from '../entry/ReaderText'

type Props = {
  /** Null where there is none any more. */
  opened: Awaited<ReturnType<typeof openTaskText>> | null
  kind: TaskKind
  steps: readonly TaskStep[]
  language: Language
}

/** The text a task is about, how it stands with readers, and what may become of one whose validity ends. */
export function TaskText({ opened, kind, steps, language }: Props) {
  const texts = reviewTexts[language]
  if (!opened) return null
  const { library, entry, isOnline, text } = opened
  const isEnding = steps.some((step) => step === 'answer' || step === 'accept')
  const link = (
    <Link href={`/admin/collections/${library}/${entry}`} prefetch={false}>
      {texts.toEntry}
    </Link>
  )
  return (
    <section>
      {!isOnline && (
        <div className="zk-notice zk-notice--warm" role="note">
          <p>{texts.lapsed}</p>
          {link}
        </div>
      )}
      {isEnding && (
        <div className="zk-notice" role="note">
          <strong>{texts.endingTitle}</strong>
          <ul>
            {texts.ending.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
          {link}
        </div>
      )}
      <h2>{kind === 'merge' ? texts.textNow : texts.text}</h2>
      <ReaderText review={text} library={library} />
    </section>
  )
}
