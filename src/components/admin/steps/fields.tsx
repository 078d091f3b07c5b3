'use client'

import { Button, FieldError, FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import type { TextFieldClientComponent } from 'payload'
import { useEffect, useEffectEvent, useId, useState, type ReactNode } from 'react'
import type { Library, Step } from '@/access/rules'
import { dialogTexts } from '@/i18n/dialogTexts'
import { ask } from '../ask'
import { useTexts } from '../useTexts'

/** What a dialog needs to know of the entry it is about. */
export type AskedEntry = {
  id: string
  library: Library
  /** Its number and title. */
  title: string
  isLive: boolean
  live: { openToUnits: boolean; openToPublic: boolean } | null
  /** Until when a plan is activated. */
  activeUntil?: string
}

/** What each dialog of a step is given. */
export type StepDialogProps = {
  step: Step
  entry: AskedEntry
  /** Which entries it is about, where they are several. */
  about?: ReactNode
  isBusy: boolean
  /** What the reason begins with. */
  reason?: string
  /** Why the step was refused, if it was. What was typed stays. */
  problem: string
  onClose: () => void
  /** With what belongs to the step beside the revision. */
  onTake: (given: Record<string, unknown>) => void
}

type ChoicesProps<Value extends string> = {
  legend: string
  options: readonly { value: Value; label: string }[]
  chosen: Value | null
  onChoose: (value: Value) => void
}

/** One of several, as radio buttons. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, options, chosen, onChoose } = props
  const name = useId()
  return (
    <fieldset className="zk-choices">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

type ReasonProps = {
  label: string
  value: string
  isMissing: boolean
  onChange: (value: string) => void
}

/** 原因, or a sentence for readers, of at most as many characters as the server takes. */
export function ReasonField({ label, value, isMissing, onChange }: ReasonProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name="reason"
        rows={4}
        maxLength={500}
        value={value}
        autoFocus
        aria-invalid={isMissing}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  )
}

/**
 * An entry chosen from what is published; the form keeps its id, the server its number and title. Who came from a list
 * with the number of one has it chosen.
 */
export const EntryField: TextFieldClientComponent = ({ field, path }) => {
  const { language } = useTexts()
  const { value, setValue, showError } = useField<string>({ path })
  const stored = useFormFields(([fields]) => ({
    number: fields.number?.value,
    title: fields.entryTitle?.value,
    initial: fields[path]?.initialValue,
  }))
  const isStored = Boolean(value) && stored.initial === value
  const meant = useSearchParams().get('entry') ?? ''
  return (
    <div className="field-type zk-entry-field">
      <FieldLabel label={field.label} path={path} required={field.required} />
      <FieldError path={path} showError={showError} />
      {isStored && (
        <p className="zk-entry-field__known">
          {[stored.title, stored.number].filter(Boolean).join(' · ')}
        </p>
      )}
      <EntryFinder
        name="entry"
        label={dialogTexts[language].findEntry}
        meant={isStored ? '' : meant}
        chosen={value ?? null}
        onChoose={setValue}
      />
    </div>
  )
}

type Hit = { id: string; number: string; title: string; unit: { name: string } | null }

type FinderProps = {
  name: string
  label: string
  /** An entry that is never offered. */
  except?: string
  /** Of this library alone. */
  library?: Library
  /** The number of the one to begin with. */
  meant?: string
  /** By what it is chosen: its id when left out. */
  by?: 'id' | 'number'
  chosen: string | null
  onChoose: (chosen: string) => void
}

/** Finds a live entry by words or by its number. Not a form element: it stands inside a form. */
export function EntryFinder(props: FinderProps) {
  const { name, label, except, library, meant = '', by = 'id', chosen, onChoose } = props
  const { texts, language } = useTexts()
  const words = dialogTexts[language]
  const [query, setQuery] = useState(meant)
  const [hits, setHits] = useState<Hit[] | null>(null)
  const [problem, setProblem] = useState('')

  const show = ({ hits, problem }: Awaited<ReturnType<typeof search>>) => {
    setHits(hits.filter(({ id }) => id !== except).slice(0, 8))
    setProblem(problem)
  }
  const search = async (q: string) => {
    const asked = new URLSearchParams({ q, ...(library ? { library } : {}) })
    const found = await ask<{ hits: Hit[] }>(`/api/search?${asked}`, { language })
    if (found.ok) return { hits: found.data.hits, problem: '' }
    return { hits: [], problem: found.detail || texts.failed }
  }
  const find = async () => {
    if (query.trim() !== '') show(await search(query))
  }
  const begin = useEffectEvent((found: Awaited<ReturnType<typeof search>>) => {
    // Who searched meanwhile wants something else.
    if (chosen !== null || query !== meant) return
    show(found)
    const known = found.hits.find(({ number }) => number === meant)
    if (known) onChoose(known[by])
  })
  const searchMeant = useEffectEvent(() => search(meant))
  useEffect(() => {
    if (!meant) return
    let isOver = false
    void searchMeant().then((found) => {
      if (!isOver) begin(found)
    })
    return () => {
      isOver = true
    }
  }, [meant])
  return (
    <>
      <label>
        {label}
        <span className="zk-find">
          <input
            type="search"
            name={name}
            value={query}
            placeholder={words.findWords}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              void find()
            }}
          />
          <Button type="button" buttonStyle="secondary" margin={false} onClick={() => void find()}>
            {words.find}
          </Button>
        </span>
      </label>
      <p role="status" className="zk-soft">
        {problem || (hits?.length === 0 ? words.foundNone : '')}
      </p>
      {hits && hits.length > 0 && (
        <Choices
          legend={words.find}
          options={hits.map((hit) => ({
            value: hit[by],
            label: [hit.title, hit.number, hit.unit?.name].filter(Boolean).join(' · '),
          }))}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
    </>
  )
}
