'use client'

import { Button } from '@payloadcms/ui'
import type { Step } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { dialogTexts } from '@/i18n/dialogTexts'
import { labelled } from '@/i18n/labelled'
import { refusalTexts } from '@/i18n/refusals'
import { stepNames } from '@/i18n/stepNames'
import { Dialog } from '../Dialog'
import { useTexts } from '../useTexts'
import type { Outcome, Progress } from './useSeveral'

type Props = {
  step: Step
  progress: Progress | null
  outcome: Outcome | null
  onClose: () => void
}

/** How far it is; then how many are done and which are not, each with its reason. */
export function BulkResult({ step, progress, outcome, onClose }: Props) {
  const { texts, language } = useTexts()
  const words = dialogTexts[language]
  return (
    <Dialog title={stepNames[step][language]} onClose={outcome ? onClose : () => undefined}>
      <div role="status">
        {progress && (
          <>
            <p>{fill(words.working, { done: progress.done, n: progress.of })}</p>
            <progress className="zk-progress" value={progress.done} max={progress.of} />
          </>
        )}
        {outcome && <p>{fill(words.doneSome, { n: outcome.done })}</p>}
      </div>
      {outcome && outcome.refused.length > 0 && (
        <>
          <p>{fill(words.notDone, { n: outcome.refused.length })}</p>
          <ul className="zk-refused">
            {outcome.refused.map(({ id, number, title, code, said }) => (
              <li key={id}>
                <strong>{number}</strong> {title}
                <br />
                <span className="zk-error">
                  {said || sentenceOf(code, language) || texts.failed}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {outcome && (
        <div className="zk-buttons">
          <Button margin={false} onClick={onClose}>
            {texts.close}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

function sentenceOf(code: keyof (typeof refusalTexts)['zh'] | null, language: 'zh' | 'en'): string {
  const text = code && refusalTexts[language][code]
  return text ? labelled(language, text.title, text.detail) : ''
}
