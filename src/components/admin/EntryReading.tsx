'use client'

import { Button, Gutter, SetStepNav } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { stepNames } from '@/i18n/stepNames'
import { ApprovalPanel } from './ApprovalPanel'
import { ask } from './ask'
import { momentOf } from './dates'
import { Differences } from './Differences'
import { Findings } from './Findings'
import { History } from './History'
import { ReaderText } from './ReaderText'
import { ReturnNotice } from './ReturnNotice'
import type { Review } from './review'
import type { Situation } from './situationOf'
import { StateBadge } from './StateBadge'
import { useStep } from './useStep'
import { useTexts } from './useTexts'

type Props = { situation: Situation; title: string }

/** An entry this person does not save now: the text as readers will see it, and what may be decided on it. */
export function EntryReading({ situation, title }: Props) {
  const { texts, language } = useTexts()
  const { take, isBusy } = useStep(situation)
  const [review, setReview] = useState<Review | null>(null)
  const [problem, setProblem] = useState('')
  const [reads, setReads] = useState(0)
  const { id, library, state, stateSince, revision, steps } = situation

  useEffect(() => {
    let isCurrent = true
    void ask<Review>(`/api/${library}/${id}/review`, { language }).then((outcome) => {
      if (!isCurrent) return
      if (outcome.ok) setReview(outcome.data)
      setProblem(outcome.ok ? '' : outcome.detail || texts.failed)
    })
    return () => {
      isCurrent = false
    }
  }, [id, library, language, revision, state, reads, texts.failed])

  const nav = [{ label: listName[language], url: `/collections/${library}` }, { label: title }]
  const isDeciding = steps.includes('approve') || steps.includes('return')
  return (
    <main className="zk-entry">
      <SetStepNav nav={nav} />
      <Gutter>
        <div className="zk-entry__bar">
          <p className="zk-facts">
            <StateBadge state={state} />
            <span>
              {texts.number} {situation.number}
            </span>
            <span>
              {[situation.unitAboveName, situation.unitName, situation.categoryName]
                .filter(Boolean)
                .join(' / ')}
            </span>
            <span>
              {fill(texts.standing, {
                revision: fill(texts.revision, { n: revision }),
                online:
                  situation.liveRevision === null
                    ? texts.offline
                    : fill(texts.online, { n: situation.liveRevision }),
              })}
            </span>
            <span>
              {texts.since} {momentOf(stateSince)}
            </span>
          </p>
          {steps.includes('recall') && (
            <Button
              id="step-recall"
              buttonStyle="secondary"
              margin={false}
              disabled={isBusy}
              onClick={() => void take('recall', { revision })}
            >
              {stepNames.recall[language]}
            </Button>
          )}
        </div>
        {!(steps.includes('approve') || situation.state === 'returned') && (
          <p className="zk-why">{whyNot(situation, texts)}</p>
        )}
        {situation.lastReturn && <ReturnNotice given={situation.lastReturn} />}
        {problem && (
          <div className="zk-notice zk-notice--warm" role="alert">
            <p>{problem}</p>
            <Button size="small" margin={false} onClick={() => setReads((count) => count + 1)}>
              {texts.retry}
            </Button>
          </div>
        )}
        <div className="zk-entry__columns">
          <div className="zk-entry__text" aria-busy={review === null}>
            {review === null && !problem && <p className="zk-soft">{texts.loading}</p>}
            {review && (
              <>
                {state !== 'approved' && <Findings names={review.findings} />}
                {state !== 'approved' && <Differences difference={review.difference} />}
                <ReaderText review={review} />
              </>
            )}
          </div>
          <div className="zk-entry__side">
            {review && isDeciding && (
              <ApprovalPanel
                key={review.revision}
                situation={situation}
                review={review}
                onRefused={() => setReads((count) => count + 1)}
              />
            )}
            <History key={`${state}-${stateSince}`} library={library} id={id} />
          </div>
        </div>
      </Gutter>
    </main>
  )
}

const listName = { zh: '知识库管理', en: 'Knowledge' }

function whyNot(situation: Situation, texts: ReturnType<typeof useTexts>['texts']): string {
  if (situation.isOwn) return texts.whyOwn
  if (situation.steps.includes('recall')) return texts.whyPending
  if (situation.state === 'pending') return texts.whyPendingOther
  return situation.state === 'approved' ? texts.whyApproved : texts.whyReader
}
