'use client'

import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { findingNames, findingPhrases } from '@/i18n/reviewing'
import { isGrave } from '@/workflow/findings/findingKinds'
import { Findings } from '../Findings'
import type { Review } from '../entry/useReview'
import { useTexts } from '../useTexts'
import { QuestionDialog } from './QuestionDialog'

type Passages = Review['passages']

/** How often each kind stands in it that is to be confirmed by name before the text is handed on. */
export function graveIn(passages: readonly { kind: string }[]): [kind: string, count: number][] {
  const counts = new Map<string, number>()
  for (const { kind } of passages.filter(isGrave)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
}

type ChecksProps = {
  kinds: readonly [kind: string, count: number][]
  named: readonly string[]
  onChange: (named: string[]) => void
}

/** One box for each kind: 已核对“疑似手机号”2 处. */
export function FindingChecks({ kinds, named, onChange }: ChecksProps) {
  const { language } = useTexts()
  if (kinds.length === 0) return null
  return (
    <ul className="zk-confirmations">
      {kinds.map(([kind, n]) => (
        <li key={kind}>
          <label className="zk-check">
            <input
              type="checkbox"
              name={`finding-${kind}`}
              checked={named.includes(kind)}
              onChange={({ target }) =>
                onChange(target.checked ? [...named, kind] : named.filter((one) => one !== kind))
              }
            />
            <span>
              {fill(findingPhrases[language].named, {
                name: findingNames[kind]?.[language] ?? kind,
                n,
              })}
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}

type Props = {
  title: string
  action: string
  passages: Passages
  isBusy: boolean
  onClose: () => void
  onConfirm: (named: string[]) => void
}

/** What stands out in a text that is about to be handed on: looked at, and confirmed kind by kind. */
export function ConfirmFindings({ title, action, passages, isBusy, onClose, onConfirm }: Props) {
  const { language } = useTexts()
  const kinds = graveIn(passages)
  const [named, setNamed] = useState<string[]>([])
  const [isMissing, setIsMissing] = useState(false)
  return (
    <QuestionDialog
      title={title}
      action={action}
      problem={isMissing ? findingPhrases[language].nameAll : ''}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => {
        const isComplete = kinds.every(([kind]) => named.includes(kind))
        setIsMissing(!isComplete)
        if (isComplete) onConfirm(named)
      }}
    >
      <Findings found={{ passages, submittedWith: null }} />
      <FindingChecks kinds={kinds} named={named} onChange={setNamed} />
    </QuestionDialog>
  )
}
