import { useCallback, useEffect, useRef, useState } from 'react'
import type { EntrySummary } from '@/reading/entrySummary'
import type { Entry } from '@/reading/readEntry'
import type { Recorded } from '@/reading/searchAnswer'
import { ask, type Answered, type Failure } from './ask'

type Opened = {
  number: string | null
  /** The answer it was opened from. */
  search: string | null
  entry: Entry | null
  /** What its writer named at once, then what is near in meaning too. */
  related: EntrySummary[]
  /** The answer they came in. */
  beside: string | null
  failure: Failure | null
}

type State = Opened & {
  /** The question it was opened under, by its key. */
  asked: string
  /** How often it was asked for. */
  round: number
  /** How often an entry was opened, by whichever way. */
  opening: number
}

const nothing: Opened = {
  ...{ number: null, search: null, entry: null },
  ...{ related: [], beside: null, failure: null },
}

/** What a look before copying found: still so, another text now, or why nobody can say. */
export type Looked = 'same' | 'changed' | 'left' | Failure

/** Longer nobody waits for a look; in milliseconds. */
const patience = 2_000

/**
 * The entry beside the list. It belongs to the question it was opened under and goes with it. Read again when
 * one comes back to the window, and looked at before it is copied: it may have been withdrawn.
 */
export function useOpened(asked: string, kept: string | null) {
  const [state, setState] = useState<State>({
    ...{ ...nothing, number: kept },
    ...{ asked, round: 0, opening: 0 },
  })
  // Before anything is shown of it under another question.
  if (state.asked !== asked) setState({ ...nothing, asked, round: 0, opening: state.opening + 1 })
  const { number, search, round } = state
  const looking = useRef<AbortController | null>(null)

  useEffect(() => {
    if (!number) return
    const control = new AbortController()
    void load({ number, search }, control.signal, (change) => {
      if (!control.signal.aborted) setState((now) => ({ ...now, ...change(now) }))
    })
    return () => {
      control.abort()
      looking.current?.abort()
    }
  }, [number, search, asked, round])

  const open = useCallback((number: string, search: string | null = null) => {
    setState((now) => ({
      ...(now.number === number ? now : { ...nothing, asked: now.asked, number, search }),
      round: now.round + 1,
      opening: now.opening + 1,
    }))
  }, [])
  /** What was open under another question, with that question and the answer it was opened from. */
  const restore = useCallback((asked: string, number: string | null, search: string | null) => {
    setState((now) => ({
      ...{ ...nothing, asked, number, search },
      ...{ round: now.round + 1, opening: now.opening + 1 },
    }))
  }, [])
  const close = useCallback(() => setState((now) => ({ ...now, ...nothing })), [])

  /** Is this still what `textOf` takes from the entry? What it finds is shown. */
  const look = useCallback(async (entry: Entry, textOf: (entry: Entry) => string) => {
    looking.current?.abort()
    const control = new AbortController()
    looking.current = control
    const answer = await askInTime(addressOf(entry.number), control.signal)
    if (!answer || control.signal.aborted) return 'left'
    if (!('failure' in answer)) {
      setState((now) => ({ ...now, entry: answer.data }))
      return textOf(answer.data) === textOf(entry) ? 'same' : 'changed'
    }
    if (isOver(answer.failure)) {
      const { failure } = answer
      setState(({ number, search, ...now }) => ({ ...now, ...nothing, number, search, failure }))
    }
    return answer.failure
  }, [])

  const again = useCallback(() => setState((now) => ({ ...now, round: now.round + 1 })), [])
  useEffect(() => {
    const lookAgain = () => {
      if (document.visibilityState === 'visible') again()
    }
    document.addEventListener('visibilitychange', lookAgain)
    return () => document.removeEventListener('visibilitychange', lookAgain)
  }, [again])

  return { ...state, open, close, look, restore, again }
}

const addressOf = (number: string) => `/api/entries/${encodeURIComponent(number)}`

/** Nothing of it may be shown any longer; that a server is out of reach says nothing about an entry. */
const isOver = (failure: Failure): boolean => failure === 'gone' || failure === 'expired'

type Change = (change: (now: State) => Partial<Opened>) => void

async function load(
  { number, search }: Pick<Opened, 'search'> & { number: string },
  signal: AbortSignal,
  change: Change,
): Promise<void> {
  try {
    const from = search ? `?search=${search}` : ''
    const answer = await ask<Entry>(`${addressOf(number)}${from}`, signal)
    if ('failure' in answer) {
      const { failure } = answer
      change((now) =>
        now.entry && !isOver(failure) ? {} : { ...nothing, number, search, failure },
      )
      return
    }
    const entry = answer.data
    change((now) => ({ entry, related: now.entry ? now.related : entry.related, failure: null }))
    const beside = await ask<Recorded<{ entries: EntrySummary[] }>>(
      `${addressOf(number)}/related`,
      signal,
    )
    if (!('data' in beside)) return
    const { entries: related, search: besides } = beside.data
    change(() => ({ related, beside: besides }))
  } catch {
    // Another entry was opened meanwhile, or another question asked.
  }
}

/** Null where one went on to something else meanwhile. */
async function askInTime(path: string, signal: AbortSignal): Promise<Answered<Entry> | null> {
  const control = new AbortController()
  const stop = () => control.abort()
  signal.addEventListener('abort', stop)
  const timer = setTimeout(stop, patience)
  try {
    return await ask<Entry>(path, control.signal)
  } catch {
    return signal.aborted ? null : { failure: 'offline' }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}
