'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { createPortal } from 'react-dom'
import { remarkTexts } from '@/i18n/reviewing'
import { QuestionDialog } from '../Dialog'
import { useTexts } from '../useTexts'
import { type Remark, textPlace, useChosenPassage, useMarkedPassages } from './passages'

type Props = { remarks: readonly Remark[]; onChange: (remarks: readonly Remark[]) => void }

/**
 * Remarks on passages of the text; returned with it as its reason. A passage is chosen in the text, and the button
 * stands beside it: who reads on a phone needs not leave the place.
 */
export function Remarks({ remarks, onChange }: Props) {
  const { language } = useTexts()
  const texts = remarkTexts[language]
  const chosen = useChosenPassage()
  const [asked, setAsked] = useState<string | null>(null)
  useMarkedPassages(
    textPlace,
    remarks.map(({ passage }) => passage.replace(/…$/, '')),
  )
  const change = (at: number, remark: string) =>
    onChange(remarks.map((one, index) => (index === at ? { ...one, remark } : one)))
  function add(passage: string, remark: string) {
    const at = remarks.findIndex((one) => one.passage === passage)
    if (at < 0) onChange([...remarks, { passage, remark }])
    else change(at, remark)
    setAsked(null)
    window.getSelection()?.removeAllRanges()
  }
  // Pressed, not clicked: a click, and a finger lifted, would take the selection away first.
  const ask = () => setAsked(chosen?.passage ?? null)
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
      <div onMouseDown={(event) => event.preventDefault()}>
        <Button
          id="add-remark"
          buttonStyle="secondary"
          size="small"
          margin={false}
          disabled={!chosen}
          onClick={ask}
        >
          {chosen ? texts.addTo.replace('{passage}', chosen.passage) : texts.add}
        </Button>
      </div>
      {chosen &&
        asked === null &&
        createPortal(
          <button
            type="button"
            className="zk-remarkhere"
            style={{ top: chosen.top, left: chosen.left }}
            onPointerDown={(event) => {
              event.preventDefault()
              ask()
            }}
            onClick={ask}
          >
            {texts.here}
          </button>,
          document.querySelector('main') ?? document.body,
        )}
      {asked !== null && (
        <RemarkDialog
          passage={asked}
          known={remarks.find(({ passage }) => passage === asked)?.remark ?? ''}
          onClose={() => setAsked(null)}
          onAdd={(remark) => add(asked, remark)}
        />
      )}
    </section>
  )
}

type DialogProps = {
  passage: string
  known: string
  onClose: () => void
  onAdd: (remark: string) => void
}

function RemarkDialog({ passage, known, onClose, onAdd }: DialogProps) {
  const { language } = useTexts()
  const texts = remarkTexts[language]
  const id = useId()
  const [remark, setRemark] = useState(known)
  const [isMissing, setIsMissing] = useState(false)
  return (
    <QuestionDialog
      title={texts.title}
      action={texts.here}
      problem={isMissing ? texts.needed : ''}
      isBusy={false}
      onClose={onClose}
      onSubmit={() => {
        setIsMissing(remark.trim() === '')
        if (remark.trim() !== '') onAdd(remark.trim())
      }}
    >
      <label htmlFor={id}>
        <q>{passage}</q>
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={longest}
        autoFocus
        placeholder={texts.placeholder}
        aria-invalid={isMissing}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
    </QuestionDialog>
  )
}

const longest = 200

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
        maxLength={longest}
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
