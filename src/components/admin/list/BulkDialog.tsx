'use client'

import { useRouter } from 'next/navigation'
import type { Library, Step } from '@/access/rules'
import { StepDialog } from '../steps/StepDialog'
import { useTexts } from '../useTexts'
import { ApproveMany } from './ApproveMany'
import { BulkResult } from './BulkResult'
import { SubmitMany } from './SubmitMany'
import { useSeveral } from './useSeveral'

type Props = {
  library: Library
  step: Step
  ids: string[]
  onClose: () => void
  /** Everything chosen had its answer. */
  onDone: () => void
}

/** Asks once for all chosen rows, shows how far it is, and then what came of each. */
export function BulkDialog({ library, step, ids, onClose, onDone }: Props) {
  const { language } = useTexts()
  const router = useRouter()
  const { take, progress, outcome, problem } = useSeveral({ library, step, ids, language })

  function close() {
    if (outcome) {
      onDone()
      router.refresh()
    }
    onClose()
  }
  if (progress || outcome) {
    return <BulkResult step={step} progress={progress} outcome={outcome} onClose={close} />
  }
  const given = {
    step,
    entry: { id: '', library, title: '', isLive: false, live: null },
    isBusy: false,
    problem,
    onClose: close,
    onTake: (body: Record<string, unknown>) => void take(body),
  }
  if (step === 'approve') return <ApproveMany {...given} />
  if (step === 'submit') return <SubmitMany {...given} ids={ids} />
  return <StepDialog {...given} />
}
