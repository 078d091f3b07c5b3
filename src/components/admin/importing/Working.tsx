'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { importPageTexts } from '@/i18n/importPage'
import { useTexts } from '../useTexts'
import type { Batch } from './batches'
import type { Take } from './useImport'

/** How far the server is, and a way to stop it; taking back is not stopped. */
export function Working({ batch, take }: { batch: Batch; take: Take }) {
  const { texts: shared, language } = useTexts()
  const texts = importPageTexts[language]
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const { done, total } = batch.progress ?? { done: 0, total: 0 }

  async function stop() {
    setIsBusy(true)
    const outcome = await take('stop')
    setIsBusy(false)
    setProblem(outcome.ok ? '' : outcome.detail || shared.failed)
  }
  return (
    <>
      <p>{texts.progress(done, total)}</p>
      <progress
        className="zk-progress"
        aria-label={texts.states[batch.state]}
        value={done}
        max={Math.max(total, 1)}
      />
      <p className="zk-soft">{texts.leave}</p>
      {problem && (
        <p className="zk-error" role="alert">
          {problem}
        </p>
      )}
      {batch.state !== 'takingBack' && (
        <Button
          buttonStyle="secondary"
          size="small"
          margin={false}
          disabled={isBusy}
          onClick={() => void stop()}
        >
          {texts.stop}
        </Button>
      )}
    </>
  )
}
