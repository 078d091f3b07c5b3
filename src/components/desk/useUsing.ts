import { useCallback, useRef } from 'react'
import { deskTexts } from '@/i18n/desk'
import { deskEntryTexts } from '@/i18n/deskEntry'
import type { Language } from '@/i18n/language'
import type { Entry } from '@/reading/readEntry'
import { ask } from './ask'
import type { Offer, Say } from './useSaid'

type Given = {
  language: Language
  /** What is shown now, and the answer it was opened from. */
  entry: Entry | null
  search: string | null
  /** Another one each time it is opened. */
  opening: number
  say: Say
  offer: Offer
  /** Told once it is on record, and once it no longer is. */
  onUsed: (entry: Entry) => void
  onTakenBack: (entry: Entry) => void
}

/**
 * 用上了: notes that the answer was told to the caller, once each time it is opened, and says whether it is on record; it
 * can be taken back.
 */
export function useUsing(given: Given) {
  const { language, entry, search, opening, say, offer, onUsed, onTakenBack } = given
  const texts = deskTexts[language].used
  const recorded = useRef<{ opening: number; isDone: boolean } | null>(null)
  return useCallback(async () => {
    const { undone, notUndone } = deskEntryTexts[language]
    if (!entry) return say(texts.nothingOpen)
    const { number } = entry
    const send = <T extends object>(step: string, sent: object) =>
      ask<T>(
        `/api/entries/${encodeURIComponent(number)}/${step}`,
        new AbortController().signal,
        sent,
      )
    if (recorded.current?.opening === opening) {
      // The first one says so once it is on record.
      if (recorded.current.isDone) say(texts.done(number))
      return
    }
    const record = { opening, isDone: false }
    recorded.current = record
    const forget = () => {
      if (recorded.current === record) recorded.current = null
    }
    const takeBack = async (use: string) => {
      const answer = await send('notUsed', { use })
      if ('data' in answer) {
        forget()
        onTakenBack(entry)
      }
      say('data' in answer ? undone.used(number) : notUndone[answer.failure])
    }
    const answer = await send<{ id: string }>('used', search ? { search } : {})
    if ('failure' in answer) {
      forget()
      return say(texts.not[answer.failure])
    }
    const { id } = answer.data
    record.isDone = true
    onUsed(entry)
    offer({ words: texts.done(number), undo: () => void takeBack(id) })
  }, [entry, search, opening, say, offer, onUsed, onTakenBack, texts, language])
}
