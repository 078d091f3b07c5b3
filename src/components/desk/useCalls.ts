import { useCallback, useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { callIn, type CallTold, type GivenCall } from './callIn'
import { callsOf, changeCalls, forgetCalls, listenToCalls } from './callStore'
import { activeCall, end, nextOf, noCalls, onCall, take, type Call, type Shown } from './calls'
import { emptyQuestion, keyOf } from './deskQuestion'

type Given = {
  /** Whose calls they are; nobody's but agents'. */
  person: string | null
  /** What the address told of a call that has just come in. */
  given: GivenCall | null
  /** Other sites that may tell of calls: those that may show the desk in a frame. */
  origins: readonly string[]
  shown: Shown
  /** Shows what was asked and opened somewhere else. */
  show: (shown: Shown) => void
  /** After one went to another call. */
  onTurned: () => void
}

const nothingShown: Shown = { question: emptyQuestion, entry: null, search: null }

const isBare = ({ question, entry }: Shown): boolean => keyOf(question) === '' && entry === null

/** 来电: one at a time is on the desk, and what was asked and opened on each comes back with it. */
export function useCalls({ person, given, origins, shown, show, onTurned }: Given) {
  const state = useSyncExternalStore(
    listenToCalls,
    () => (person === null ? noCalls : callsOf(person)),
    () => noCalls,
  )
  const call = activeCall(state)
  /** Changes one call, where it has not ended. */
  const noteOn = useCallback(
    (id: string | null, change: (call: Call) => Call) => {
      if (person !== null) changeCalls(person, (now) => onCall(now, id, change))
    },
    [person],
  )
  /** Changes the call one is on. */
  const note = useCallback(
    (change: (call: Call) => Call) => {
      if (person !== null) changeCalls(person, (now) => onCall(now, now.active, change))
    },
    [person],
  )

  const begin = (told: CallTold, at?: Shown) => {
    if (person === null) return
    const before = callsOf(person)
    const id = told.id ?? `call-${Date.now().toString(36)}`
    const known = before.calls.find((one) => one.id === id)
    const { number = null, district = '' } = told
    const shownAt = at ?? nothingShown
    const taken = { id, number, district, at: new Date().toISOString(), shown: shownAt }
    changeCalls(person, (now) => take(now, taken))
    // One is on it already: what one does there goes on.
    if (!at && id === before.active) return
    show(isBare(shownAt) ? (known?.shown ?? shownAt) : shownAt)
    onTurned()
  }
  const turnTo = (id: string) => {
    const to = state.calls.find((one) => one.id === id)
    if (person === null || !to || id === state.active) return
    changeCalls(person, (now) => ({ ...now, active: id }))
    show(to.shown)
    onTurned()
  }
  const endCall = (id: string) => {
    if (person === null) return
    changeCalls(person, (now) => end(now, id))
    show(activeCall(callsOf(person))?.shown ?? nothingShown)
    onTurned()
  }
  /** The call one went back to, where it has not ended. */
  const travel = (id: string | null): string | null => {
    const isKnown = state.calls.some((one) => one.id === id)
    if (person === null || !isKnown) return state.active
    changeCalls(person, (now) => ({ ...now, active: id }))
    return id
  }

  const arrive = useEffectEvent(() => {
    // Whoever takes no calls keeps none of who was here before.
    if (person === null) return forgetCalls()
    if (given) return begin(given, shown)
    const last = activeCall(callsOf(person))
    if (!last) return
    // An address that says nothing leads to where one was.
    if (!isBare(shown)) note((now) => ({ ...now, shown }))
    else if (!isBare(last.shown)) show(last.shown)
  })
  useEffect(() => arrive(), [])

  const hear = useEffectEvent((event: MessageEvent) => {
    if (event.origin !== window.location.origin && !origins.includes(event.origin)) return
    const told = callIn(event.data)
    // The call and what is shown of it change together.
    if (told) flushSync(() => begin(told))
  })
  useEffect(() => {
    const heard = (event: MessageEvent) => hear(event)
    window.addEventListener('message', heard)
    return () => window.removeEventListener('message', heard)
  }, [])

  const isFirst = useRef(true)
  const keep = useEffectEvent(() => {
    // What the page came with may give way to where one was.
    if (isFirst.current) isFirst.current = false
    else note((now) => ({ ...now, shown }))
  })
  useEffect(() => keep(), [shown.question, shown.entry])

  return {
    ...{ calls: state.calls, call, note, noteOn, begin, turnTo, endCall, travel },
    turnOn: () => {
      const next = nextOf(state)
      if (next) turnTo(next.id)
    },
  }
}
