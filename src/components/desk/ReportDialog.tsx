'use client'

import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { longestSentence } from '@/access/tasks'
import { indented, type UnitChoice } from '@/components/unitChoices'
import { deskReportTexts } from '@/i18n/deskReport'
import type { Language } from '@/i18n/language'
import { LONGEST_QUERY } from '@/search/types'
import { sendReport, type ToldOf } from './sendReport'

/** What somebody at the desk tells of: what they did not find, or what is wrong in what they have open. */
export type Reporting =
  | { kind: 'gap'; query: string; district: string | null; search: string | null }
  | { kind: 'correction'; entry: string; title: string; passage: string }

type Props = {
  language: Language
  reporting: Reporting
  /** Units that may be proposed. */
  choices: readonly UnitChoice[]
  onClose: () => void
  onTold: (told: ToldOf) => void
}

/** 没有找到 and 有误: what is known is filled in, so that Enter sends it while the caller waits. */
export function ReportDialog({ language, reporting, choices, onClose, onTold }: Props) {
  const texts = deskReportTexts[language]
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const given = Object.fromEntries(
      [...new FormData(event.currentTarget)].filter(([, value]) => value !== ''),
    )
    const { kind } = reporting
    const also =
      kind === 'gap'
        ? { district: reporting.district, search: reporting.search }
        : { entry: reporting.entry }
    setIsBusy(true)
    const sent = await sendReport(language, { kind, ...given, ...also })
    setIsBusy(false)
    if ('refusal' in sent) return setProblem(sent.refusal || texts.failed)
    onTold(sent.told)
  }

  return (
    <dialog
      ref={dialog}
      className="desk-report"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={`${id}-title`}>{texts.titles[reporting.kind]}</h2>
      <form onSubmit={(event) => void send(event)}>
        {reporting.kind === 'gap' ? (
          <GapFields {...{ language, choices }} query={reporting.query} />
        ) : (
          <CorrectionFields {...{ language }} reporting={reporting} />
        )}
        <p className="quiet">{texts.note}</p>
        {problem && (
          <p className="warning" role="alert">
            {problem}
          </p>
        )}
        <p className="desk-report__end">
          <button type="button" className="plain" onClick={onClose}>
            {texts.cancel}
          </button>
          <button type="submit" className="button" disabled={isBusy}>
            {texts.send}
          </button>
        </p>
      </form>
    </dialog>
  )
}

type GapProps = { language: Language; choices: readonly UnitChoice[]; query: string }

function GapFields({ language, choices, query }: GapProps) {
  const texts = deskReportTexts[language]
  return (
    <>
      <label>
        {texts.query}
        <input name="query" type="text" required maxLength={LONGEST_QUERY} defaultValue={query} />
      </label>
      <label>
        {texts.words}
        <textarea name="words" rows={3} maxLength={longestSentence} />
      </label>
      <label>
        {texts.unit}
        <select name="unit" defaultValue="">
          <option value="">{texts.unknown}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {indented(choice)}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

type CorrectionProps = {
  language: Language
  reporting: Extract<Reporting, { kind: 'correction' }>
}

function CorrectionFields({ language, reporting }: CorrectionProps) {
  const texts = deskReportTexts[language]
  return (
    <>
      <p lang="zh-CN">
        {reporting.entry} {reporting.title}
      </p>
      <label>
        {texts.passage}
        <textarea
          name="passage"
          rows={2}
          maxLength={longestSentence}
          defaultValue={reporting.passage}
        />
      </label>
      <label>
        {texts.sentence}
        <textarea name="sentence" rows={3} maxLength={longestSentence} required />
      </label>
    </>
  )
}
