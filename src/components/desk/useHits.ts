import { useCallback, useEffect, useRef, useState } from 'react'
import type { EntryPage } from '@/reading/listEntries'
import type { SearchAnswer } from '@/reading/searchAnswer'
import { ask, type Failure } from './ask'
import { foundHits, listedHits, type Hits } from './deskHits'
import { questionQuery, type Question } from './deskQuestion'

type State = { found: Hits; isBusy: boolean; failure: Failure | null }

type Given = {
  question: Question
  /** What the page came with: the answer to the question it was opened with. */
  first: Hits
  /** Ask why each hit is where it is. */
  isExplained: boolean
}

const typingPause = 160

/** Asks while one types: waits for a pause, drops overtaken questions, keeps the last answer on screen. */
export function useHits({ question, first, isExplained }: Given) {
  const [state, setState] = useState<State>({ found: first, isBusy: false, failure: null })
  const running = useRef<AbortController | null>(null)
  const key = `${questionQuery(question).toString()}${isExplained ? '&explain=true' : ''}`
  const asked = useRef(key)

  const load = useCallback(
    async (question: Question, after?: Hits) => {
      asked.current = key
      running.current?.abort()
      const control = new AbortController()
      running.current = control
      setState((now) => ({ ...now, isBusy: true }))
      try {
        const answer = await fetchHits({ question, after, isExplained }, control.signal)
        if (control.signal.aborted) return
        setState((now) => {
          if ('failure' in answer) return { ...now, isBusy: false, failure: answer.failure }
          const hits = [...(after?.hits ?? []), ...answer.data.hits]
          // Counts are of the question, not of its page.
          const facets = after ? after.facets : answer.data.facets
          return { found: { ...answer.data, hits, facets }, isBusy: false, failure: null }
        })
      } catch {
        // Overtaken by the next question.
      }
    },
    [key, isExplained],
  )

  useEffect(() => {
    if (asked.current === key) return
    const isTyping = question.words !== ''
    const timer = setTimeout(() => void load(question), isTyping ? typingPause : 0)
    return () => clearTimeout(timer)
  }, [key, question, load])

  return {
    ...state,
    /** Does what is on screen answer what is in the box? */
    isAnswered: !state.isBusy && question.words.trim() === state.found.words,
    more: () => load(question, state.found),
    again: () => load(question),
  }
}

type Asked = { question: Question; after?: Hits; isExplained: boolean }

async function fetchHits({ question, after, isExplained }: Asked, signal: AbortSignal) {
  const query = questionQuery(question)
  const page = after ? after.page + 1 : 1
  if (question.words.trim() === '') {
    if (page > 1) query.set('page', String(page))
    const listed = await ask<EntryPage>(`/api/entries?${query.toString()}`, signal)
    return 'data' in listed ? { data: listedHits(question, listed.data) } : listed
  }
  if (after?.next) query.set('cursor', after.next)
  else query.set('facets', 'true')
  if (isExplained) query.set('explain', 'true')
  const found = await ask<SearchAnswer>(`/api/search?${query.toString()}`, signal)
  return 'data' in found ? { data: foundHits(question, page, found.data) } : found
}
