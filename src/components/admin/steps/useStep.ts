'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Step } from '@/access/rules'
import { stepTexts } from '@/i18n/stepTexts'
import { ask, type Refusal } from '../ask'
import type { Situation } from '../situationOf'
import { useTexts } from '../useTexts'

type Body = { revision: number } & Record<string, unknown>

const decisions: readonly Step[] = [
  ...(['approve', 'return', 'approveDeletion', 'refuseDeletion', 'agree', 'object'] as const),
]

/** Takes a step, says what came of it, and shows the entry as it stands afterwards. */
export function useStep(entry: Pick<Situation, 'id' | 'library' | 'state' | 'inbox'> | null) {
  const { texts, language } = useTexts()
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)

  async function take(step: Step, body: Body): Promise<true | Refusal> {
    if (!entry) return { ok: false, status: 0, code: 'notFound', detail: '' }
    setIsBusy(true)
    const path = `/api/${entry.library}/${entry.id}/${step}`
    const seen = { seenState: entry.state, ...body }
    const outcome = await ask(path, { method: 'POST', body: seen, language })
    setIsBusy(false)
    if (!outcome.ok) {
      toast.error(outcome.detail || texts.failed)
      // Somebody was faster: the buttons are those of how it stands now.
      if (outcome.status === 409) router.refresh()
      return outcome
    }
    toast.success(stepTexts[language][step]?.said ?? texts.done)
    // Opened from the inbox: what was decided is done with, on to the next.
    if (entry.inbox && decisions.includes(step)) router.push(entry.inbox.next)
    router.refresh()
    return true
  }

  return { take, isBusy }
}
