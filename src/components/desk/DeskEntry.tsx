import { useEffect, useRef } from 'react'
import { EntryFacts } from '@/components/portal/EntryFacts'
import { EntryFiles } from '@/components/portal/EntryFiles'
import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import type { EntrySummary } from '@/reading/entrySummary'
import type { Entry } from '@/reading/readEntry'
import type { Failure } from './ask'

type Props = {
  language: Language
  number: string | null
  entry: Entry | null
  /** What stands beside it. */
  related: readonly EntrySummary[]
  failure: Failure | null
  /** The note for the work order, ready to copy; null where the reader takes none. */
  note: string | null
  takesNotes: boolean
  onCopy: () => void
  onCopyAnswer: () => void
  onBack: () => void
  onOpen: (number: string) => void
}

/** The entry beside the list; its answer stands large, to be read aloud. */
export function DeskEntry(props: Props) {
  const { language, number, entry, related, failure, note, takesNotes } = props
  const { onCopy, onCopyAnswer, onBack, onOpen } = props
  const texts = deskTexts[language]
  const pane = useRef<HTMLElement>(null)
  useEffect(() => {
    pane.current?.scrollTo({ top: 0 })
  }, [number])
  return (
    <section className="desk-entry" ref={pane} aria-label={texts.entry} tabIndex={0}>
      {number && (
        <button type="button" className="plain desk-back" onClick={onBack}>
          {texts.back}
        </button>
      )}
      {!number && <Resting language={language} takesNotes={takesNotes} />}
      {failure && failure !== 'expired' && (
        <p className="warning" role="alert">
          {failure === 'gone' ? texts.gone : failure === 'offline' ? texts.offline : texts.failed}
        </p>
      )}
      {number && !entry && !failure && <p className="quiet">{texts.opening}</p>}
      {entry && (
        <article lang="zh-CN">
          <h2 className="desk-title">{entry.title}</h2>
          <p className="desk-answer">{entry.summary}</p>
          <p className="desk-actions">
            {note && (
              <button type="button" className="button" onClick={onCopy}>
                {texts.copyNote} <kbd>c</kbd>
              </button>
            )}
            {entry.number && (
              <button type="button" className="desk-copy" onClick={onCopyAnswer}>
                {texts.copyAnswer} <kbd>a</kbd>
              </button>
            )}
            {entry.number && (
              <a href={`/e/${entry.number}`} target="_blank" rel="noopener">
                {entry.number}
              </a>
            )}
            {!entry.openToPublic && (
              <span className="tag">
                {entry.openToUnits ? sharedTexts[language].unitsOnly : sharedTexts[language].closed}
              </span>
            )}
          </p>
          <EntryFacts entry={entry} language={language} isInNewTab />
          <div className="text" dangerouslySetInnerHTML={{ __html: entry.html }} />
          <EntryFiles entry={entry} language={language} />
          <Related language={language} related={related} onOpen={onOpen} />
        </article>
      )}
    </section>
  )
}

function Resting({ language, takesNotes }: { language: Language; takesNotes: boolean }) {
  const texts = deskTexts[language]
  return (
    <div className="desk-resting">
      <p>{texts.pick}</p>
      <h2>{texts.keys}</h2>
      <dl>
        {texts.keyList
          .filter(([key]) => takesNotes || key !== 'c')
          .map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}

type RelatedProps = Pick<Props, 'language' | 'related' | 'onOpen'>

function Related({ language, related, onOpen }: RelatedProps) {
  if (related.length === 0) return null
  return (
    <section className="related">
      <h2>{sharedTexts[language].related}</h2>
      <ul>
        {related.map(({ id, number, title }) => (
          <li key={id}>
            <button type="button" className="plain" onClick={() => onOpen(number)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
