import { useEffect, useEffectEvent, useSyncExternalStore, type ReactNode } from 'react'
import { unitChoices } from '@/components/unitChoices'
import { deskEntryTexts } from '@/i18n/deskEntry'
import { deskReportTexts } from '@/i18n/deskReport'
import type { Language } from '@/i18n/language'
import type { TreeUnit } from '@/reading/readTree'
import type { Entry } from '@/reading/readEntry'
import type { Hits } from './deskQuestion'
import { hold, leaveHeld } from './held'
import { ReportDialog, type Reporting } from './ReportDialog'
import { sendReport } from './sendReport'
import {
  changeUnsent,
  changeWriting,
  listenToUnsent,
  listenToWriting,
  noneUnsent,
  nothingWritten,
  unsentOf,
  writingOf,
} from './unsentReports'
import { undoneWithin, type Offer, type Say } from './useSaid'

type Given = {
  language: Language
  /** Who tells, and whether they may. */
  person: { id: string; mayReport: boolean }
  units: readonly TreeUnit[]
  /** What was asked, and the district it is about. */
  question: { words: string; district: string | null }
  /** Is it known that nothing would be taken now: the session has ended, or the server is out of reach? */
  isClosed: boolean
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
  /** What was not taken, and how to see the first of it again as it was written. */
  unsent: { count: number; open: () => void }
}

/**
 * Telling of what was not found or is wrong, with what is known filled in. It is sent ten seconds after, or when the page
 * is left; what is refused then is kept as it was written, also over a new sign-in.
 */
export function useReporting(given: Given): Reports {
  const { language, person, units, question, found, entry, isClosed, say, offer } = given
  const { begun: reporting, values: written } = useSyncExternalStore(
    listenToWriting,
    () => writingOf(person.id),
    () => nothingWritten,
  )
  const begin = (begun: Reporting) =>
    changeWriting(person.id, () => ({ begun, values: begun.values }))
  const unsent = useSyncExternalStore(
    listenToUnsent,
    () => unsentOf(person.id),
    () => noneUnsent,
  )
  const texts = deskReportTexts[language]
  const entryTexts = deskEntryTexts[language]
  const words = question.words.trim()
  const isFree = person.mayReport && reporting === null
  const keep = (told: Reporting, problem: string) =>
    changeUnsent(person.id, (now) => [...now, { ...told, problem }])
  const send = async (told: Reporting, isOver: boolean) => {
    if (isOver) return keep(told, texts.failed)
    const { kind, values } = told
    const also =
      kind === 'gap' ? { district: told.district, search: told.search } : { entry: told.entry }
    const sent = await sendReport(language, { kind, ...values, ...also })
    if ('told' in sent) {
      const { number, isNew } = sent.told
      return say((isNew ? texts.told : texts.joined)(number))
    }
    keep(told, sent.refusal || texts.failed)
  }
  const leave = useEffectEvent(() => leaveHeld(isClosed))
  useEffect(() => {
    const left = () => leave()
    window.addEventListener('pagehide', left)
    return () => {
      window.removeEventListener('pagehide', left)
      left()
    }
  }, [])
  const close = () => changeWriting(person.id, () => nothingWritten)
  /** What was kept is put back as it is written by now. */
  const putBack = () => {
    changeUnsent(person.id, (now) =>
      now.map((one) => (isThe(one, reporting) ? { ...one, values: written } : one)),
    )
    close()
  }
  const discard = () => {
    changeUnsent(person.id, (now) => now.filter((one) => !isThe(one, reporting)))
    close()
  }
  const openGap = () => {
    if (words === '') return say(entryTexts.nothingAsked)
    const { district } = question
    const search = found.hits[0]?.search ?? null
    begin({ kind: 'gap', values: { query: words }, district, search })
  }
  const openCorrection = () => {
    if (!entry?.number) return say(entryTexts.nothingOpen)
    const { number, title } = entry
    begin({ kind: 'correction', entry: number, title, values: { passage: passageMarked() } })
  }
  return {
    gap: isFree ? openGap : null,
    correction: isFree ? openCorrection : null,
    unsent: {
      count: person.mayReport ? unsent.filter((one) => !isThe(one, reporting)).length : 0,
      open: () => unsent[0] && begin(unsent[0]),
    },
    dialog: reporting && (
      <ReportDialog
        language={language}
        reporting={{ ...reporting, values: written }}
        choices={unitChoices(units, null)}
        onClose={putBack}
        onDiscard={unsent.some((one) => isThe(one, reporting)) ? discard : null}
        onWrite={(values) => changeWriting(person.id, (now) => ({ ...now, values }))}
        onSend={(values) => {
          discard()
          const takeBack = hold((isOver) => send({ ...reporting, values }, isOver))
          offer({
            words: entryTexts.held(undoneWithin),
            undo: () => say(takeBack() ? entryTexts.undone.told : entryTexts.alreadyTold),
          })
        }}
      />
    ),
  }
}

/** Read anew after a reload, it is another object. */
const isThe = (one: Reporting, open: Reporting | null): boolean =>
  one === open || JSON.stringify(one) === JSON.stringify(open)

/** The words of the open text that are selected; empty where none are. */
function passageMarked(): string {
  const selection = document.getSelection()
  const within = selection?.anchorNode?.parentElement?.closest('.desk-entry')
  return within ? String(selection).trim() : ''
}
