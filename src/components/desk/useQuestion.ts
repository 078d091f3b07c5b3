import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { EntryPage } from '@/reading/listEntries'
import type { Recorded, SearchAnswer } from '@/reading/searchAnswer'
import { ask, type Failure } from './ask'
import {
  emptyQuestion,
  foundHits,
  goneOn,
  type Hits,
  keyOf,
  listedHits,
  noFilters,
  noHits,
  type Question,
  questionQuery,
} from './deskQuestion'

/**
 * What is asked now. Filters belong to their question: emptying the box, or writing over all that stood in
 * it, asks another one over everything. Who wants them for the next chooses them first, while the box is empty.
 */
export function useQuestion(kept: Question, box: RefObject<HTMLInputElement | null>) {
  const [{ question, turn }, setAsked] = useState({ question: kept, turn: 0 })
  const writing = useWriting(box)
  const another = (change: (now: Question) => Question) =>
    setAsked((now) => ({ question: change(now.question), turn: now.turn + 1 }))
  return {
    question,
    /** Another one with each question that is not the one before typed on. */
    turn,
    type: (words: string) => {
      const isOver = writing.isOverAll() || (words.trim() === '' && !writing.isComposing())
      if (isOver) another((now) => ({ ...now, ...noFilters, words }))
      else setAsked((now) => ({ ...now, question: { ...now.question, words } }))
    },
    narrow: (part: Partial<Question>) => another((now) => ({ ...now, ...part })),
    /** A part of the tree, with nothing asked yet. */
    pick: (part: Partial<Question>) => another(() => ({ ...emptyQuestion, ...part })),
    /** One that was asked before. */
    askAgain: (question: Question) => setAsked((now) => ({ ...now, question })),
  }
}

/** How what is typed comes into the box: an input method writes its half-made words over and over. */
function useWriting(box: RefObject<HTMLInputElement | null>) {
  const isComposing = useRef(false)
  const isOverAll = useRef(false)
  useEffect(() => {
    const input = box.current
    if (!input) return
    const look = () => {
      const { selectionStart, selectionEnd, value } = input
      isOverAll.current = value !== '' && selectionStart === 0 && selectionEnd === value.length
    }
    const before = (event: InputEvent) => {
      if (!event.isComposing) look()
    }
    const begin = () => {
      isComposing.current = true
      look()
    }
    const end = () => {
      isComposing.current = false
    }
    input.addEventListener('beforeinput', before)
    input.addEventListener('compositionstart', begin)
    input.addEventListener('compositionend', end)
    return () => {
      input.removeEventListener('beforeinput', before)
      input.removeEventListener('compositionstart', begin)
      input.removeEventListener('compositionend', end)
    }
  }, [box])
  return {
    isComposing: () => isComposing.current,
    /** Was all that stood in the box written over? Asked once for each writing. */
    isOverAll: () => {
      const was = isOverAll.current
      isOverAll.current = false
      return was
    },
  }
}

type State = {
  found: Hits
  isLoading: boolean
  /** Why a question got no answer, and which. */
  failed: { asked: string; failure: Failure } | null
}

type Given = {
  box: RefObject<HTMLInputElement | null>
  question: Question
  /** What the page came with: the answer to the question it was opened with. */
  first: Hits
  /** Ask why each hit is where it is. */
  isExplained: boolean
  /** Where the caller is: its own answers come first. */
  district: string
  /** Where the caller was said to be when the page was asked for. */
  firstDistrict: string
}

/** Whoever types letter by letter is asked for after a pause of so many milliseconds. */
const typingPause = 160

/**
 * Asks while one types: whole words (of an input method, pasted, chosen) at once, letters after a pause; drops overtaken
 * questions. The last answer stays on screen only
 * until the next question has one, or has none.
 */
export function useHits(given: Given) {
  const { box, question, first, isExplained, district, firstDistrict } = given
  const [state, setState] = useState<State>({ found: first, isLoading: false, failed: null })
  const running = useRef<AbortController | null>(null)
  const asked = keyOf(question)
  const wanted = wantedOf(question, isExplained, district)
  const loaded = useRef(wantedOf(question, isExplained, firstDistrict))

  const load = useCallback(
    async (question: Question, after?: Hits) => {
      loaded.current = wanted
      running.current?.abort()
      const control = new AbortController()
      running.current = control
      setState((now) => ({ ...now, isLoading: true }))
      try {
        const answer = await fetchHits({ question, after, isExplained, district }, control.signal)
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
    [wanted, isExplained, district],
  )

  const wordsBefore = useRef(question.words)
  useEffect(() => {
    const before = wordsBefore.current
    wordsBefore.current = question.words
    if (loaded.current === wanted) return
    const begin = () => {
      if (loaded.current !== wanted) void load(question)
    }
    const timer = setTimeout(begin, isTyped(before, question.words) ? typingPause : 0)
    // What an input method wrote is whole with this.
    const input = box.current
    input?.addEventListener('compositionend', begin)
    return () => {
      clearTimeout(timer)
      input?.removeEventListener('compositionend', begin)
    }
  }, [box, wanted, question, load])

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
    /** Could nothing be reached, be it for what follows on the page? */
    isLost: state.failed?.failure === 'offline',
  }
}

/** Is it one letter more or less? */
const isTyped = (before: string, now: string): boolean =>
  now !== '' && Math.abs(now.length - before.length) === 1

/** What is asked for, by its key; a list is the same for all districts. */
const wantedOf = (question: Question, isExplained: boolean, district: string): string =>
  `${keyOf(question)}${isExplained ? '&explain=true' : ''}${question.words.trim() && district && `&district=${district}`}`

type Asked = { question: Question; after?: Hits } & Pick<Given, 'isExplained' | 'district'>

async function fetchHits({ question, after, isExplained, district }: Asked, signal: AbortSignal) {
  const query = questionQuery(question)
  const page = after ? after.page + 1 : 1
  if (question.words.trim() === '') {
    if (page > 1) query.set('page', String(page))
    const listed = await ask<Recorded<EntryPage>>(`/api/entries?${query.toString()}`, signal)
    return 'data' in listed ? { data: listedHits(question, listed.data) } : listed
  }
  if (after?.next) query.set('cursor', after.next)
  else query.set('facets', 'true')
  if (isExplained) query.set('explain', 'true')
  if (district) query.set('district', district)
  const found = await ask<Recorded<SearchAnswer>>(`/api/search?${query.toString()}`, signal)
  return 'data' in found ? { data: foundHits(question, page, found.data) } : found
}
