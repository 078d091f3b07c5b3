'use client'

import { useState } from 'react'
import type { Outcome } from '../ask'
import { useTexts } from '../useTexts'

/** Sends what a dialog asks; it closes once that is done, and stays with the reason where it is refused. */
export function useSent(take: () => Promise<Outcome<unknown>>, onClose: () => void) {
  const { texts } = useTexts()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')

  async function sent() {
    setIsBusy(true)
    setProblem('')
    const outcome = await take()
    if (outcome.ok) return onClose()
    setIsBusy(false)
    setProblem(outcome.detail || texts.failed)
  }
  return { send: () => void sent(), isBusy, problem }
}
