import { useState } from 'react'
import { phraseTexts } from '@/i18n/phrases'
import type { Language } from '@/i18n/language'
import type { TreeUnit } from '@/reading/readTree'
import { fullName } from '@/reading/spoken'
import { transferNote } from './callNote'
import type { Say } from './useSaid'

type Given = {
  language: Language
  units: readonly TreeUnit[]
  /** The question by its key: the unit chosen for one is none for the next. */
  asked: string
  /** The unit the question is narrowed to, chosen to begin with. */
  narrowedTo: string
  copyWords: (text: string, words: string) => Promise<void>
  say: Say
}

/** The list of units one chooses from. */
export const choiceId = 'desk-transfer'

/** 知识库无此内容，转（单位）: the note of what no entry answers, once the unit it goes to is chosen. */
export function useTransfer({ language, units, asked, narrowedTo, copyWords, say }: Given) {
  const [chosen, setChosen] = useState({ asked, unit: '' })
  const unit = chosen.asked === asked && chosen.unit !== '' ? chosen.unit : narrowedTo
  const copy = () => {
    const name = nameIn(units, unit)
    if (name === null) {
      document.getElementById(choiceId)?.focus()
      return say(phraseTexts[language].noUnit)
    }
    const text = transferNote(name)
    void copyWords(text, phraseTexts[language].copied(text))
  }
  return { unit, choose: (unit: string) => setChosen({ asked, unit }), copy }
}

export type Transfer = ReturnType<typeof useTransfer>

/** A unit as one says it to somebody who does not see where it stands; null where there is none of this id. */
export function nameIn(
  units: readonly TreeUnit[],
  id: string,
  above: string | null = null,
): string | null {
  for (const { id: own, name, units: below } of units) {
    if (own === id) return fullName({ name, above })
    const found = nameIn(below, id, name)
    if (found !== null) return found
  }
  return null
}
