'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'
import type { EntryPage } from '@/reading/listEntries'
import type { TreeUnit } from '@/reading/readTree'
import { copyText } from './copyText'
import { DeskEntry } from './DeskEntry'
import { DeskFilters } from './DeskFilters'
import { DeskHeader, type DeskPerson } from './DeskHeader'
import { DeskHits } from './DeskHits'
import { deskAddress, type Question } from './deskQuestion'
import { DeskTree } from './DeskTree'
import { useHits } from './useHits'
import { useKeys } from './useKeys'
import { useOpened } from './useOpened'
import { useStayingSignedIn } from './useStayingSignedIn'

type Props = {
  language: Language
  isDemo: boolean
  person: DeskPerson
  /** What the address asked for: a reload or a sign-in goes on where one was. */
  kept: { question: Question; entry: string | null }
  recent: EntryPage
  units: TreeUnit[]
}

/** Where everybody signed in reads: one box, the hits, the entry beside them. */
export function Desk({ language, isDemo, person, kept, recent, units }: Props) {
  const texts = deskTexts[language]
  const [question, setQuestion] = useState(kept.question)
  const [hasTree, setHasTree] = useState(false)
  const [said, setSaid] = useState('')
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const hits = useHits(question, recent)
  const { number, entry, failure, open, close } = useOpened()
  useStayingSignedIn()

  const { entry: keptEntry } = kept
  useEffect(() => {
    if (keptEntry) void open(keptEntry)
    box.current?.focus()
  }, [open, keptEntry])

  const address = deskAddress(question, number)
  useEffect(() => window.history.replaceState(null, '', address), [address])

  const note = person.takesNotes && entry ? texts.note(entry.summary) : null
  const copy = useCallback(async () => {
    if (!note) return
    setSaid((await copyText(note)) ? texts.copied : texts.copyFailed)
  }, [note, texts])

  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(''), 2_500)
    return () => clearTimeout(timer)
  }, [said])

  const back = useCallback(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]')
    const isInEntry = document.activeElement?.closest('.desk-entry')
    close()
    if (isInEntry && current) current.focus()
    else box.current?.focus()
  }, [close])

  const copyByKey = useCallback(() => void copy(), [copy])
  useKeys({ box, list, onCopy: note ? copyByKey : null, onBack: back })

  const change = (part: Partial<Question>) => setQuestion((now) => ({ ...now, ...part }))
  const wantsFirst = useRef(false)
  const openFirst = () => {
    wantsFirst.current = true
    if (hits.isAnswered) showFirst()
    else void hits.again()
  }
  const showFirst = useCallback(() => {
    const first = list.current?.querySelector<HTMLElement>('[data-hit]')
    wantsFirst.current = false
    first?.focus()
    first?.click()
  }, [])
  useEffect(() => {
    if (wantsFirst.current) showFirst()
  }, [hits.found, showFirst])
  const isExpired = hits.failure === 'expired' || failure === 'expired'

  return (
    <div className="desk" data-entry={number ? 'open' : undefined} data-tree={hasTree || undefined}>
      <DeskHeader language={language} isDemo={isDemo} person={person} />
      {isExpired && (
        <p className="warning desk-banner" role="alert">
          {texts.expired}{' '}
          <a href={`/login?to=${encodeURIComponent(address)}`}>{texts.signInAgain}</a>
        </p>
      )}
      {hits.found.degraded && <p className="warning desk-banner">{texts.degraded}</p>}
      <main className="desk-main">
        <h1 className="hidden">{texts.title}</h1>
        <DeskTree
          language={language}
          units={units}
          question={question}
          isShown={hasTree}
          onToggle={() => setHasTree(!hasTree)}
          onPick={(part) => change({ words: '', ...part })}
        />
        <div className="desk-list">
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault()
              openFirst()
            }}
          >
            <label className="hidden" htmlFor="desk-box">
              {texts.box}
            </label>
            <input
              id="desk-box"
              name="q"
              autoFocus
              ref={box}
              type="search"
              value={question.words}
              onChange={(event) => change({ words: event.target.value })}
              placeholder={texts.placeholder}
              maxLength={1000}
              autoComplete="off"
              spellCheck={false}
              aria-controls="desk-hits"
            />
          </form>
          <DeskFilters
            language={language}
            person={person}
            units={units}
            question={question}
            onChange={change}
          />
          <DeskHits
            language={language}
            list={list}
            found={hits.found}
            isBusy={hits.isBusy}
            failure={hits.failure}
            opened={number}
            onOpen={(next) => void open(next)}
            onMore={() => void hits.more()}
            onAgain={() => void hits.again()}
          />
        </div>
        <DeskEntry
          language={language}
          number={number}
          entry={entry}
          failure={failure}
          note={note}
          takesNotes={person.takesNotes}
          onCopy={copyByKey}
          onBack={back}
          onOpen={(next) => void open(next)}
        />
      </main>
      <p className="toast" role="status" data-shown={said !== '' || undefined}>
        {said}
      </p>
    </div>
  )
}
