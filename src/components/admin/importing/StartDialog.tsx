'use client'

import { importPageTexts } from '@/i18n/importPage'
import { QuestionDialog } from '../Dialog'
import { useTexts } from '../useTexts'
import { overwriteSent, willHappen, type Batch, type Overwrite } from './batches'
import { useSent } from './useSent'
import type { Take } from './useImport'

type Props = { batch: Batch; overwrite: Overwrite; take: Take; onClose: () => void }

/** Says in numbers what will be written, and begins it. */
export function StartDialog({ batch, overwrite, take, onClose }: Props) {
  const { language } = useTexts()
  const texts = importPageTexts[language]
  const isRest = batch.state === 'stopped'
  const { send, isBusy, problem } = useSent(
    () => take('start', isRest ? {} : { overwrite: overwriteSent(overwrite) }),
    onClose,
  )
  return (
    <QuestionDialog
      {...{ isBusy, problem, onClose }}
      title={texts.ask.title}
      action={isRest ? texts.goOn : texts.start}
      onSubmit={send}
    >
      {isRest ? (
        <p>{texts.ask.rest}</p>
      ) : (
        <ul>
          {willHappen(batch, overwrite, texts).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {batch.library !== 'cases' && (
        <p>{batch.options.submit ? texts.ask.submit : texts.ask.draft}</p>
      )}
    </QuestionDialog>
  )
}
