'use client'

import { useEffect, useState } from 'react'
import { nobodyKeeps } from '@/access/keeping'
import type { RefusalCode } from '@/access/refusals'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { handoverTexts } from '@/i18n/people'
import { refusalTexts } from '@/i18n/refusals'
import type { Kept } from '@/workflow/accounts/keeping/handOver'
import { ask } from '../ask'
import { useTexts } from '../useTexts'

type Props = {
  progress: { done: number; of: number } | null
  outcome: Outcome | null
  name: string
}

/** How far it is; then how many are handed over and which are not, each with its reason. */
export function HandoverResult({ progress, outcome, name }: Props) {
  const { texts: common, language } = useTexts()
  const texts = handoverTexts[language]
  return (
    <div className="zk-handover__result">
      <div role="status">
        {progress && <p>{fill(texts.working, { done: progress.done, n: progress.of })}</p>}
        {outcome && !progress && <p>{fill(texts.done, { n: outcome.done, name })}</p>}
      </div>
      {progress && (
        <progress
          className="zk-progress"
          aria-label={texts.handOver}
          value={progress.done}
          max={progress.of}
        />
      )}
      {outcome && outcome.refused.length > 0 && !progress && (
        <>
          <p>{fill(texts.refused, { n: outcome.refused.length })}</p>
          <ul className="zk-refused">
            {outcome.refused.map(({ kept, code }) => (
              <li key={kept.id}>
                <strong>{kept.number}</strong> {kept.title}
                <br />
                <span className="zk-error">{sentenceOf(code) || common.failed}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )

  function sentenceOf(code: RefusalCode | null): string {
    if (code === 'invalid') return texts.wrongHeir
    if (code === 'changedMeanwhile' || code === 'wrongState') return texts[code]
    const text = code && refusalTexts[language][code]
    return text ? labelled(language, text.title, text.detail) : ''
  }
}

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
