import { useEffect, useState } from 'react'
import type { Phrase } from '@/reading/phrases'
import { phrasesFor, phrasesOf } from '@/reading/phrasesFor'
import { ask } from './ask'

/** As often they are asked for again while the desk is seen, in milliseconds: a shift is long. */
const often = 10 * 60_000

/** A phrase where it is said, with the key that copies it: the first nine have one. */
export type SaidPhrase = Phrase & { key: string | null }

type Given = {
  /** Those the page came with; none for whoever says none. */
  first: readonly Phrase[]
  /** What stands in the box. */
  words: string
  /** Was nothing found for it? */
  isNothing: boolean
}

/**
 * The phrases that are said now: below the box what the caller's words lead to, else what is said while one searches; in
 * the empty result what is said there. Their keys count from 1 as they stand on the page.
 */
export function usePhrases({ first, words, isNothing }: Given) {
  const phrases = useKept(first)
  const led = phrasesFor(phrases, words)
  const usual = isNothing || led.length > 0 ? [] : phrasesOf(phrases, 'searching', 'callBack')
  const inNothing = isNothing ? phrasesOf(phrases, 'nothingFound', 'callBack') : []
  const all = [...led, ...usual, ...inNothing].map((phrase, at): SaidPhrase => ({
    ...phrase,
    key: at < 9 ? String(at + 1) : null,
  }))
  const [afterLed, below] = [led.length, led.length + usual.length]
  return {
    ...{ all, led: all.slice(0, afterLed) },
    ...{ usual: all.slice(afterLed, below), inNothing: all.slice(below) },
  }
}

/** What each key copies. */
export const keysOf = (said: readonly SaidPhrase[], copy: (phrase: SaidPhrase) => void) =>
  Object.fromEntries(
    said.flatMap((phrase) => (phrase.key ? [[phrase.key, () => copy(phrase)] as const] : [])),
  )

/** What the centre changes reaches the desk without a reload; what is there stays where nothing comes. */
function useKept(first: readonly Phrase[]): readonly Phrase[] {
  const [phrases, setPhrases] = useState(first)
  const hasAny = first.length > 0
  useEffect(() => {
    if (!hasAny) return
    const control = new AbortController()
    const look = async () => {
      if (document.hidden) return
      const answer = await ask<{ phrases: Phrase[] }>('/api/phrases', control.signal).catch(
        () => null,
      )
      if (answer && 'data' in answer && !control.signal.aborted) setPhrases(answer.data.phrases)
    }
    const timer = window.setInterval(() => void look(), often)
    return () => {
      control.abort()
      window.clearInterval(timer)
    }
  }, [hasAny])
  return phrases
}
