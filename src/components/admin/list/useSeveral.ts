'use client'

import { useState } from 'react'
import type { Library, RefusalCode, Step } from '@/access/rules'
import type { Language } from '@/i18n/language'
import { ask } from '../ask'

type Row = { id: string; number: string; title: string; revision: number }
type Answer = { id: string; ok: boolean; code?: RefusalCode; detail?: string }

export type Outcome = {
  done: number
  refused: (Row & { code: RefusalCode | null; said: string })[]
}
export type Progress = { done: number; of: number }

/** So many in one request: progress is seen, and a request ends long before a proxy gives up. */
const atOnce = 10
/** So many ids in one address, which servers cut off somewhere beyond 8,000 characters. */
const named = 100

type Given = { library: Library; step: Step; ids: string[]; language: Language }

/** One step for several entries, some at a time; each has its own result. */
export function useSeveral({ library, step, ids, language }: Given) {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [problem, setProblem] = useState('')

  async function take(body: Record<string, unknown>): Promise<void> {
    setProgress({ done: 0, of: ids.length })
    const rows = await rowsOf()
    if (!rows) return
    const result: Outcome = { done: 0, refused: [] }
    for (let from = 0; from < rows.length; from += atOnce) {
      const part = rows.slice(from, from + atOnce)
      const answers = await send(part, body)
      for (const row of part) {
        const answer = answers.find(({ id }) => id === row.id)
        if (answer?.ok) result.done += 1
        else result.refused.push({ ...row, code: answer?.code ?? null, said: answer?.detail ?? '' })
      }
      setProgress({ done: from + part.length, of: rows.length })
    }
    setProgress(null)
    setOutcome(result)
  }

  async function rowsOf(): Promise<Row[] | null> {
    const rows: Row[] = []
    for (let from = 0; from < ids.length; from += named) {
      const query = new URLSearchParams({ depth: '0', limit: String(named) })
      query.set('where[id][in]', ids.slice(from, from + named).join(','))
      for (const field of ['number', 'title', 'revision']) query.set(`select[${field}]`, 'true')
      const found = await ask<{ docs: Row[] }>(`/api/${library}?${query}`, { language })
      if (!found.ok) {
        setProgress(null)
        setProblem(found.detail)
        return null
      }
      rows.push(...found.data.docs)
    }
    return rows
  }

  /** What the server refuses as a whole is refused for each. */
  async function send(part: Row[], body: Record<string, unknown>): Promise<Answer[]> {
    const items = part.map(({ id, revision }) => ({ id, revision }))
    const sent = await ask<{ results: Answer[] }>(`/api/${library}/${step}`, {
      method: 'POST',
      body: { ...body, items },
      language,
    })
    if (sent.ok) return sent.data.results
    return part.map(({ id }) => ({ id, ok: false, detail: sent.detail }))
  }

  return { take, progress, outcome, problem }
}
