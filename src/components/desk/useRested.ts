import { useEffect, useState } from 'react'
import { ask, type Answered, type Failure } from './ask'

/** As often it is asked for again while it is seen, and after a failure; in milliseconds. */
const often = 5 * 60_000
const soon = 20_000

/** Null until it is there. */
export type Rested<Answer> = Answer | { failure: Failure } | null

/**
 * What stands in the pane while nothing is open: asked for each time it is seen again, and from time to time as long as it
 * is. What is there stays while nothing newer comes.
 */
export function useRested<Answer extends object>(path: string, isResting: boolean): Rested<Answer> {
  const [known, setKnown] = useState<{ path: string; answer: Rested<Answer> }>({
    ...{ path, answer: null },
  })
  useEffect(() => {
    if (!isResting) return
    const control = new AbortController()
    let timer: number | undefined
    const look = async () => {
      window.clearTimeout(timer)
      const answer = document.hidden ? null : await load<Answer>(path, control.signal)
      if (control.signal.aborted) return
      const isFailure = answer !== null && 'failure' in answer
      timer = window.setTimeout(() => void look(), isFailure ? soon : often)
      if (answer) setKnown((now) => (isFailure && isGood(now, path) ? now : { path, answer }))
    }
    const lookNow = () => void look()
    lookNow()
    document.addEventListener('visibilitychange', lookNow)
    return () => {
      control.abort()
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', lookNow)
    }
  }, [path, isResting])
  return known.path === path ? known.answer : null
}

const isGood = (known: { path: string; answer: Rested<object> }, path: string): boolean =>
  known.path === path && known.answer !== null && !('failure' in known.answer)

/** Null where one went on to something else meanwhile. */
async function load<Answer extends object>(
  path: string,
  signal: AbortSignal,
): Promise<Rested<Answer>> {
  try {
    const answer: Answered<Answer> = await ask<Answer>(path, signal)
    return 'data' in answer ? answer.data : answer
  } catch {
    return null
  }
}

export const failureOf = (rested: Rested<object>): Failure | null =>
  rested && 'failure' in rested ? rested.failure : null
