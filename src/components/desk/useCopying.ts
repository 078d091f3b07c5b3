import { useCallback, useRef, useState } from 'react'
import { deskTexts } from '@/i18n/desk'
import { deskEntryTexts } from '@/i18n/deskEntry'
import type { Language } from '@/i18n/language'
import type { Entry } from '@/reading/readEntry'
import { materialsOf, missingMaterials, plainSection, sectionsOf } from '@/reading/sections'
import { answerOf } from '@/reading/spoken'
import { callCopied, callNote, foundNote } from './callNote'
import { copyText } from './copyText'
import type { Looked } from './useOpened'
import type { Say } from './useSaid'

/**
 * What an agent takes away of an entry: the note for the work order, the note of a three-way call with its unit, the
 * whole answer, one of its sections, or what is missing of the materials of one.
 */
export type Copied =
  'note' | 'call' | 'answer' | { section: number } | { section: number; missing: readonly number[] }

/** The text itself; empty where the entry says nothing. */
function textToCopy(copied: Copied, entry: Entry): string {
  if (copied === 'call') return callNote(entry)
  if (copied === 'answer') return `${entry.spoken}\n${deskTexts.zh.numbered(entry.number)}`
  if (copied === 'note') {
    const answer = answerOf(entry)
    return answer && foundNote([{ ...entry, answer }])
  }
  const section = sectionsOf(entry.html)[copied.section]
  if (!section) return ''
  if (!('missing' in copied)) return plainSection(section)
  const rows = materialsOf(section)
  const missing = copied.missing.flatMap((at) => rows[at] ?? [])
  return missing.length > 0 ? deskEntryTexts.zh.missing(missingMaterials(missing)) : ''
}

/** What is said once it is copied. */
function copiedWords(copied: Copied, entry: Entry, language: Language): string {
  const texts = deskEntryTexts[language]
  if (copied === 'call') return callCopied(entry, language)
  if (typeof copied === 'string') return deskTexts[language].copied[copied](entry.number)
  if ('missing' in copied) return texts.copiedMissing(copied.missing.length)
  const heading = sectionsOf(entry.html)[copied.section]?.heading
  return texts.copiedPart(heading || deskTexts[language].entry, entry.number)
}

/** What is said where there is nothing to copy of it. */
const nothingWords = (copied: Copied, language: Language): string =>
  typeof copied === 'object' && 'missing' in copied
    ? deskEntryTexts[language].nothingMissing
    : deskTexts[language].noAnswer

type Given = {
  language: Language
  /** What is shown now. */
  entry: Entry | null
  look: (entry: Entry, textOf: (entry: Entry) => string) => Promise<Looked>
  say: Say
  /** Told of what went to the caller or into the order. */
  onCopied: (copied: Copied, entry: Entry, text: string) => void
}

/** What the browser did not copy: of an entry, with which it goes, or a text by itself. */
type ByHand = ({ copied: Copied; number: string } | { text: string }) & {
  /** Once it is copied after all. */
  onDone: () => void
}

/**
 * Copies what is shown, of an entry after a look whether it still stands, and says what became of it. A text that the
 * browser does not copy is offered to be copied by hand.
 */
export function useCopying({ language, entry, look, say, onCopied }: Given) {
  const texts = deskTexts[language]
  const [byHand, setByHand] = useState<ByHand | null>(null)
  const presses = useRef(0)
  const isOfEntry = byHand !== null && 'number' in byHand
  // It goes with the entry it was to be copied from.
  if (isOfEntry && byHand.number !== entry?.number) setByHand(null)

  const copy = useCallback(
    async (copied: Copied) => {
      const press = ++presses.current
      setByHand(null)
      const text = entry && textToCopy(copied, entry)
      if (!text) {
        say(entry ? nothingWords(copied, language) : texts.nothingOpen)
        return
      }
      const looked = await look(entry, (now) => textToCopy(copied, now))
      // The last key counts.
      if (press !== presses.current) return
      if (looked !== 'same' && looked !== 'offline' && looked !== 'failed') {
        say(texts.notCopied[looked])
        return
      }
      const onDone = () => onCopied(copied, entry, text)
      if (!(await copyText(text))) {
        setByHand({ copied, number: entry.number, onDone })
        return
      }
      onDone()
      const words = copiedWords(copied, entry, language)
      say(looked === 'same' ? words : words + texts.unchecked)
    },
    [entry, look, say, onCopied, texts, language],
  )
  /** A text of no entry, what is said of it, and what is done once it is copied. */
  const copyWords = useCallback(
    async (text: string, words: string, onDone: () => void = () => undefined) => {
      presses.current += 1
      setByHand(null)
      if (!(await copyText(text))) return setByHand({ text, onDone })
      onDone()
      say(words)
    },
    [say],
  )

  const endByHand = useCallback(() => setByHand(null), [])
  return {
    /** The text to be copied by hand, whether it is of the entry that is shown, and what is done once it is. */
    byHand:
      byHand === null
        ? null
        : 'text' in byHand
          ? { text: byHand.text, isOfEntry: false, onDone: byHand.onDone }
          : entry && {
              ...{ text: textToCopy(byHand.copied, entry), isOfEntry: true },
              onDone: byHand.onDone,
            },
    ...{ copy, copyWords, endByHand },
  }
}
