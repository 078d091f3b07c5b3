import type { ReactNode, RefObject } from 'react'
import { SuggestBox } from '@/components/search/SuggestBox'
import { deskTexts } from '@/i18n/desk'
import { deskCallTexts } from '@/i18n/deskCall'
import type { Language } from '@/i18n/language'
import { longestWords, type Question, questionQuery } from './deskQuestion'

type Props = {
  language: Language
  box: RefObject<HTMLInputElement | null>
  question: Question
  onType: (words: string) => void
  /** A suggestion was chosen. */
  onChosen: (words: string) => void
  /** Enter. */
  onSubmit: () => void
  /** 接听; null for who answers no callers. */
  onCall: (() => void) | null
  /** What stands in the line of the suggestions while there are none. */
  children?: ReactNode
}

/** So many suggestions have room in their line. */
const suggested = '4'

export function DeskBox({ language, box, question, children, ...acts }: Props) {
  const { onType, onChosen, onSubmit, onCall } = acts
  const texts = deskTexts[language]
  const filters = questionQuery({ ...question, words: '' })
  filters.set('limit', suggested)
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <label className="hidden" htmlFor="desk-box">
        {texts.box}
      </label>
      <SuggestBox
        id="desk-box"
        name="q"
        autoFocus
        language={language}
        box={box}
        from="/api/suggest"
        filters={filters.toString()}
        value={question.words}
        onChange={onType}
        onChosen={onChosen}
        placeholder={texts.placeholder}
        maxLength={longestWords}
        spellCheck={false}
      />
      {onCall && (
        <button type="button" className="desk-answer-call" onClick={onCall}>
          {deskCallTexts[language].answer} <kbd>F2</kbd>
        </button>
      )}
      <div className="desk-line" data-asked={question.words === '' ? undefined : ''}>
        {children}
      </div>
    </form>
  )
}
