'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { steps, type Step } from '@/access/rules'
import { labelled } from '@/i18n/language'
import { stepNames, stepTexts } from '@/i18n/steps'
import { ask, type Refusal } from '../ask'
import type { Situation } from '../situationFrom'
import { useTexts } from '../useTexts'
import { ConfirmFindings } from './ConfirmFindings'

type Body = { revision: number } & Record<string, unknown>
type Entry = Pick<Situation, 'id' | 'library' | 'state' | 'title' | 'inbox'>

/** What stands in the text and was not named yet; answered with the kinds, or null where one thinks again. */
type Unnamed = {
  step: Step
  passages: NonNullable<Refusal['findings']>
  answer: (named: string[] | null) => void
}

/**
 * Takes a step, says what came of it, and shows the entry as it stands afterwards. What the server finds in the
 * text is asked about in `dialog`, which the caller shows; only then the step is taken.
 */
export function useStep(entry: Entry | null) {
  const { texts, language } = useTexts()
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const [unnamed, setUnnamed] = useState<Unnamed | null>(null)

  async function take(step: Step, body: Body): Promise<true | Refusal> {
    if (!entry) return { ok: false, status: 0, code: 'notFound', detail: '', errors: [] }
    setIsBusy(true)
    const path = `/api/${entry.library}/${entry.id}/${step}`
    const seen = { seenState: entry.state, ...body }
    const outcome = await ask(path, { method: 'POST', body: seen, language })
    setIsBusy(false)
    if (!outcome.ok && outcome.code === 'findingsUnconfirmed' && outcome.findings) {
      const named = await askAbout(step, outcome.findings)
      return named ? take(step, { ...body, findings: named }) : outcome
    }
    if (!outcome.ok) {
      toast.error(outcome.detail || texts.failed)
      // Somebody was faster: the buttons are those of how it stands now.
      if (outcome.status === 409) router.refresh()
      return outcome
    }
    toast.success(stepTexts[language][step]?.said ?? texts.done)
    // Opened from the inbox: what was decided is done with, on to the next.
    if (entry.inbox && steps[step].decidesOn !== 'none') router.push(entry.inbox.next)
    router.refresh()
    return true
  }

  const askAbout = (step: Step, passages: Unnamed['passages']) =>
    new Promise<string[] | null>((answered) => {
      const answer: Unnamed['answer'] = (named) => {
        setUnnamed(null)
        answered(named)
      }
      setUnnamed({ step, passages, answer })
    })

  const dialog = unnamed && entry && (
    <ConfirmFindings
      title={labelled(language, stepNames[unnamed.step][language], entry.title)}
      action={stepNames[unnamed.step][language]}
      passages={unnamed.passages}
      isBusy={isBusy}
      onClose={() => unnamed.answer(null)}
      onConfirm={unnamed.answer}
    />
  )
  return { take, isBusy, dialog }
}
