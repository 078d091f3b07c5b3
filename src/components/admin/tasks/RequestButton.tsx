'use client'

import { useState } from 'react'
import { taskTexts } from '@/i18n/tasks'
import { dayOf } from '@/shanghaiDay'
import type { Choice } from '@/workflow/tree/readUnits'
import { Asking, Sentence } from '../statistics/ReportActions'
import { useTexts } from '../useTexts'
import { UnitChecks } from './UnitChecks'

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
      <UnitChecks units={units} chosen={chosen} onChange={setChosen} />
      <Sentence label={texts.requestSentence} value={sentence} onChange={setSentence} />
      <label className="zk-field">
        {texts.due}
        <input
          type="date"
          required
          min={dayOf(new Date())}
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
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
