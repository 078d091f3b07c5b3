import { useCallback, useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { callIn, type CallTold, type GivenCall } from './callIn'
import { callsOf, changeCalls, listenToCalls } from './callStore'
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

export const nothingShown: Shown = { question: emptyQuestion, entry: null }

const isBare = ({ question, entry }: Shown): boolean => keyOf(question) === '' && entry === null

/** 来电: one at a time is on the desk, and what was asked and opened on each comes back with it. */
export function useCalls({ person, given, origins, shown, show, onTurned }: Given) {
  const state = useSyncExternalStore(
    listenToCalls,
    () => (person === null ? noCalls : callsOf(person)),
    () => noCalls,
  )
  const call = activeCall(state)
  /** Changes the call one is on. */
  const note = useCallback(
    (change: (call: Call) => Call) => {
      if (person !== null) changeCalls(person, (now) => onCall(now, change))
    },
    [person],
  )

  const begin = (told: CallTold, at: Shown = nothingShown) => {
    if (person === null) return
    const id = told.id ?? `call-${Date.now().toString(36)}`
    const known = state.calls.find((one) => one.id === id)
    const { number = null, district = '' } = told
    const taken = { id, number, district, at: new Date().toISOString(), shown: at }
    changeCalls(person, (now) => take(now, taken))
    show(isBare(at) ? (known?.shown ?? at) : at)
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
    if (person === null) return
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
    ...{ calls: state.calls, call, note, begin, turnTo, endCall, travel },
    turnOn: () => {
      const next = nextOf(state)
      if (next) turnTo(next.id)
    },
  }
}
