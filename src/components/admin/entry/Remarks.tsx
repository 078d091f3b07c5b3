'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { remarkTexts } from '@/i18n/remarkTexts'
import { useTexts } from '../useTexts'
import { quoted, type Remark } from './remarks'
import { useMarkedPassages } from './useMarkedPassages'

/** Where the text stands that is decided on. */
const textPlace = '.zk-text'

type Props = { remarks: readonly Remark[]; onChange: (remarks: readonly Remark[]) => void }

/** Remarks beside the passages they are about; returned with the text as its reason. */
export function Remarks({ remarks, onChange }: Props) {
  const { language } = useTexts()
  const texts = remarkTexts[language]
  const chosen = useChosenPassage()
  useMarkedPassages(
    textPlace,
    remarks.map(({ passage }) => passage.replace(/…$/, '')),
  )
  const add = () => {
    if (!chosen) return
    const isKnown = remarks.some(({ passage }) => passage === chosen)
    if (!isKnown) onChange([...remarks, { passage: chosen, remark: '' }])
    window.getSelection()?.removeAllRanges()
  }
  const change = (at: number, remark: string) =>
    onChange(remarks.map((one, index) => (index === at ? { ...one, remark } : one)))
  return (
    <section className="zk-panel zk-remarks" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <p className="zk-soft">{texts.note}</p>
      <ol>
        {remarks.map(({ passage, remark }, index) => (
          <One
            key={passage}
            passage={passage}
            remark={remark}
            onChange={(text) => change(index, text)}
            onRemove={() => onChange(remarks.filter((_, other) => other !== index))}
          />
        ))}
      </ol>
      {/* Pressed, not clicked: a click would take the selection away first. */}
      <div onMouseDown={(event) => event.preventDefault()}>
        <Button
          id="add-remark"
          buttonStyle="secondary"
          size="small"
          margin={false}
          disabled={!chosen}
          onClick={add}
        >
          {chosen ? texts.addTo.replace('{passage}', chosen) : texts.add}
        </Button>
      </div>
    </section>
  )
}

type OneProps = Remark & { onChange: (remark: string) => void; onRemove: () => void }

function One({ passage, remark, onChange, onRemove }: OneProps) {
  const { language } = useTexts()
  const texts = remarkTexts[language]
  const id = useId()
  return (
    <li>
      <label htmlFor={id}>
        <q>{passage}</q>
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={200}
        autoFocus
        placeholder={texts.placeholder}
        value={remark}
        onChange={(event) => onChange(event.target.value)}
      />
      <button type="button" className="zk-link" onClick={onRemove}>
        {texts.remove}
      </button>
    </li>
  )
}

/** What is selected in the text, by mouse, keyboard or finger; shortened as it will be quoted. */
function useChosenPassage(): string | null {
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(() => {
    const look = () => {
      const selection = window.getSelection()
      const from = selection?.anchorNode?.parentElement
      const isInText = Boolean(from?.closest(textPlace))
      const passage = isInText ? quoted(selection?.toString() ?? '') : ''
      setChosen(passage === '' ? null : passage)
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  return chosen
}
