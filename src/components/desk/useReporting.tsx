import { useState, type ReactNode } from 'react'
import { unitChoices } from '@/components/unitChoices'
import { deskEntryTexts } from '@/i18n/deskEntry'
import { deskReportTexts } from '@/i18n/deskReport'
import type { Language } from '@/i18n/language'
import type { TreeUnit } from '@/reading/readTree'
import type { Entry } from '@/reading/readEntry'
import type { Hits } from './deskQuestion'
import { districtChosen } from './districtChosen'
import { ReportDialog, type Reporting } from './ReportDialog'
import { sendReport } from './sendReport'
import { useHeld } from './useHeld'
import { undoneWithin, type Offer, type Say } from './useSaid'

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
  offer: Offer
}

export type Reports = {
  /** 没有找到 and 有误; nothing where this person tells of nothing. */
  gap: (() => void) | null
  correction: (() => void) | null
  dialog: ReactNode
}

/**
 * Telling of what was not found or is wrong, with what is known filled in. It is sent ten seconds after, or when the page
 * is left; what is refused then comes back as it was written.
 */
export function useReporting(given: Given): Reports {
  const { language, mayReport, units, question, found, entry, say, offer } = given
  const [reporting, setReporting] = useState<Reporting | null>(null)
  const hold = useHeld()
  const texts = deskReportTexts[language]
  const entryTexts = deskEntryTexts[language]
  const words = question.words.trim()
  const isFree = mayReport && reporting === null
  const send = async (told: Reporting) => {
    const { kind, values } = told
    const also =
      kind === 'gap' ? { district: told.district, search: told.search } : { entry: told.entry }
    const sent = await sendReport(language, { kind, ...values, ...also })
    if ('told' in sent) {
      const { number, isNew } = sent.told
      return say((isNew ? texts.told : texts.joined)(number))
    }
    const problem = sent.refusal || texts.failed
    say(entryTexts.notTold(problem))
    setReporting((now) => now ?? { ...told, problem })
  }
  const openGap = () => {
    if (words === '') return say(entryTexts.nothingAsked)
    const district = districtChosen(units, question.unit)?.id ?? null
    const search = found.hits[0]?.search ?? null
    setReporting({ kind: 'gap', values: { query: words }, district, search })
  }
  const openCorrection = () => {
    if (!entry?.number) return say(entryTexts.nothingOpen)
    const { number, title } = entry
    setReporting({ kind: 'correction', entry: number, title, values: { passage: passageMarked() } })
  }
  return {
    gap: isFree ? openGap : null,
    correction: isFree ? openCorrection : null,
    dialog: reporting && (
      <ReportDialog
        {...{ language, reporting }}
        choices={unitChoices(units, null)}
        onClose={() => setReporting(null)}
        onSend={(values) => {
          setReporting(null)
          const takeBack = hold(() => void send({ ...reporting, values }))
          offer({
            words: entryTexts.held(undoneWithin),
            undo: () => say(takeBack() ? entryTexts.undone.told : entryTexts.alreadyTold),
          })
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
