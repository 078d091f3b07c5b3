import { useCallback, useEffect, useRef, useState } from 'react'
import type { EntryPage } from '@/reading/listEntries'
import type { EntryHit, SearchAnswer } from '@/reading/searchAnswer'
import { ask, type Failure } from './ask'
import { questionQuery, type Question } from './deskQuestion'

export type Hits = {
  hits: EntryHit[]
  total: number
  page: number
  degraded: boolean
  /** The words these hits answer; empty where they are a list. */
  words: string
  isNarrowed: boolean
}

type State = { found: Hits; isBusy: boolean; failure: Failure | null }

const typingPause = 160

export const unmarked = { title: [], text: [] }

/** Asks while one types: waits for a pause, drops overtaken questions, keeps the last answer on screen. */
export function useHits(question: Question, first: EntryPage) {
  const [state, setState] = useState<State>({
    found: { ...asHits(first), words: '', isNarrowed: false },
    isBusy: false,
    failure: null,
  })
  const running = useRef<AbortController | null>(null)
  const asked = useRef('')

  const load = useCallback(async (question: Question, page: number) => {
    asked.current = questionQuery(question).toString()
    running.current?.abort()
    const control = new AbortController()
    running.current = control
    setState((now) => ({ ...now, isBusy: true }))
    try {
      const answer = await fetchHits(question, page, control.signal)
      if (control.signal.aborted) return
      setState((now) => {
        if ('failure' in answer) return { ...now, isBusy: false, failure: answer.failure }
        const before = page > 1 ? now.found.hits : []
        const found = { ...answer.data, hits: [...before, ...answer.data.hits] }
        return { found, isBusy: false, failure: null }
      })
    } catch {
      // Overtaken by the next question.
    }
  }, [])

  const key = questionQuery(question).toString()
  useEffect(() => {
    if (asked.current === key) return
    const isTyping = question.words !== ''
    const timer = setTimeout(() => void load(question, 1), isTyping ? typingPause : 0)
    return () => clearTimeout(timer)
  }, [key, question, load])

  return {
    ...state,
    /** Does what is on screen answer what is in the box? */
    isAnswered: !state.isBusy && question.words.trim() === state.found.words,
    more: () => load(question, state.found.page + 1),
    again: () => load(question, 1),
  }
}

async function fetchHits({ words, ...filters }: Question, page: number, signal: AbortSignal) {
  const query = questionQuery({ words, ...filters })
  const asked = { words: words.trim(), isNarrowed: Object.values(filters).some(Boolean) }
  if (page > 1) query.set('page', String(page))
  if (asked.words === '') {
    const listed = await ask<EntryPage>(`/api/entries?${query.toString()}`, signal)
    return 'data' in listed ? { data: { ...asHits(listed.data), ...asked } } : listed
  }
  const found = await ask<SearchAnswer>(`/api/search?${query.toString()}`, signal)
  return 'data' in found ? { data: { ...found.data, page, ...asked } } : found
}

function asHits({ entries, total, page }: EntryPage): Omit<Hits, 'words' | 'isNarrowed'> {
  const hits = entries.map((entry) => ({ ...entry, highlights: unmarked }))
  return { hits, total, page, degraded: false }
}
