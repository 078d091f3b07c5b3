'use client'

import { useState } from 'react'
import { steps, type Library, type Step, type StepRule } from '@/access/rules'
import { dialogTexts } from '@/i18n/dialogTexts'
import type { Difference } from './useReview'
import { ask } from '../ask'
import { DifferenceList } from '../Differences'
import { useTexts } from '../useTexts'

type Change = { wasOnline: boolean; isOnline: boolean; difference: Difference[] | null }

type Props = { library: Library; entry: string; decision: string; step: Step }

/** 查看改动: what this step changed for readers, asked for only when somebody wants to know. */
export function ChangeOfStep({ library, entry, decision, step }: Props) {
  const { texts, language } = useTexts()
  const words = dialogTexts[language]
  const [change, setChange] = useState<Change | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [problem, setProblem] = useState('')
  const rule: StepRule | undefined = steps[step]
  if (!rule || rule.publication === 'none' || rule.publication === 'place') return null

  async function toggle() {
    setIsOpen(!isOpen)
    if (change || isOpen) return
    const found = await ask<Change>(`/api/${library}/${entry}/history/${decision}`, { language })
    if (found.ok) setChange(found.data)
    setProblem(found.ok ? '' : found.detail || texts.failed)
  }
  return (
    <>
      <button
        type="button"
        className="zk-link"
        aria-expanded={isOpen}
        onClick={() => void toggle()}
      >
        {isOpen ? words.hideChange : words.showChange}
      </button>
      {isOpen && (
        <div className="zk-change" aria-live="polite">
          {problem && <p className="zk-error">{problem}</p>}
          {!change && !problem && <p className="zk-soft">{texts.loading}</p>}
          {change && <Shown change={change} />}
        </div>
      )}
    </>
  )
}

function Shown({ change: { wasOnline, isOnline, difference } }: { change: Change }) {
  const { language } = useTexts()
  const words = dialogTexts[language]
  if (difference && difference.length > 0) return <DifferenceList difference={difference} />
  if (isOnline && !wasOnline) return <p className="zk-soft">{words.wentOnline}</p>
  if (wasOnline && !isOnline) return <p className="zk-soft">{words.wentOffline}</p>
  return <p className="zk-soft">{words.nothingChanged}</p>
}
