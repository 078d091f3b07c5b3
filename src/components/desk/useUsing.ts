import { useCallback, useRef } from 'react'
import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'
import { ask } from './ask'
import type { Say } from './useSaid'

type Given = {
  language: Language
  /** The number of what is shown now, and the answer it was opened from. */
  number: string | null
  search: string | null
  /** Another one each time it is opened. */
  opening: number
  say: Say
  /** Told once it is on record. */
  onUsed: () => void
}

/** 用上了: notes that the answer was told to the caller, once each time it is opened, and says whether it is on record. */
export function useUsing({ language, number, search, opening, say, onUsed }: Given) {
  const texts = deskTexts[language].used
  const recorded = useRef(-1)
  return useCallback(async () => {
    if (!number) return say(texts.nothingOpen)
    if (recorded.current === opening) return say(texts.done(number))
    recorded.current = opening
    const path = `/api/entries/${encodeURIComponent(number)}/used`
    const answer = await ask<object>(path, new AbortController().signal, search ? { search } : {})
    if ('failure' in answer && recorded.current === opening) recorded.current = -1
    if ('data' in answer) onUsed()
    say('data' in answer ? texts.done(number) : texts.not[answer.failure])
  }, [number, search, opening, say, onUsed, texts])
}
