'use client'

import { useEffect, useState } from 'react'
import { steps, type Library, type Step, type StepRule } from '@/access/rules'
import { dialogTexts } from '@/i18n/dialogTexts'
import type { Counts } from '@/i18n/reviewing'
import type { Language } from '@/i18n/language'
import { graveKinds } from '@/workflow/findings/findingKinds'
import { ask } from '../ask'
import type { Named } from './Chosen'

/** One of the chosen entries: as it stands, and why the step is not possible for it, or was not done. */
export type Item = Named & { revision: number; problem: string; counts: Counts | null }

export type Outcome = { done: Named[]; notDone: Item[] }
export type Progress = { done: number; of: number }

/** So many in one request: progress is seen, and a request ends long before a proxy gives up. */
const atOnce = 10
/** So many ids in one address, which servers cut off somewhere beyond 8,000 characters. */
const named = 100

type Given = { library: Library; step: Step; chosen: readonly Named[]; language: Language }
type Answer = { id: string; ok: boolean; detail?: string }

/**
 * One step for several entries. First each is looked at: what would be refused is known before anything is done,
 * and where texts are handed on what stands out in them. Then it is taken for those it is possible for, some at a time.
 */
export function useBatch({ library, step, chosen, language }: Given) {
  const [items, setItems] = useState<readonly Item[]>([])
  const [looked, setLooked] = useState<Progress>({ done: 0, of: chosen.length })
  const [problem, setProblem] = useState('')
  const [progress, setProgress] = useState<Progress | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const key = JSON.stringify(chosen)

  useEffect(() => {
    const closed = new AbortController()
    void look({ library, step, language, chosen: JSON.parse(key) as Named[] }, closed.signal)
    return () => closed.abort()

    async function look(given: Given, signal: AbortSignal) {
      const found = await rowsOf(given, signal)
      if (signal.aborted) return
      if (typeof found === 'string') return setProblem(found)
      setLooked({ done: 0, of: found.length })
      for (let from = 0; from < found.length; from += atOnce) {
        const part = found.slice(from, from + atOnce)
        const checked = await check(given, part, signal)
        if (signal.aborted) return
        setItems((before) => [...before, ...checked])
        setLooked({ done: from + part.length, of: found.length })
      }
    }
  }, [library, step, language, key])

  async function take(body: Record<string, unknown>): Promise<void> {
    const possible = items.filter((item) => item.problem === '')
    const done: Named[] = []
    const notDone = items.filter((item) => item.problem !== '')
    setProgress({ done: 0, of: possible.length })
    for (let from = 0; from < possible.length; from += atOnce) {
      const part = possible.slice(from, from + atOnce)
      const answers = await send({ library, step, language }, part, body)
      part.forEach((item, at) => {
        const answer = answers[at]
        if (answer?.ok) done.push(item)
        else notDone.push({ ...item, problem: answer?.detail || dialogTexts[language].unknown })
      })
      setProgress({ done: from + part.length, of: possible.length })
    }
    setProgress(null)
    setOutcome({ done, notDone })
  }
  const isLooking = looked.done < looked.of && problem === ''
  return { items, looked, isLooking, take, progress, outcome, problem }
}

/** How often each kind stands in all of them together that is confirmed by name. */
export const graveOf = (items: readonly Item[]): [kind: string, count: number][] =>
  graveKinds
    .map((kind): [string, number] => [
      kind,
      items.reduce((sum, { counts }) => sum + (counts?.[kind] ?? 0), 0),
    ])
    .filter(([, count]) => count > 0)

/** The chosen entries as they stand now; what is not there any more is told of too. Or why they cannot be read. */
async function rowsOf({ library, chosen, language }: Given, signal: AbortSignal) {
  const rows: Item[] = []
  for (let from = 0; from < chosen.length; from += named) {
    const part = chosen.slice(from, from + named)
    const query = new URLSearchParams({ depth: '0', limit: String(named) })
    query.set('where[id][in]', part.map(({ id }) => id).join(','))
    for (const field of ['number', 'title', 'revision']) query.set(`select[${field}]`, 'true')
    const found = await ask<{ docs: Item[] }>(`/api/${library}?${query}`, { language, signal })
    if (!found.ok) return found.detail || dialogTexts[language].noAnswer
    for (const one of part) {
      const row = found.data.docs.find(({ id }) => id === one.id)
      const problem = row ? '' : dialogTexts[language].gone
      rows.push({ ...one, revision: 0, ...row, problem, counts: null })
    }
  }
  return rows
}

type Asker = Pick<Given, 'library' | 'step' | 'language'>

/** Which of them the step is possible for; where texts are handed on also what stands out in the text. */
async function check(asker: Asker, part: readonly Item[], signal: AbortSignal): Promise<Item[]> {
  const there = part.filter(({ problem }) => problem === '')
  if (there.length === 0) return [...part]
  const rule: StepRule = steps[asker.step]
  const [answers, flagged] = await Promise.all([
    send(asker, there, { check: true }, signal),
    rule.needs.includes('named') ? flaggedIn(asker, there, signal) : new Map<string, Counts>(),
  ])
  return part.map((item) => {
    const at = there.indexOf(item)
    if (at < 0) return item
    const answer = answers[at]
    const problem = answer?.ok ? '' : answer?.detail || dialogTexts[asker.language].noAnswer
    return { ...item, problem, counts: flagged.get(item.id) ?? null }
  })
}

async function flaggedIn({ library, language }: Asker, part: readonly Item[], signal: AbortSignal) {
  const body = { ids: part.map(({ id }) => id) }
  const path = `/api/${library}/findings`
  type Flagged = { flagged: { id: string; counts: Counts }[] }
  const found = await ask<Flagged>(path, { method: 'POST', body, language, signal })
  return new Map(found.ok ? found.data.flagged.map(({ id, counts }) => [id, counts]) : [])
}

/** An answer for each, in their order. What the server refuses as a whole is refused for each. */
async function send(
  { library, step, language }: Asker,
  part: readonly Item[],
  body: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<Answer[]> {
  const options = { method: 'POST', language, signal } as const
  if (!steps[step].several) return oneByOne()
  const items = part.map(({ id, revision }) => ({ id, revision }))
  const path = `/api/${library}/${step}`
  const sent = await ask<{ results: Answer[] }>(path, { ...options, body: { ...body, items } })
  if (!sent.ok) return part.map(({ id }) => ({ id, ok: false, detail: sent.detail }))
  return part.map(({ id }) => sent.data.results.find((one) => one.id === id) ?? { id, ok: false })

  /** A deletion is decided entry by entry; chosen together, they are decided one after the other. */
  async function oneByOne() {
    const answers: Answer[] = []
    for (const { id, revision } of part) {
      const one = { ...options, body: { ...body, revision } }
      const taken = await ask(`/api/${library}/${id}/${step}`, one)
      answers.push({ id, ok: taken.ok, detail: taken.ok ? '' : taken.detail })
    }
    return answers
  }
}
