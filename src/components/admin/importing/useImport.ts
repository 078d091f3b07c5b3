'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Language } from '@/i18n/language'
import { ask, type Outcome } from '../ask'
import { isWorkedOn, type Batch } from './batches'

/** Between two looks at what the server works on. */
const pause = 1_000

/** A batch as it is now, looked at again while the server works on it, and what may be asked of it. */
export function useImport(id: string, language: Language) {
  const [batch, setBatch] = useState<Batch | null>(null)
  const [refused, setRefused] = useState<'missing' | 'failed' | null>(null)
  const [looks, setLooks] = useState(0)
  const path = `/api/imports/${encodeURIComponent(id)}`
  const isAwaited = batch === null || isWorkedOn(batch)

  useEffect(() => {
    if (!isAwaited) return
    const controller = new AbortController()
    const { signal } = controller
    const look = async () => {
      const outcome = await ask<Batch>(path, { language, signal })
      if (signal.aborted) return
      if (outcome.ok) setBatch(outcome.data)
      setRefused(outcome.ok ? null : outcome.status === 404 ? 'missing' : 'failed')
      if (outcome.ok || outcome.status !== 404) setLooks((n) => n + 1)
    }
    const timer = setTimeout(() => void look(), looks === 0 ? 0 : pause)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [path, language, isAwaited, looks])

  const take = useCallback(
    async (
      doing: 'plan' | 'start' | 'stop' | 'takeBack',
      body: object = {},
    ): Promise<Outcome<Batch>> => {
      const outcome = await ask<Batch>(`${path}/${doing}`, { method: 'POST', body, language })
      if (outcome.ok) setBatch(outcome.data)
      return outcome
    },
    [path, language],
  )
  return { batch, refused, take }
}

export type Take = ReturnType<typeof useImport>['take']
