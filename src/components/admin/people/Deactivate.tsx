'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { states } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { peopleTexts } from '@/i18n/people'
import { stateNames } from '@/i18n/steps'
import type { Leaving } from '@/workflow/accounts/keeping/leaving'
import { ask } from '../ask'
import { QuestionDialog } from '../steps/QuestionDialog'
import { useAnswer } from '../useAnswer'
import { useTexts } from '../useTexts'
import type { Listed } from '@/workflow/accounts/readPeople'

/** Asks before an account is switched off, and says what stays behind: entries, empty roles, what waits. */
export function Deactivate({ person, onClose }: { person: Listed; onClose: () => void }) {
  const { texts: common, language } = useTexts()
  const texts = peopleTexts[language]
  const router = useRouter()
  const [refusal, setRefusal] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const { id, name } = person
  const { data: leaving, ...looked } = useAnswer<Leaving>(`/api/users/${id}/leaving`)
  const problem = refusal || looked.problem

  async function deactivate() {
    setIsBusy(true)
    const body = { isActive: false }
    const outcome = await ask(`/api/users/${id}`, { method: 'PATCH', body, language })
    setIsBusy(false)
    if (!outcome.ok) return setRefusal(outcome.detail || common.failed)
    toast.success(fill(texts.deactivated, { name }))
    router.refresh()
    onClose()
  }
  const count = Object.values(leaving?.kept ?? {}).reduce((sum, n) => sum + n, 0)
  return (
    <QuestionDialog
      title={labelled(language, texts.deactivate, name)}
      action={texts.deactivate}
      problem={problem}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => void deactivate()}
    >
      <p>{fill(texts.deactivateText, { name })}</p>
      <section className="zk-touched" aria-live="polite">
        <h3>{texts.leaves}</h3>
        {!leaving && !problem && <p className="zk-soft">{texts.looking}</p>}
        {leaving && sentencesOf(leaving).length === 0 && <p>{texts.leavesNothing}</p>}
        {leaving && (
          <ul>
            {sentencesOf(leaving).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {count > 0 && (
          <p>
            <a href={`/admin/handover?from=${id}`}>{texts.handOverFirst}</a>
          </p>
        )}
      </section>
    </QuestionDialog>
  )

  function sentencesOf({ kept, only, unit, deputy, waiting }: Leaving): string[] {
    const inStates = states
      .filter((state) => kept[state])
      .map((state) =>
        fill(texts.keptState, { state: stateNames[state][language], n: kept[state] ?? 0 }),
      )
    const sentences: string[] = []
    if (count > 0) {
      const joined = inStates.join(language === 'zh' ? '、' : ', ')
      sentences.push(fill(texts.kept, { n: count, states: joined }))
    }
    if (only.includes('approver')) {
      const what = deputy ? fill(texts.deputy, { unit: deputy }) : texts.nobody
      sentences.push(fill(texts.onlyApprover, { unit, what }))
      if (waiting > 0) sentences.push(fill(texts.waiting, { unit, n: waiting }))
    }
    if (only.includes('editor')) sentences.push(fill(texts.onlyEditor, { unit }))
    return sentences
  }
}
