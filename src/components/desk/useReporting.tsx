import { useState, type ReactNode } from 'react'
import { unitChoices } from '@/components/unitChoices'
import { deskReportTexts } from '@/i18n/deskReport'
import type { Language } from '@/i18n/language'
import type { TreeUnit } from '@/reading/readTree'
import type { Entry } from '@/reading/readEntry'
import type { Hits } from './deskQuestion'
import { districtChosen } from './districtChosen'
import { ReportDialog, type Reporting } from './ReportDialog'
import type { Say } from './useSaid'

type Given = {
  language: Language
  /** Whether this person may tell of anything. */
  mayReport: boolean
  units: readonly TreeUnit[]
  /** What was asked, and the unit it was narrowed to. */
  question: { words: string; unit: string }
  found: Hits
  entry: Entry | null
  say: Say
}

export type Reports = {
  /** 没有找到; nothing where nothing was asked. */
  gap: (() => void) | null
  /** 有误; nothing where nothing is open. */
  correction: (() => void) | null
  dialog: ReactNode
}

/** Telling of what was not found or is wrong, with what is known filled in. */
export function useReporting(given: Given): Reports {
  const { language, mayReport, units, question, found, entry, say } = given
  const [reporting, setReporting] = useState<Reporting | null>(null)
  const texts = deskReportTexts[language]
  const words = question.words.trim()
  const isFree = mayReport && reporting === null
  const district = districtChosen(units, question.unit)?.id ?? null
  return {
    gap:
      isFree && words !== ''
        ? () =>
            setReporting({
              kind: 'gap',
              query: words,
              district,
              search: found.hits[0]?.search ?? null,
            })
        : null,
    correction:
      isFree && entry?.number
        ? () => {
            const { number, title } = entry
            setReporting({ kind: 'correction', entry: number, title, passage: passageMarked() })
          }
        : null,
    dialog: reporting && (
      <ReportDialog
        {...{ language, reporting }}
        choices={unitChoices(units, null)}
        onClose={() => setReporting(null)}
        onTold={({ number, isNew }) => {
          setReporting(null)
          say((isNew ? texts.told : texts.joined)(number))
        }}
      />
    ),
  }
}

/** The words of the open text that are selected; empty where none are. */
function passageMarked(): string {
  const selection = document.getSelection()
  const within = selection?.anchorNode?.parentElement?.closest('.desk-entry')
  return within ? String(selection).trim() : ''
}
