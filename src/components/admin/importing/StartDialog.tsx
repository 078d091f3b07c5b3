'use client'

import { importPageTexts, type ImportPageTexts } from '@/i18n/importPage'
import { QuestionDialog } from '../Dialog'
import { useTexts } from '../useTexts'
import { overwriteSent, writtenOver, type Batch, type Overwrite } from './batches'
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

/** What becomes of the rows, in numbers; what becomes of none is left out. */
export function willHappen(
  { counts, unitsAsked }: Pick<Batch, 'counts' | 'unitsAsked'>,
  overwrite: Overwrite,
  { ask: says }: Pick<ImportPageTexts, 'ask'>,
): string[] {
  const over = writtenOver(overwrite, { counts })
  const made = unitsAsked.filter(({ answer }) => answer === 'make').map(({ name }) => name)
  const lines: [number, (n: number) => string][] = [
    [counts.new, says.made],
    [counts.changed, says.changed],
    [over, says.over],
    [counts.differs - over, says.kept],
    [counts.unchanged, says.same],
    [counts.refused, says.refused],
  ]
  return [
    ...lines.filter(([n]) => n > 0).map(([n, say]) => say(n)),
    ...(made.length > 0 ? [says.units(made.join('、'))] : []),
  ]
}
