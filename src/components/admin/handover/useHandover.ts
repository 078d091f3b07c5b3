'use client'

import { useEffect, useState } from 'react'
import { nobodyKeeps } from '@/access/keeping'
import type { RefusalCode } from '@/access/rules'
import type { Kept } from '@/workflow/accounts/keeping/keptBy'
import { ask } from '../ask'
import { useTexts } from '../useTexts'

type Answer = { id: string; ok: boolean; code?: RefusalCode }
export type Outcome = { done: number; refused: { kept: Kept; code: RefusalCode | null }[] }

/** So many in one request: progress is seen, and a request ends long before a proxy gives up. */
const atOnce = 25

/** What a person keeps, and the handing over of it: some at a time, each with its own result. */
export function useHandover(from: string | null) {
  const { texts, language } = useTexts()
  const [kept, setKept] = useState<Kept[] | null>(null)
  const [problem, setProblem] = useState('')
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(() => {
    let isCurrent = true
    const path = `/api/handover?from=${from ?? nobodyKeeps}`
    void ask<{ docs: Kept[] }>(path, { language }).then((answer) => {
      if (!isCurrent) return
      if (answer.ok) setKept(answer.data.docs)
      else setProblem(answer.detail || texts.failed)
    })
    return () => {
      isCurrent = false
    }
  }, [from, language, texts.failed])

  async function handOver(chosen: readonly Kept[], to: string): Promise<void> {
    const result: Outcome = { done: 0, refused: [] }
    for (let at = 0; at < chosen.length; at += atOnce) {
      setProgress({ done: at, of: chosen.length })
      const part = chosen.slice(at, at + atOnce)
      const items = part.map(({ id }) => id)
      const body = { from, to, items }
      const sent = await ask<{ results: Answer[] }>('/api/handover', {
        method: 'POST',
        body,
        language,
      })
      for (const one of part) {
        const answer = sent.ok ? sent.data.results.find(({ id }) => id === one.id) : null
        if (answer?.ok) result.done += 1
        else result.refused.push({ kept: one, code: answer?.code ?? null })
      }
    }
    const left = new Set(result.refused.map(({ kept: one }) => one.id))
    const taken = new Set(chosen.map(({ id }) => id).filter((id) => !left.has(id)))
    setKept((before) => before?.filter(({ id }) => !taken.has(id)) ?? null)
    setProgress(null)
    setOutcome(result)
  }

  return { kept, problem, progress, outcome, handOver }
}
