import { indented, unitChoices } from '@/components/unitChoices'
import { deskTexts } from '@/i18n/desk'
import { deskEntryTexts } from '@/i18n/deskEntry'
import type { Language } from '@/i18n/language'
import { phraseTexts } from '@/i18n/phrases'
import type { TreeUnit } from '@/reading/readTree'
import { chooseByInitials } from './byInitials'
import { Phrases } from './Phrases'
import { UnitContact } from './UnitContact'
import type { ContactShown } from './useContact'
import type { SaidPhrase } from './usePhrases'
import { choiceId, type Transfer } from './useTransfer'

type Props = {
  language: Language
  /** What was asked; empty where it was a list that holds nothing. */
  words: string
  isNarrowed: boolean
  phrases: readonly SaidPhrase[]
  units: readonly TreeUnit[]
  transfer: Transfer
  /** Whether the note of it is for this reader. */
  takesNotes: boolean
  contact: ContactShown
  onOpen: (number: string) => void
  onCopyWords: (text: string, said: string) => void
  onCopy: (phrase: SaidPhrase) => void
}

/** The empty result: what one says, and for agents the note that passes it on. The arrow down leads here from the box. */
export function NothingFound(props: Props) {
  const { language, words, isNarrowed, phrases, units, transfer, takesNotes } = props
  const { contact, onCopy, onCopyWords, onOpen } = props
  const texts = deskTexts[language]
  return (
    <div className="desk-none" data-stop="" tabIndex={-1}>
      <p>
        <strong>{words ? texts.none(words) : texts.nothingYet}</strong>
      </p>
      {words && <p>{texts.noneHint}</p>}
      {isNarrowed && <p>{texts.noneNarrowed}</p>}
      <Phrases language={language} phrases={phrases} onCopy={onCopy} />
      {words && <TransferNote {...{ language, units, transfer, takesNotes, contact }} />}
      {words && contact.unit && (
        <UnitContact
          {...{ language, unit: contact.unit, onOpen }}
          onCopy={onCopyWords}
          onClose={contact.close}
        />
      )}
    </div>
  )
}

type NoteProps = Pick<Props, 'language' | 'units' | 'transfer' | 'takesNotes' | 'contact'>

/** The unit whose matter it is: the note that passes it on, and how to reach it. */
function TransferNote({ language, units, transfer, takesNotes, contact }: NoteProps) {
  const texts = phraseTexts[language]
  return (
    <p className="desk-transfer">
      <label htmlFor={choiceId}>
        {takesNotes ? texts.transferTo : deskEntryTexts[language].askUnit}
      </label>
      <select
        id={choiceId}
        value={transfer.unit}
        onChange={({ target }) => transfer.choose(target.value)}
        onKeyDown={(event) => {
          if (chooseByInitials(event)) return
          if (event.key !== 'Enter') return
          // Some browsers open the choices with it.
          event.preventDefault()
          if (takesNotes) transfer.copy()
          else contact.toggle?.()
        }}
      >
        <option value="">{texts.chooseUnit}</option>
        {unitChoices(units, null).map((choice) => (
          <option key={choice.value} value={choice.value}>
            {indented(choice)}
          </option>
        ))}
      </select>
      {takesNotes && (
        <button type="button" className="desk-copy" onClick={transfer.copy}>
          {texts.copyTransfer} <kbd>z</kbd>
        </button>
      )}
      <button
        type="button"
        className="desk-copy desk-contact"
        aria-expanded={contact.unit !== null}
        onClick={() => contact.toggle?.()}
      >
        {deskEntryTexts[language].contact} <kbd>l</kbd>
      </button>
    </p>
  )
}
