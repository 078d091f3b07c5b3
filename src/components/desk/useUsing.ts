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
  say: Say
}

/** 用上了: notes that the answer was told to the caller, once each time it is opened, and says whether it is on record. */
export function useUsing({ language, number, search, say }: Given) {
  const texts = deskTexts[language].used
  const recorded = useRef('')
  return useCallback(async () => {
    if (!number) return say(texts.nothingOpen)
    const opening = `${number} ${search ?? ''}`
    if (recorded.current === opening) return say(texts.done(number))
    const path = `/api/entries/${encodeURIComponent(number)}/used`
    const answer = await ask<object>(path, new AbortController().signal, search ? { search } : {})
    if ('data' in answer) recorded.current = opening
    say('data' in answer ? texts.done(number) : texts.not[answer.failure])
  }, [number, search, say, texts])
}
