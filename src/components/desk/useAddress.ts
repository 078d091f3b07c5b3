import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { at } from '@/base'
import type { Shown } from './calls'
import { deskAddress, keyOf, readAddress } from './deskQuestion'

type Given = {
  shown: Shown
  /** Another one with each question that is not the one before typed on. */
  turn: number
  /** Is the answer to the question on screen? */
  isSettled: boolean
  /** The call one is on. */
  call: string | null
  /** Where somebody went back or on to, and on which call that was; answers which call one is on now. */
  onTravel: (shown: Shown, call: string | null) => string | null
}

/** What the browser's history keeps beside an address. */
type Mark = {
  /** How many openings lie between it and its list; 0 for a list, and where the list is not in the history. */
  depth: number
  call: string | null
  /** The answer that the entry was opened from. */
  search: string | null
  /** What the desk began with: nothing is written over it. */
  isStart: boolean
}

type Place = Mark & { address: string; key: string; entry: string | null } & Pick<
    Given,
    'turn' | 'isSettled'
  >

/** Longer no way back takes, in milliseconds. */
const patience = 2_000

/**
 * The address and the browser's history. Opening an entry is a step of it, and so is each question that got its answer;
 * typing on is none. Back leads from an entry to its list, and from there to the question before; closing an entry is the
 * same way back.
 */
export function useAddress({ shown, turn, isSettled, call, onTravel }: Given): string {
  const { question, entry, search } = shown
  const address = deskAddress(question, entry)
  const place = useRef<Place | null>(null)
  /** On the way back to a list: what comes meanwhile is written once it is reached. */
  const isLeaving = useRef(false)
  const [landed, setLanded] = useState(0)

  /** A way that another one crossed is never reached. */
  const stay = () => {
    if (!isLeaving.current) return
    isLeaving.current = false
    setLanded((count) => count + 1)
  }

  const write = useEffectEvent(() => {
    const before = place.current
    const now = { address, key: keyOf(question), entry, call, search, turn, isSettled }
    const put = (way: 'pushState' | 'replaceState', mark: Pick<Mark, 'depth' | 'isStart'>) => {
      place.current = { ...now, ...mark }
      // Next (16.4) loads the page anew on the way back to a place that lacks what it keeps there itself.
      const kept = window.history.state as object | null
      window.history[way]({ ...kept, desk: { ...mark, call, search } }, '', at(address))
    }
    if (!before) {
      const { depth } = markOf(window.history.state)
      return put('replaceState', { depth: entry ? depth : 0, isStart: now.key === '' && !entry })
    }
    if (isLeaving.current) return
    if (before.address === address && before.call === call) {
      place.current = { ...before, turn, isSettled: isSettled || before.isSettled }
      return
    }
    const isSame = before.key === now.key && before.call === call
    if (isSame && !entry && before.depth > 0) {
      isLeaving.current = true
      window.history.go(-before.depth)
      setTimeout(stay, patience)
      return
    }
    const isOpened = entry !== null && (entry !== before.entry || !isSame)
    const isAnother = !isSame && isLeft(before, now)
    const depth =
      !isSame || !entry ? 0 : before.entry === null ? 1 : before.depth > 0 ? before.depth + 1 : 0
    put(isOpened || isAnother ? 'pushState' : 'replaceState', {
      ...{ depth, isStart: before.isStart && !isOpened && !isAnother },
    })
  })
  useEffect(() => write(), [address, turn, isSettled, call, landed])

  const travel = useEffectEvent((state: unknown) => {
    const mark = markOf(state)
    const to = readAddress(Object.fromEntries(new URLSearchParams(window.location.search)))
    const isReached = isLeaving.current
    isLeaving.current = false
    const on = isReached ? call : onTravel({ ...to, search: mark.search }, mark.call)
    place.current = {
      ...{ ...mark, call: on, address: deskAddress(to.question, to.entry) },
      ...{ key: keyOf(to.question), entry: to.entry, turn, isSettled: true },
    }
    if (isReached) setLanded((count) => count + 1)
  })
  useEffect(() => {
    const travelled = ({ state }: PopStateEvent) => travel(state)
    window.addEventListener('popstate', travelled)
    return () => window.removeEventListener('popstate', travelled)
  }, [])
  return address
}

type Next = Pick<Place, 'key' | 'call' | 'turn'>

/** Is this a place to come back to, and not the beginning of the next question? */
function isLeft(before: Place, now: Next): boolean {
  if (before.entry !== null) return true
  if (before.isStart) return now.key !== ''
  if (before.call !== now.call) return before.key !== ''
  return now.turn !== before.turn && before.isSettled
}

function markOf(state: unknown): Mark {
  const { desk } = (state ?? {}) as { desk?: Partial<Mark> }
  return {
    ...{ depth: desk?.depth ?? 0, call: desk?.call ?? null },
    ...{ search: desk?.search ?? null, isStart: desk?.isStart ?? false },
  }
}
