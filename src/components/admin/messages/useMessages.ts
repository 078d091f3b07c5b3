'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Message } from '@/workflow/telling/messages'
import { ask } from '../ask'
import { useTexts } from '../useTexts'

type Answer = { docs: Message[]; totalDocs: number; totalPages: number; unread: number }

export type Messages = {
  /** Null until the first answer. */
  answer: Answer | null
  hasFailed: boolean
  refresh: () => void
  /** These, or all of them. */
  markRead: (ids?: readonly string[]) => void
}

const everyMinute = 60_000

/** This person's messages, asked for again each minute and whenever the tab is looked at again. */
export function useMessages(query = ''): Messages {
  const { language } = useTexts()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [hasFailed, setHasFailed] = useState(false)

  const refresh = useCallback(() => {
    void ask<Answer>(`/api/messages${query}`, { language }).then((outcome) => {
      setHasFailed(!outcome.ok)
      if (outcome.ok) setAnswer(outcome.data)
    })
  }, [language, query])

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') refresh()
    }
    look()
    const timer = setInterval(look, everyMinute)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [refresh])

  const markRead = useCallback(
    (ids?: readonly string[]) => {
      // The browser sends it to its end also where a link leads away at the same time.
      void fetch('/api/messages/read', {
        method: 'POST',
        credentials: 'include',
        keepalive: true,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(ids ? { ids } : { all: true }),
      })
        .then(refresh)
        .catch(() => setHasFailed(true))
    },
    [refresh],
  )
  return { answer, hasFailed, refresh, markRead }
}
