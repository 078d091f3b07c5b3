'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { promotionTexts } from '@/i18n/promoting'
import type { Promoted } from '@/workflow/promoting/promote'
import { ask } from '../ask'
import { useTexts } from '../useTexts'

export type AnswerStep = 'revise' | 'draft' | 'mark' | 'nothing'

type Props = {
  kind: 'entry' | 'query'
  subject: string
  /** What it is called, for those who hear the buttons one by one. */
  title: string
  steps: readonly AnswerStep[]
}

/** A button for each way to answer; what something came of is opened, to be written on and submitted. */
export function Answers({ kind, subject, title, steps }: Props) {
  const { language } = useTexts()
  const texts = promotionTexts[language]
  const { send, isBusy, problem } = useAnswering()
  const nameOf = (step: AnswerStep) =>
    texts.buttons[step === 'draft' && kind === 'query' ? 'draftOfQuery' : step]
  return (
    <>
      <div className="zk-buttons zk-buttons--start">
        {steps.map((step, at) => (
          <Button
            key={step}
            buttonStyle={at === 0 && step !== 'nothing' ? 'primary' : 'secondary'}
            size="small"
            margin={false}
            disabled={isBusy}
            aria-label={texts.of(nameOf(step), title)}
            onClick={() => void send(step, { kind, subject })}
          >
            {nameOf(step)}
          </Button>
        ))}
      </div>
      {problem && (
        <p className="zk-error" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

/** 全部看过，无需处理. */
export function AnswerAll() {
  const { language } = useTexts()
  const { send, isBusy, problem } = useAnswering()
  return (
    <>
      <Button margin={false} disabled={isBusy} onClick={() => void send('all', {})}>
        {promotionTexts[language].buttons.all}
      </Button>
      {problem && (
        <p className="zk-error" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

function useAnswering() {
  const { texts: common, language } = useTexts()
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')

  async function send(step: AnswerStep | 'all', body: object): Promise<void> {
    setProblem('')
    setIsBusy(true)
    const sent = await ask<Partial<Promoted>>(`/api/readReviews/${step}`, {
      ...{ method: 'POST', body, language },
    })
    setIsBusy(false)
    if (!sent.ok) return setProblem(sent.detail || common.failed)
    const { entry } = sent.data
    if (entry) return router.push(`/admin/collections/${entry.library}/${entry.id}`)
    const { done, allDone } = promotionTexts[language]
    toast.success(step === 'all' ? allDone : done)
    router.refresh()
  }
  return { send, isBusy, problem }
}
