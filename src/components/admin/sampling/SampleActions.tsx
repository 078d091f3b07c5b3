'use client'

import { useState } from 'react'
import { checkKeys, mostDrawn, type CheckKey } from '@/access/sampling'
import { longestSentence } from '@/access/tasks'
import { samplingTexts } from '@/i18n/sampling'
import type { Choice } from '@/workflow/tree/readUnits'
import { UnitOptions } from '../parts'
import { Asking } from '../statistics/ReportActions'
import { useTexts } from '../useTexts'

/** Draws so many entries, of all units or of one with what lies below it. */
export function DrawButton({ units }: { units: readonly Choice[] }) {
  const texts = samplingTexts[useTexts().language]
  const [size, setSize] = useState('20')
  const [unit, setUnit] = useState('')
  return (
    <Asking
      button={texts.draw}
      title={texts.draw}
      done={texts.drawn}
      path="/api/samples"
      body={() => ({ size: Number(size), ...(unit ? { unit } : {}) })}
    >
      <label className="zk-field">
        {texts.many}
        <input
          type="number"
          min={1}
          max={mostDrawn}
          required
          value={size}
          onChange={(event) => setSize(event.target.value)}
        />
      </label>
      <label className="zk-field">
        {texts.ofUnit}
        <select value={unit} onChange={(event) => setUnit(event.target.value)}>
          <option value="">{texts.everyUnit}</option>
          <UnitOptions units={units} />
        </select>
      </label>
    </Asking>
  )
}

type CheckProps = { sample: string; number: string }

/** What is not as it should be in an entry, and how; nothing where all is. */
export function CheckButton({ sample, number }: CheckProps) {
  const texts = samplingTexts[useTexts().language]
  const [faults, setFaults] = useState<readonly CheckKey[]>([])
  const [sentence, setSentence] = useState('')
  const toggle = (key: CheckKey) =>
    setFaults(faults.includes(key) ? faults.filter((one) => one !== key) : [...faults, key])
  return (
    <Asking
      button={texts.check}
      of={number}
      title={texts.checkTitle(number)}
      done={texts.saved}
      path={`/api/samples/${sample}/check`}
      body={() => ({ number, faults, sentence })}
    >
      <fieldset className="zk-choices">
        <legend>{texts.wrong}</legend>
        {checkKeys.map((key) => (
          <label key={key}>
            <input type="checkbox" checked={faults.includes(key)} onChange={() => toggle(key)} />{' '}
            {texts.keys[key]}
          </label>
        ))}
      </fieldset>
      <label className="zk-field">
        {texts.said}
        <textarea
          rows={3}
          maxLength={longestSentence}
          required={faults.length > 0}
          value={sentence}
          onChange={(event) => setSentence(event.target.value)}
        />
      </label>
    </Asking>
  )
}
