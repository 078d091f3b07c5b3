import { useCallback, useEffect, useRef, useState } from 'react'
import type { Entry } from '@/reading/readEntry'
import { ask, type Failure } from './ask'

type Opened = { number: string | null; entry: Entry | null; failure: Failure | null }

const nothing: Opened = { number: null, entry: null, failure: null }

/** The entry beside the list. Read again when one comes back to the window: it may have been withdrawn. */
export function useOpened() {
  const [opened, setOpened] = useState<Opened>(nothing)
  const running = useRef<AbortController | null>(null)

  const open = useCallback(async (number: string) => {
    running.current?.abort()
    const control = new AbortController()
    running.current = control
    setOpened((now) => (now.number === number ? now : { number, entry: null, failure: null }))
    try {
      const answer = await ask<Entry>(`/api/entries/${encodeURIComponent(number)}`, control.signal)
      if ('data' in answer) setOpened({ number, entry: answer.data, failure: null })
      else setOpened({ number, entry: null, failure: answer.failure })
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
