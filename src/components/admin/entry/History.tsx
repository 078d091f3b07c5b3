'use client'

import { useEffect, useState } from 'react'
import type { Library, State, Step } from '@/access/rules'
import { labelled } from '@/i18n/labelled'
import { stateNameOf, stepNames } from '@/i18n/stepNames'
import type { Decision } from '@/payload-types'
import { ask } from '../ask'
import { momentOf } from '../dates'
import { useTexts } from '../useTexts'
import { ChangeOfStep } from './ChangeOfStep'

type Props = { library: Library; id: string }

/** The way of an entry, newest first: who took which step when and why, and what readers saw change. */
export function History({ library, id }: Props) {
  const { texts, language } = useTexts()
  const [decisions, setDecisions] = useState<Decision[] | null>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    let isCurrent = true
    const path = `/api/${library}/${id}/history`
    void ask<{ docs: Decision[] }>(path, { language }).then((outcome) => {
      if (!isCurrent) return
      if (outcome.ok) setDecisions(outcome.data.docs)
      else setProblem(outcome.detail || texts.failed)
    })
    return () => {
      isCurrent = false
    }
  }, [library, id, language, texts.failed])
  return (
    <section className="zk-panel zk-history">
      <h2>{texts.history}</h2>
      {problem && <p className="zk-error">{problem}</p>}
      {!decisions && !problem && <p className="zk-soft">{texts.loading}</p>}
      {decisions?.length === 0 && <p className="zk-soft">{texts.noHistory}</p>}
      <ol>
        {decisions?.map((decision) => (
          <Taken key={decision.id} decision={decision} library={library} entry={id} />
        ))}
      </ol>
    </section>
  )
}

type TakenProps = { decision: Decision; library: Library; entry: string }

function Taken({ decision, library, entry }: TakenProps) {
  const { texts, language } = useTexts()
  const { from, to, reason, byName, isActingForUnit } = decision
  const step = decision.step as Step
  const nameOf = (state: unknown) => stateNameOf(library, state as State)?.[language] ?? '—'
  const at = String(decision.at)
  return (
    <li>
      <p>
        <strong>{stepNames[step]?.[language] ?? step}</strong>
        {isActingForUnit && <span className="zk-tag">{texts.forUnit}</span>} {byName}
      </p>
      <p className="zk-soft">
        <time dateTime={at}>{momentOf(at)}</time>
        {from !== to && (
          <>
            {' · '}
            {nameOf(from)} → {nameOf(to)}
          </>
        )}
      </p>
      {reason && <p className="zk-history__reason">{labelled(language, texts.reason, reason)}</p>}
      <ChangeOfStep library={library} entry={entry} decision={decision.id} step={step} />
    </li>
  )
}
