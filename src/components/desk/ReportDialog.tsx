'use client'

import { useEffect, useId, type FormEvent } from 'react'
import { longestSentence } from '@/access/tasks'
import { indented, type UnitChoice } from '@/components/unitChoices'
import { useModal } from '@/components/useModal'
import { deskReportTexts } from '@/i18n/deskReport'
import type { Language } from '@/i18n/language'
import { LONGEST_QUERY } from '@/search/types'
import { chooseByInitials } from './byInitials'

/** What was written, by the names of the fields. */
export type Values = Readonly<
  Partial<Record<'query' | 'words' | 'unit' | 'passage' | 'sentence', string>>
>

/** What somebody at the desk tells of: what they did not find, or what is wrong in what they have open. */
export type Reporting = {
  values: Values
  /** Why it was not taken. */
  problem?: string
} & (
  | { kind: 'gap'; district: string | null; search: string | null }
  | { kind: 'correction'; entry: string; title: string }
)

type Props = {
  language: Language
  reporting: Reporting
  /** Units that may be proposed. */
  choices: readonly UnitChoice[]
  onClose: () => void
  /** Of what is kept until it is sent; null where nothing is. */
  onDiscard: (() => void) | null
  /** With each letter. */
  onWrite: (values: Values) => void
  onSend: (values: Values) => void
}

/** 没有找到 and 有误: what is known is filled in, so that Enter sends it while the caller waits. */
export function ReportDialog(props: Props) {
  const { language, reporting, choices, onClose, onDiscard, onWrite, onSend } = props
  const texts = deskReportTexts[language]
  const modal = useModal(onClose)
  const id = useId()
  const { problem } = reporting
  // What it was opened from may be gone by now.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) document.getElementById('desk-box')?.focus()
    },
    [],
  )

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    onSend(writtenIn(event.currentTarget))
  }

  return (
    <dialog {...modal} className="desk-report" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{texts.titles[reporting.kind]}</h2>
      <form
        onSubmit={send}
        onInput={({ currentTarget }) => onWrite(writtenIn(currentTarget))}
        onKeyDown={(event) => {
          // In a text of several lines Enter begins the next one.
          if (event.key === 'Enter' && event.ctrlKey) event.currentTarget.requestSubmit()
        }}
      >
        {reporting.kind === 'gap' ? (
          <GapFields {...{ language, choices }} values={reporting.values} />
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
          {onDiscard && (
            <button type="button" className="plain desk-report__discard" onClick={onDiscard}>
              {texts.discard}
            </button>
          )}
          <button type="button" className="plain" onClick={onClose}>
            {texts.cancel}
          </button>
          <button type="submit" className="button">
            {texts.send} <kbd>Ctrl+Enter</kbd>
          </button>
        </p>
      </form>
    </dialog>
  )
}

const writtenIn = (form: HTMLFormElement): Values =>
  Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''))

type GapProps = { language: Language; choices: readonly UnitChoice[]; values: Values }

function GapFields({ language, choices, values }: GapProps) {
  const texts = deskReportTexts[language]
  return (
    <>
      <label>
        {texts.query}
        <input
          name="query"
          type="text"
          required
          maxLength={LONGEST_QUERY}
          defaultValue={values.query}
        />
      </label>
      <label>
        {texts.words}
        <textarea name="words" rows={3} maxLength={longestSentence} defaultValue={values.words} />
      </label>
      <label>
        {texts.unit}
        <select name="unit" onKeyDown={chooseByInitials} defaultValue={values.unit ?? ''}>
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
          defaultValue={reporting.values.passage}
        />
      </label>
      <label>
        {texts.sentence}
        <textarea
          name="sentence"
          data-usual=""
          rows={3}
          maxLength={longestSentence}
          required
          defaultValue={reporting.values.sentence}
        />
      </label>
    </>
  )
}
