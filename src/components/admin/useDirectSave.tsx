'use client'

import { toast, useForm } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fields, type Library } from '@/access/rules'
import { dialogTexts } from '@/i18n/dialogTexts'
import { findingPhrases } from '@/i18n/reviewing'
import { labelled } from '@/i18n/language'
import { forgetDraft } from '../drafts'
import { ask } from './ask'
import { DifferenceList } from './Differences'
import { useWhose } from './entry/Draft'
import { useEntry } from './entry/EntryContext'
import { Findings } from './Findings'
import type { Difference, Review } from './entry/useReview'
import { settled } from './settled'
import { FindingChecks, graveIn } from './steps/ConfirmFindings'
import { QuestionDialog } from './steps/QuestionDialog'
import { useTexts } from './useTexts'

/** What stands out in the text of the form, and what would differ from what readers see now. */
type Looked = Pick<Review, 'passages'> & { difference: Difference[] | null }

/**
 * 直接修改: what is in the form goes online at once, as a step and not as a save. Before it does, the dialog shows
 * what changes for readers and what stands out, says what is missing, and asks.
 */
export function useDirectSave() {
  const entry = useEntry()
  const whose = useWhose()
  const { texts, language } = useTexts()
  const words = dialogTexts[language]
  const { getData, getFields, setModified } = useForm()
  const router = useRouter()
  const [looked, setLooked] = useState<Looked | null>(null)
  const [named, setNamed] = useState<string[]>([])
  const [problem, setProblem] = useState('')
  const [isRefused, setIsRefused] = useState(false)
  const [isBusy, setIsBusy] = useState(false)

  const grave = graveIn(looked?.passages ?? [])
  /** Looked at with the text as it stands now. */
  async function saveDirectly(): Promise<void> {
    if (!entry || isBusy) return
    setIsBusy(true)
    await settled(getData)
    const path = `/api/${entry.library}/${entry.id}`
    const text = textOf(entry.library, getData())
    const [found, checked] = await Promise.all([
      ask<Looked>(`${path}/findings`, { method: 'POST', body: text, language }),
      ask(`${path}/saveDirectly`, {
        method: 'POST',
        body: { ...text, ...step(), check: true },
        language,
      }),
    ])
    setIsBusy(false)
    if (!found.ok) {
      toast.error(found.detail || texts.failed)
      return
    }
    setProblem(checked.ok ? '' : checked.detail || texts.failed)
    setIsRefused(!checked.ok)
    setNamed([])
    setLooked(found.data)
  }

  async function take(): Promise<void> {
    if (!entry) return
    const isComplete = grave.every(([kind]) => named.includes(kind))
    setProblem(isComplete ? '' : findingPhrases[language].nameAll)
    if (!isComplete) return
    setIsBusy(true)
    const path = `/api/${entry.library}/${entry.id}/saveDirectly`
    const body = { ...textOf(entry.library, getData()), ...step(), findings: named }
    const outcome = await ask(path, { method: 'POST', body, language })
    setIsBusy(false)
    if (!outcome.ok) {
      // Somebody changed a word that stands out, or the list of words.
      const passages = outcome.code === 'findingsUnconfirmed' && outcome.findings
      if (passages) setLooked((before) => before && { ...before, passages })
      return setProblem(outcome.detail || texts.failed)
    }
    setLooked(null)
    if (whose) forgetDraft(whose)
    setModified(false)
    toast.success(words.directSaved)
    router.replace(`/admin/collections/${entry.library}/${entry.id}`)
    router.refresh()
  }
  const step = () => ({
    revision: Number(getFields().startedFrom?.value ?? entry?.revision),
    seenState: entry?.state,
  })

  const isSame = looked?.difference?.length === 0
  const dialog = looked && entry && (
    <QuestionDialog
      title={labelled(language, words.directSave, `${entry.number} ${entry.title}`)}
      action={words.directSave}
      problem={problem}
      isBusy={isBusy || isRefused}
      isWide
      onClose={() => setLooked(null)}
      onSubmit={() => void take()}
    >
      <p>{isSame ? words.directSame : words.directAsk}</p>
      {looked.passages.length > 0 && <Findings found={{ ...looked, submittedWith: null }} />}
      <FindingChecks kinds={grave} named={named} onChange={setNamed} />
      {looked.difference && !isSame && (
        <section className="zk-differences" aria-label={texts.difference}>
          <h3>{texts.difference}</h3>
          <p className="zk-soft">{texts.differenceNote}</p>
          <DifferenceList difference={looked.difference} />
        </section>
      )}
    </QuestionDialog>
  )
  return { saveDirectly, dialog }
}

/** The switches belong to the live item and are changed by 公开 and 不公开; only a case's goes with its text. */
function textOf(library: Library, data: Record<string, unknown>): Record<string, unknown> {
  const switches = library === 'cases' ? [] : ['openToUnits', 'openToPublic']
  const names = fields[library].map(({ name }) => name).filter((name) => !switches.includes(name))
  return Object.fromEntries(
    names.flatMap((name) => (name in data ? [[name, data[name]] as const] : [])),
  )
}
