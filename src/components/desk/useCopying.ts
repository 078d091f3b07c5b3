import { useCallback, useRef, useState } from 'react'
import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'
import type { Entry } from '@/reading/readEntry'
import { answerOf } from '@/reading/spoken'
import type { Looked } from './useOpened'
import type { Say } from './useSaid'

/** What an agent takes away of an entry: the note for the work order, or the whole answer. */
export type Copied = 'note' | 'answer'

/** The text itself, with the entry's number; empty where the entry says nothing. */
function textToCopy(copied: Copied, entry: Entry): string {
  const { note, numbered } = deskTexts.zh
  if (copied === 'answer') return `${entry.spoken}\n${numbered(entry.number)}`
  const answer = answerOf(entry)
  return answer && note(answer, entry.number)
}

type Given = {
  language: Language
  /** What is shown now. */
  entry: Entry | null
  look: (entry: Entry, textOf: (entry: Entry) => string) => Promise<Looked>
  say: Say
}

/**
 * Copies what is shown, after a look whether it still stands, and says what became of it. A text that the
 * browser does not copy is offered to be copied by hand.
 */
export function useCopying({ language, entry, look, say }: Given) {
  const texts = deskTexts[language]
  const [byHand, setByHand] = useState<{ copied: Copied; number: string } | null>(null)
  const presses = useRef(0)
  // It goes with the entry it was to be copied from.
  if (byHand && byHand.number !== entry?.number) setByHand(null)

  const copy = useCallback(
    async (copied: Copied) => {
      const press = ++presses.current
      setByHand(null)
      const text = entry && textToCopy(copied, entry)
      if (!text) {
        say(entry ? texts.noAnswer : texts.nothingOpen)
        return
      }
      const looked = await look(entry, (now) => textToCopy(copied, now))
      // The last key counts.
      if (press !== presses.current) return
      if (looked !== 'same' && looked !== 'offline' && looked !== 'failed') {
        say(texts.notCopied[looked])
        return
      }
      if (!(await copyText(text))) {
        setByHand({ copied, number: entry.number })
        return
      }
      const words = texts.copied[copied](entry.number)
      say(looked === 'same' ? words : words + texts.unchecked)
    },
    [entry, look, say, texts],
  )

  const endByHand = useCallback(() => setByHand(null), [])
  return {
    /** The text to be copied by hand. */
    byHand: byHand && entry ? textToCopy(byHand.copied, entry) : null,
    copy,
    endByHand,
  }
}

/**
 * Copies a text; false where the browser did not. Hotlines run on plain http inside their network, where the
 * clipboard API is missing.
 */
async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return copyBySelection(text)
    }
  }
  return copyBySelection(text)
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement as HTMLElement | null
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  area.className = 'hidden'
  document.body.append(area)
  area.focus({ preventScroll: true })
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    focused?.focus({ preventScroll: true })
  }
}
