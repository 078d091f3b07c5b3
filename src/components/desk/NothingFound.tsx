import { indented, unitChoices } from '@/components/unitChoices'
import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'
import { phraseTexts } from '@/i18n/phrases'
import type { TreeUnit } from '@/reading/readTree'
import { Phrases } from './Phrases'
import type { SaidPhrase } from './usePhrases'
import { choiceId, type Transfer } from './useTransfer'

type Props = {
  language: Language
  /** What was asked; empty where it was a list that holds nothing. */
  words: string
  isNarrowed: boolean
  phrases: readonly SaidPhrase[]
  units: readonly TreeUnit[]
  /** For who writes notes. */
  transfer: Transfer | null
  onCopy: (phrase: SaidPhrase) => void
}

/** The empty result: what one says, and for agents the note that passes it on. The arrow down leads here from the box. */
export function NothingFound(props: Props) {
  const { language, words, isNarrowed, phrases, units, transfer, onCopy } = props
  const texts = deskTexts[language]
  return (
    <div className="desk-none" data-stop="" tabIndex={-1}>
      <p>
        <strong>{words ? texts.none(words) : texts.nothingYet}</strong>
      </p>
      {words && <p>{texts.noneHint}</p>}
      {isNarrowed && <p>{texts.noneNarrowed}</p>}
      <Phrases language={language} phrases={phrases} onCopy={onCopy} />
      {words && transfer && <TransferNote {...{ language, units, transfer }} />}
    </div>
  )
}

type NoteProps = { language: Language; units: readonly TreeUnit[]; transfer: Transfer }

function TransferNote({ language, units, transfer }: NoteProps) {
  const texts = phraseTexts[language]
  return (
    <p className="desk-transfer">
      <label htmlFor={choiceId}>{texts.transferTo}</label>
      <select
        id={choiceId}
        value={transfer.unit}
        onChange={({ target }) => transfer.choose(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // Some browsers open the choices with it.
          event.preventDefault()
          transfer.copy()
        }}
      >
        <option value="">{texts.chooseUnit}</option>
        {unitChoices(units, null).map((choice) => (
          <option key={choice.value} value={choice.value}>
            {indented(choice)}
          </option>
        ))}
      </select>
      <button type="button" className="desk-copy" onClick={transfer.copy}>
        {texts.copyTransfer} <kbd>z</kbd>
      </button>
    </p>
  )
}
