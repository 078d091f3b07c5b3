'use client'

import { useEffect, useState } from 'react'
import type { Library, State, Step } from '@/access/rules'
import { stateNames, stepNames } from '@/i18n/stepNames'
import type { Decision } from '@/payload-types'
import { ask } from './ask'
import { momentOf } from './dates'
import { useTexts } from './useTexts'

/** Who decided what on this entry, newest first. */
export function History({ library, id }: { library: Library; id: string }) {
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
      {decisions?.length === 0 && <p className="zk-soft">{texts.noHistory}</p>}
      <ol>
        {decisions?.map((decision) => (
          <li key={decision.id}>
            <p>
              <strong>{stepNames[decision.step as Step]?.[language] ?? decision.step}</strong>
              {decision.isActingForUnit && <span className="zk-tag">{texts.forUnit}</span>}{' '}
              {decision.byName}
            </p>
            <p className="zk-soft">
              <time dateTime={String(decision.at)}>{momentOf(String(decision.at))}</time>
              {decision.from !== decision.to && (
                <>
                  {' · '}
                  {stateName(decision.from, language)} → {stateName(decision.to, language)}
                </>
              )}
            </p>
            {decision.reason && (
              <p className="zk-history__reason">
                {texts.reason}：{decision.reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

const stateName = (state: unknown, language: 'zh' | 'en') =>
  stateNames[state as State]?.[language] ?? '—'
