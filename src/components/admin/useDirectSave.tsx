'use client'

import { toast, useForm } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fields, type Library } from '@/access/rules'
import { dialogTexts } from '@/i18n/dialogTexts'
import { ask } from './ask'
import { useEntry } from './entry/EntryContext'
import { Findings } from './Findings'
import type { Review } from './review'
import { settled } from './settled'
import { QuestionDialog } from './steps/QuestionDialog'
import { useTexts } from './useTexts'

/**
 * 直接修改: what is in the form goes online at once, as a step and not as a save. Numbers of persons and listed
 * words in it are shown before (`dialog`).
 */
export function useDirectSave() {
  const entry = useEntry()
  const { texts, language } = useTexts()
  const { getData, getFields, setModified } = useForm()
  const router = useRouter()
  const [found, setFound] = useState<Pick<Review, 'passages'> | null>(null)

  async function saveDirectly(): Promise<void> {
    if (!entry) return
    await settled(getData)
    const path = `/api/${entry.library}/${entry.id}/findings`
    const body = textOf(entry.library, getData())
    const outcome = await ask<Pick<Review, 'passages'>>(path, { method: 'POST', body, language })
    const passages = outcome.ok ? outcome.data.passages.filter(isGrave) : []
    if (passages.length > 0) setFound({ passages })
    else await take()
  }

  async function take(): Promise<void> {
    setFound(null)
    if (!entry) return
    const revision = Number(getFields().startedFrom?.value ?? entry.revision)
    const path = `/api/${entry.library}/${entry.id}/saveDirectly`
    const body = { ...textOf(entry.library, getData()), revision }
    const outcome = await ask(path, { method: 'POST', body, language })
    if (!outcome.ok) {
      toast.error(outcome.detail || texts.failed)
      return
    }
    setModified(false)
    toast.success(dialogTexts[language].directSaved)
    router.replace(`/admin/collections/${entry.library}/${entry.id}`)
    router.refresh()
  }

  const dialog = found && (
    <QuestionDialog
      title={dialogTexts[language].directSave}
      action={dialogTexts[language].directSave}
      isBusy={false}
      onClose={() => setFound(null)}
      onSubmit={() => void take()}
    >
      <Findings found={{ ...found, submittedWith: null }} />
    </QuestionDialog>
  )
  return { saveDirectly, dialog }
}

/** What should not be read by anyone, be it for a moment; the rest stands in the review. */
const isGrave = ({ kind }: Review['passages'][number]): boolean =>
  ['identityCard', 'mobileNumber', 'bankCard', 'listedWord'].includes(kind)

/** The switches belong to the live item and are changed by 公开 and 不公开; only a case's goes with its text. */
function textOf(library: Library, data: Record<string, unknown>): Record<string, unknown> {
  const switches = library === 'cases' ? [] : ['openToUnits', 'openToPublic']
  const names = fields[library].map(({ name }) => name).filter((name) => !switches.includes(name))
  return Object.fromEntries(
    names.flatMap((name) => (name in data ? [[name, data[name]] as const] : [])),
  )
}
