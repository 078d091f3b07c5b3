'use client'

import { useState } from 'react'
import { taskTexts } from '@/i18n/tasks'
import type { Choice } from '@/workflow/tree/readUnits'
import { UnitOptions } from '../parts'
import { Asking, Sentence } from '../statistics/ReportActions'
import { useTexts } from '../useTexts'

/** 发起维护需求: the centre asks one unit or many for something, by a day. */
export function RequestButton({ units }: { units: readonly Choice[] }) {
  const texts = taskTexts[useTexts().language]
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [sentence, setSentence] = useState('')
  const [due, setDue] = useState('')
  const [entry, setEntry] = useState('')
  return (
    <Asking
      button={texts.request}
      title={texts.request}
      done={texts.requested}
      path="/api/tasks"
      body={() => ({
        ...{ kind: 'request', units: chosen, sentence, due },
        ...(entry ? { entry } : {}),
      })}
    >
      <label className="zk-field">
        {texts.requestUnits}
        <select
          multiple
          size={8}
          required
          value={[...chosen]}
          onChange={({ target }) =>
            setChosen([...target.selectedOptions].map((option) => option.value))
          }
        >
          <UnitOptions units={units} />
        </select>
        <small className="zk-soft">{texts.severalUnits}</small>
      </label>
      <Sentence label={texts.requestSentence} value={sentence} onChange={setSentence} />
      <label className="zk-field">
        {texts.due}
        <input type="date" required value={due} onChange={(event) => setDue(event.target.value)} />
      </label>
      <label className="zk-field">
        {texts.requestEntry}
        <input
          type="text"
          maxLength={20}
          value={entry}
          onChange={(event) => setEntry(event.target.value)}
        />
      </label>
    </Asking>
  )
}
