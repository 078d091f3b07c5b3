import { useCallback, useEffect, useRef, useState } from 'react'
import type { EntryPage } from '@/reading/listEntries'
import type { SearchAnswer } from '@/reading/searchAnswer'
import { ask, type Failure } from './ask'
import { foundHits, goneOn, listedHits, noHits, type Hits } from './deskHits'
import { keyOf, questionQuery, type Question } from './deskQuestion'

type State = {
  found: Hits
  isLoading: boolean
  /** Why a question got no answer, and which. */
  failed: { asked: string; failure: Failure } | null
}

type Given = {
  question: Question
  /** What the page came with: the answer to the question it was opened with. */
  first: Hits
  /** Ask why each hit is where it is. */
  isExplained: boolean
}

const typingPause = 160

/**
 * Asks while one types: waits for a pause, drops overtaken questions. The last answer stays on screen only
 * until the next question has one, or has none.
 */
export function useHits({ question, first, isExplained }: Given) {
  const [state, setState] = useState<State>({ found: first, isLoading: false, failed: null })
  const running = useRef<AbortController | null>(null)
  const asked = keyOf(question)
  const wanted = `${asked}${isExplained ? '&explain=true' : ''}`
  const loaded = useRef(wanted)

  const load = useCallback(
    async (question: Question, after?: Hits) => {
      loaded.current = wanted
      running.current?.abort()
      const control = new AbortController()
      running.current = control
      setState((now) => ({ ...now, isLoading: true, failed: null }))
      try {
        const answer = await fetchHits({ question, after, isExplained }, control.signal)
        if (control.signal.aborted) return
        setState(({ found }) => {
          if ('failure' in answer) {
            return { found, isLoading: false, failed: { asked: keyOf(question), ...answer } }
          }
          const hits = after ? goneOn(after, answer.data) : answer.data
          return { found: hits, isLoading: false, failed: null }
        })
      } catch {
        // Overtaken by the next question.
      }
    },
    [wanted, isExplained],
  )

  useEffect(() => {
    if (loaded.current === wanted) return
    const begin = () => {
      if (loaded.current !== wanted) void load(question)
    }
    const timer = setTimeout(begin, question.words === '' ? 0 : typingPause)
    return () => clearTimeout(timer)
  }, [wanted, question, load])

  const isAnswered = state.found.asked === asked
  const failure = state.failed?.asked === asked ? state.failed.failure : null
  return {
    found: failure && !isAnswered ? noHits(question) : state.found,
    failure,
    isBusy: state.isLoading || (!isAnswered && !failure),
    /** Is what is on screen the answer to what is in the box? */
    isAnswered,
    more: () => {
      if (isAnswered && !state.isLoading) void load(question, state.found)
    },
    again: () => void load(question),
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
