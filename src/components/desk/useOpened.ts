import { useCallback, useEffect, useRef, useState } from 'react'
import type { EntrySummary } from '@/reading/entrySummary'
import type { Entry } from '@/reading/readEntry'
import { ask, type Failure } from './ask'

type Opened = {
  number: string | null
  entry: Entry | null
  /** What its writer named at once, then what is near in meaning too. */
  related: EntrySummary[]
  failure: Failure | null
}

const nothing: Opened = { number: null, entry: null, related: [], failure: null }

/** The entry beside the list. Read again when one comes back to the window: it may have been withdrawn. */
export function useOpened() {
  const [opened, setOpened] = useState<Opened>(nothing)
  const running = useRef<AbortController | null>(null)

  const open = useCallback(async (number: string) => {
    running.current?.abort()
    const control = new AbortController()
    running.current = control
    setOpened((now) => (now.number === number ? now : { ...nothing, number }))
    try {
      const address = `/api/entries/${encodeURIComponent(number)}`
      const answer = await ask<Entry>(address, control.signal)
      if ('failure' in answer) {
        setOpened({ ...nothing, number, failure: answer.failure })
        return
      }
      const entry = answer.data
      setOpened({ number, entry, related: entry.related, failure: null })
      const beside = await ask<{ entries: EntrySummary[] }>(`${address}/related`, control.signal)
      if ('data' in beside) setOpened((now) => ({ ...now, related: beside.data.entries }))
    } catch {
      // Another entry was opened meanwhile.
    }
  }, [])

  const close = useCallback(() => {
    running.current?.abort()
    setOpened(nothing)
  }, [])

  const { number } = opened
  useEffect(() => {
    if (!number) return
    const lookAgain = () => {
      if (document.visibilityState === 'visible') void open(number)
    }
    document.addEventListener('visibilitychange', lookAgain)
    return () => document.removeEventListener('visibilitychange', lookAgain)
  }, [number, open])

  return { ...opened, open, close }
}
