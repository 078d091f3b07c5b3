'use client'

import {
  FormSubmit,
  toast,
  useDocumentInfo,
  useEditDepth,
  useForm,
  useFormModified,
  useHotkey,
  useOperation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { fields, type Library } from '@/access/rules'
import { dialogTexts } from '@/i18n/dialogTexts'
import { labelled } from '@/i18n/language'
import { findingPhrases } from '@/i18n/reviewing'
import { writingTexts } from '@/i18n/writing'
import { forgetDraft } from '../drafts'
import { ask } from './ask'
import { Contradictions } from './Contradictions'
import { QuestionDialog } from './Dialog'
import { DifferenceList } from './Differences'
import { useWhose } from './entry/Draft'
import { type Difference, type Review, useEntry, useIsDirect } from './entry/EntryContext'
import { FindingChecks, Findings, graveIn } from './Findings'
import { useReturn } from './list/listAddress'
import { isBehind, settled } from './settled'
import { useSave } from './useSave'
import { useTexts } from './useTexts'

/**
 * 保存, back to the list; 保存并继续, also by Ctrl-S, to go on writing; for the centre on an approved text
 * 保存并上线.
 */
export function SaveButton() {
  const { texts, language } = useTexts()
  const { uploadStatus, collectionSlug = '' } = useDocumentInfo()
  const isModified = useFormModified()
  const operation = useOperation()
  const { getData } = useForm()
  const editDepth = useEditDepth()
  const button = useRef<HTMLButtonElement>(null)
  const isDirect = useIsDirect()
  const { save, dialog } = useSave()
  const { saveDirectly, dialog: looking } = useDirectSave()
  const toList = useReturn()
  const isDisabled = (operation === 'update' && !isModified) || uploadStatus === 'uploading'

  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    // What was just typed into a block has not reached the form, which knows of no change yet.
    const isWorth = !button.current?.disabled || isBehind(getData())
    if (isWorth) void (isDirect ? saveDirectly() : save())
  })
  async function saveAndReturn() {
    if (await save()) toList(collectionSlug, { isNew: operation === 'create' })
  }
  return (
    <>
      {!isDirect && (
        <FormSubmit
          buttonId="action-stay"
          buttonStyle="secondary"
          disabled={isDisabled}
          onClick={() => void save()}
          size="medium"
          type="button"
        >
          {writingTexts[language].stay}
        </FormSubmit>
      )}
      <FormSubmit
        buttonId="action-save"
        buttonStyle={isDirect ? 'primary' : 'secondary'}
        disabled={isDisabled}
        onClick={() => void (isDirect ? saveDirectly() : saveAndReturn())}
        ref={button}
        size="medium"
        type="button"
      >
        {isDirect ? dialogTexts[language].directSave : texts.save}
      </FormSubmit>
      {dialog}
      {looking}
    </>
  )
}

/** What stands out in the text of the form, and what would differ from what readers see now. */
type Looked = Pick<Review, 'passages' | 'contradictions'> & { difference: Difference[] | null }

/**
 * 直接修改: what is in the form goes online at once, as a step and not as a save. Before it does, the dialog shows
 * what changes for readers and what stands out, says what is missing, and asks.
 */
function useDirectSave() {
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
      <Contradictions all={looked.contradictions} />
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
