'use client'

import { importPageTexts } from '@/i18n/importPage'
import { QuestionDialog } from '../Dialog'
import { useTexts } from '../useTexts'
import type { Batch } from './batches'
import { useSent } from './useSent'
import type { Take } from './useImport'

type Props = { batch: Batch; take: Take; onClose: () => void }

/** Asks before all that a batch wrote is taken back. */
export function TakeBackDialog({ batch, take, onClose }: Props) {
  const { language } = useTexts()
  const texts = importPageTexts[language]
  const { send, isBusy, problem } = useSent(() => take('takeBack'), onClose)
  return (
    <QuestionDialog
      {...{ isBusy, problem, onClose }}
      title={texts.takeBack}
      action={texts.takeBack}
      onSubmit={send}
    >
      <p>{texts.takeBackAsk(batch.counts.done)}</p>
    </QuestionDialog>
  )
}
