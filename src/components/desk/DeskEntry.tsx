'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { Dialled } from '@/components/Dialled'
import { EntryFacts, EntryFiles } from '@/components/portal/EntryFacts'
import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import type { EntrySummary } from '@/reading/entrySummary'
import type { Entry } from '@/reading/readEntry'
import { answerOf } from '@/reading/spoken'
import { AnswerSections } from './AnswerSections'
import type { Failure } from './ask'
import { ChangedSinceRead } from './ChangedSinceRead'
import { CopyByHand } from './CopyByHand'
import { EntryActions } from './EntryActions'
import { PrintMarks } from './PrintMarks'
import { UnitContact } from './UnitContact'
import type { ContactShown } from './useContact'
import type { Copied } from './useCopying'

type Props = {
  language: Language
  number: string | null
  entry: Entry | null
  /** What stands beside it. */
  related: readonly EntrySummary[]
  failure: Failure | null
  /** Whether the reader copies notes for work orders. */
  takesNotes: boolean
  /** What stands in the pane while nothing is open. */
  resting?: ReactNode
  /** The way to change what is open, for whom may. */
  edit?: ReactNode
  /** A text that the browser did not copy, and what is done once it is copied. */
  byHand: { text: string; onDone: () => void } | null
  /** Who reads, by name; null of a preview, of which nothing is on record. */
  reader: string | null
  /** The district that was chosen, by its name. */
  district: string | null
  contact: ContactShown
  onCopy: (copied: Copied) => void
  onCopyWords: (text: string, said: string) => void
  onUse: () => void
  /** 有误; null where this person may not tell of it. */
  onWrong: (() => void) | null
  onByHandEnd: () => void
  onBack: () => void
  onOpen: (number: string) => void
}

/** The entry beside the list; its answer stands large, to be read aloud. */
export function DeskEntry(props: Props) {
  const { language, number, entry, related, failure, takesNotes, byHand, resting, edit } = props
  const { reader, district, contact } = props
  const { onCopy, onCopyWords, onUse, onWrong, onByHandEnd, onBack, onOpen } = props
  const texts = deskTexts[language]
  const pane = usePane(number)
  const answer = entry && answerOf(entry)
  return (
    <section className="desk-entry" ref={pane} aria-label={texts.entry} tabIndex={0}>
      {number && (
        <button type="button" className="plain desk-back" onClick={onBack}>
          {texts.back}
        </button>
      )}
      {!number && resting}
      {failure && failure !== 'expired' && (
        <p className="warning" role="alert">
          {failure === 'gone' ? texts.gone : failure === 'offline' ? texts.offline : texts.failed}
        </p>
      )}
      {number && !entry && !failure && <p className="quiet">{texts.opening}</p>}
      {entry && (
        <article lang="zh-CN">
          <h2 className="desk-title">{entry.title}</h2>
          {answer && (
            <p className="desk-answer">
              <Dialled words={answer} />
            </p>
          )}
          <EntryActions
            {...{ language, entry, takesNotes, edit, onCopy, onUse, onWrong }}
            contact={reader === null ? null : contact}
          />
          {byHand && <CopyByHand {...{ language, ...byHand }} onEnd={onByHandEnd} />}
          {contact.unit && (
            <UnitContact
              {...{ language, unit: contact.unit, onOpen }}
              onCopy={onCopyWords}
              onClose={contact.close}
            />
          )}
          {reader !== null && (
            <ChangedSinceRead
              key={`${entry.number} ${entry.revision}`}
              {...{ language, number: entry.number, revision: entry.revision }}
            />
          )}
          <EntryFacts entry={entry} language={language} isAtDesk />
          <AnswerSections
            key={`text ${entry.number} ${entry.revision}`}
            {...{ language, district, html: entry.html }}
            onCopy={reader === null ? null : onCopy}
          />
          <EntryFiles entry={entry} language={language} />
          <Related language={language} related={related} onOpen={onOpen} />
          {reader !== null && <PrintMarks {...{ language, entry, reader }} />}
        </article>
      )}
    </section>
  )
}

/** The pane begins at its top with each entry, and takes the focus over from what is gone. */
function usePane(number: string | null) {
  const pane = useRef<HTMLElement>(null)
  const before = useRef<string | null>(null)
  useEffect(() => {
    const isAnother = before.current !== null
    before.current = number
    if (!number || !pane.current) return
    pane.current.scrollTo({ top: 0 })
    // On a narrow screen the page scrolls instead.
    if (pane.current.getBoundingClientRect().top < 0) pane.current.scrollIntoView()
    const focused = document.activeElement as HTMLElement | null
    const isGone = focused === document.body ? isAnother : focused?.offsetParent === null
    if (isGone) pane.current.focus({ preventScroll: true })
  }, [number])
  return pane
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

/** One entry of the desk by itself; nothing of it leads away but links of the text. */
export function DeskPreview({ language, entry }: { language: Language; entry: Entry | null }) {
  const stay = () => undefined
  return (
    <main className="desk-preview">
      <DeskEntry
        language={language}
        number="-"
        entry={entry}
        related={entry?.related ?? []}
        failure={entry ? null : 'gone'}
        takesNotes={false}
        byHand={null}
        reader={null}
        district={null}
        contact={{ unit: null, toggle: null, close: stay }}
        onCopy={stay}
        onCopyWords={stay}
        onUse={stay}
        onWrong={null}
        onByHandEnd={stay}
        onBack={stay}
        onOpen={stay}
      />
    </main>
  )
}
