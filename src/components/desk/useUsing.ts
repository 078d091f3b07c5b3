import { useCallback, useRef } from 'react'
import { deskTexts } from '@/i18n/desk'
import { deskEntryTexts } from '@/i18n/deskEntry'
import type { Language } from '@/i18n/language'
import { ask } from './ask'
import type { Offer, Say } from './useSaid'

type Given = {
  language: Language
  /** The number of what is shown now, and the answer it was opened from. */
  number: string | null
  search: string | null
  /** Another one each time it is opened. */
  opening: number
  say: Say
  offer: Offer
}

/**
 * 用上了: notes that the answer was told to the caller, once each time it is opened, and says whether it is on record; it
 * can be taken back.
 */
export function useUsing({ language, number, search, opening, say, offer }: Given) {
  const texts = deskTexts[language].used
  const recorded = useRef(-1)
  return useCallback(async () => {
    const { undone, notUndone } = deskEntryTexts[language]
    const send = <T extends object>(step: string, sent: object) =>
      ask<T>(
        `/api/entries/${encodeURIComponent(number ?? '')}/${step}`,
        new AbortController().signal,
        sent,
      )
    if (!number) return say(texts.nothingOpen)
    if (recorded.current === opening) return say(texts.done(number))
    recorded.current = opening
    const forget = () => {
      if (recorded.current === opening) recorded.current = -1
    }
    const takeBack = async (use: string) => {
      const answer = await send('notUsed', { use })
      if ('data' in answer) forget()
      say('data' in answer ? undone.used(number) : notUndone[answer.failure])
    }
    const answer = await send<{ id: string }>('used', search ? { search } : {})
    if ('failure' in answer) {
      forget()
      return say(texts.not[answer.failure])
    }
    const { id } = answer.data
    offer({ words: texts.done(number), undo: () => void takeBack(id) })
  }, [number, search, opening, say, offer, texts, language])
}
