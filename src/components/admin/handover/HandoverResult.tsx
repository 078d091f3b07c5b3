'use client'

import type { RefusalCode } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { handoverTexts } from '@/i18n/people'
import { labelled } from '@/i18n/language'
import { refusalTexts } from '@/i18n/refusals'
import { useTexts } from '../useTexts'
import type { Outcome } from './useHandover'

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
