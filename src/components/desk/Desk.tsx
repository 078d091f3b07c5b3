'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'
import type { TreeUnit } from '@/reading/readTree'
import { copyText } from './copyText'
import { DeskEntry } from './DeskEntry'
import { SuggestBox } from '@/components/search/SuggestBox'
import { DeskFilters } from './DeskFilters'
import { DeskHeader, type DeskPerson } from './DeskHeader'
import { DeskHits } from './DeskHits'
import type { Hits } from './deskHits'
import { deskAddress, longestWords, noFilters, questionQuery, type Question } from './deskQuestion'
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
  /** What answers it. */
  first: Hits
  units: TreeUnit[]
}

/** Where everybody signed in reads: one box, the hits, the entry beside them. */
export function Desk({ language, isDemo, person, kept, first, units }: Props) {
  const texts = deskTexts[language]
  const [question, setQuestion] = useState(kept.question)
  const [hasTree, setHasTree] = useState(false)
  const [isExplained, setIsExplained] = useState(false)
  const [said, setSaid] = useState('')
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const hits = useHits({ question, first, isExplained })
  const { number, entry, related, failure, open, close } = useOpened()
  useStayingSignedIn()

  const { entry: keptEntry } = kept
  useEffect(() => {
    if (keptEntry) void open(keptEntry)
    box.current?.focus()
  }, [open, keptEntry])

  const address = deskAddress(question, number)
  useEffect(() => window.history.replaceState(null, '', address), [address])

  const note = person.takesNotes && entry ? texts.note(entry.summary) : null
  const copy = useCallback(
    async (text: string, copied: string) =>
      setSaid((await copyText(text)) ? copied : texts.copyFailed),
    [texts],
  )

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

  const copyNote = useCallback(() => {
    if (note) void copy(note, texts.copied)
  }, [copy, note, texts])
  const spoken = entry?.spoken
  const copyAnswer = useCallback(() => {
    if (spoken) void copy(spoken, texts.copiedAnswer)
  }, [copy, spoken, texts])
  useKeys({
    ...{ box, list, onBack: back },
    onCopy: note ? copyNote : null,
    onCopyAnswer: spoken ? copyAnswer : null,
  })

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
          onPick={(part) => change({ ...noFilters, words: '', ...part })}
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
            <SuggestBox
              id="desk-box"
              name="q"
              autoFocus
              language={language}
              box={box}
              from="/api/suggest"
              filters={questionQuery({ ...question, words: '' }).toString()}
              value={question.words}
              onChange={(words) => change({ words })}
              onChosen={(words) => change({ words })}
              placeholder={texts.placeholder}
              maxLength={longestWords}
              spellCheck={false}
            />
          </form>
          <DeskFilters
            language={language}
            person={person}
            units={units}
            question={question}
            facets={hits.found.facets}
            onChange={change}
          />
          <DeskHits
            language={language}
            list={list}
            found={hits.found}
            isBusy={hits.isBusy}
            failure={hits.failure}
            opened={number}
            why={
              person.asksWhy
                ? { isShown: isExplained, onToggle: () => setIsExplained(!isExplained) }
                : null
            }
            onOpen={(next) => void open(next)}
            onMore={() => void hits.more()}
            onAgain={() => void hits.again()}
          />
        </div>
        <DeskEntry
          language={language}
          number={number}
          entry={entry}
          related={related}
          failure={failure}
          note={note}
          takesNotes={person.takesNotes}
          onCopy={copyNote}
          onCopyAnswer={copyAnswer}
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
