'use client'

import { Button } from '@payloadcms/ui'
import type { Library, Step } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { dialogTexts } from '@/i18n/dialogTexts'
import { buttonNameOf } from '@/i18n/steps'
import { Dialog } from '../Dialog'
import { useTexts } from '../useTexts'
import { Items } from './Looked'
import type { Outcome, Progress } from './useBatch'

type Props = {
  library: Library
  step: Step
  progress: Progress | null
  outcome: Outcome | null
  onClose: () => void
}

/** How far it is; then which are done and which are not, each with its reason. */
export function BulkResult({ library, step, progress, outcome, onClose }: Props) {
  const { texts, language } = useTexts()
  const words = dialogTexts[language]
  return (
    <Dialog title={buttonNameOf(step)[language]} onClose={outcome ? onClose : () => undefined}>
      <div role="status">
        {progress && (
          <>
            <p>{fill(words.working, { done: progress.done, n: progress.of })}</p>
            <progress
              className="zk-progress"
              aria-label={buttonNameOf(step)[language]}
              value={progress.done}
              max={progress.of}
            />
          </>
        )}
        {outcome && <p>{fill(words.doneSome, { n: outcome.done.length })}</p>}
      </div>
      {outcome && outcome.done.length > 0 && (
        <Items
          library={library}
          items={outcome.done.map((one) => ({ ...one, revision: 0, problem: '', counts: null }))}
        />
      )}
      {outcome && outcome.notDone.length > 0 && (
        <section className="zk-notice zk-notice--warm zk-refused">
          <strong>{fill(words.notDone, { n: outcome.notDone.length })}</strong>
          <Items
            library={library}
            items={outcome.notDone.map((one) => ({ ...one, counts: null }))}
          />
        </section>
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
