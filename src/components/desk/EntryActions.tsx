import type { ReactNode } from 'react'
import { deskTexts } from '@/i18n/desk'
import { deskEntryTexts } from '@/i18n/deskEntry'
import { deskReportTexts } from '@/i18n/deskReport'
import type { Language } from '@/i18n/language'
import { phraseTexts } from '@/i18n/phrases'
import { sharedTexts } from '@/i18n/shared'
import type { Entry } from '@/reading/readEntry'
import { answerOf } from '@/reading/spoken'
import type { ContactShown } from './useContact'
import type { Copied } from './useCopying'

type Props = {
  language: Language
  entry: Entry
  /** Whether the reader copies notes for work orders. */
  takesNotes: boolean
  /** Null of a preview, of which nothing is asked or printed. */
  contact: ContactShown | null
  onCopy: (copied: Copied) => void
  onUse: () => void
  /** 有误; null where this person may not tell of it. */
  onWrong: (() => void) | null
  /** The way to where it is written, for whom may write it. */
  edit?: ReactNode
}

/** What is done with the open entry, each with its key. */
export function EntryActions(props: Props) {
  const { language, entry, takesNotes, contact, edit, onCopy, onUse, onWrong } = props
  const texts = deskTexts[language]
  const own = deskEntryTexts[language]
  return (
    <p className="desk-actions">
      {takesNotes && answerOf(entry) && (
        <button type="button" className="button" onClick={() => onCopy('note')}>
          {texts.copyNote} <kbd>c</kbd>
        </button>
      )}
      {takesNotes && (
        <button type="button" className="desk-copy" onClick={() => onCopy('call')}>
          {phraseTexts[language].copyCall} <kbd>t</kbd>
        </button>
      )}
      {entry.number && (
        <button type="button" className="desk-copy" onClick={() => onCopy('answer')}>
          {texts.copyAnswer} <kbd>a</kbd>
        </button>
      )}
      {takesNotes && (
        <button type="button" className="desk-use" onClick={onUse}>
          {texts.use} <kbd>u</kbd>
        </button>
      )}
      {onWrong && (
        <button
          type="button"
          className="desk-wrong"
          // What is marked in the text stays marked.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onWrong}
        >
          {deskReportTexts[language].correction} <kbd>e</kbd>
        </button>
      )}
      {contact && (
        <>
          <button
            type="button"
            className="desk-copy desk-contact"
            aria-expanded={contact.unit !== null}
            onClick={() => contact.toggle?.()}
          >
            {own.contact} <kbd>l</kbd>
          </button>
          <button type="button" className="desk-copy desk-print" onClick={() => window.print()}>
            {own.print} <kbd>p</kbd>
          </button>
        </>
      )}
      {entry.number && (
        <a href={`/e/${entry.number}`} target="_blank" rel="noopener">
          {entry.number}
        </a>
      )}
      {edit}
      {!entry.openToPublic && (
        <span className="tag">
          {entry.openToUnits ? sharedTexts[language].unitsOnly : sharedTexts[language].closed}
        </span>
      )}
    </p>
  )
}
