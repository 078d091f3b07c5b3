'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { deskTexts } from '@/i18n/desk'
import { phraseTexts } from '@/i18n/phrases'
import type { Language } from '@/i18n/language'
import { updateTexts } from '@/i18n/updates'
import type { Phrase } from '@/reading/phrases'
import type { TreeUnit } from '@/reading/readTree'
import { ActivePlans, Pushed, PushedLine } from './Bulletins'
import { DeskEntry } from './DeskEntry'
import { SuggestBox } from '@/components/search/SuggestBox'
import { DeskFilters, DeskHeader, Expired, type DeskPerson } from './DeskTop'
import { CopyByHand } from './CopyByHand'
import { DeskHits, isNothingIn } from './DeskHits'
import {
  deskAddress,
  type Hits,
  keyOf,
  longestWords,
  type Question,
  questionQuery,
} from './deskQuestion'
import { DeskTree } from './DeskTree'
import { districtChosen } from './districtChosen'
import { Phrases } from './Phrases'
import { Hotspots, Resting } from './Resting'
import { useConfirmNext } from './useBulletins'
import { Toast } from './Toast'
import { useContact } from './useContact'
import { useCopying } from './useCopying'
import { useFirstHit } from './useFirstHit'
import { failureOf, useHotspots } from './useHotspots'
import { useHits, useQuestion } from './useQuestion'
import { useIsWide } from './useIsWide'
import { useKeys } from './useKeys'
import { useOpened } from './useOpened'
import { keysOf, usePhrases } from './usePhrases'
import { useReporting } from './useReporting'
import { useSaid } from './useSaid'
import { useStayingSignedIn } from './useStayingSignedIn'
import { useTransfer } from './useTransfer'
import { useUsing } from './useUsing'

type Props = {
  language: Language
  isDemo: boolean
  person: DeskPerson
  /** What the address asked for: a reload or a sign-in goes on where one was. */
  kept: { question: Question; entry: string | null }
  /** What answers it. */
  first: Hits
  units: TreeUnit[]
  /** 规范用语, for who says them. */
  phrases: Phrase[]
}

/** Where everybody signed in reads: one box, the hits, the entry beside them. */
export function Desk({ language, isDemo, person, kept, first, units, phrases }: Props) {
  const texts = deskTexts[language]
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const { question, type, narrow, pick } = useQuestion(kept.question, box)
  const [hasTree, setHasTree] = useState(false)
  const [isExplained, setIsExplained] = useState(false)
  const asked = keyOf(question)
  const hits = useHits({ question, first, isExplained })
  const opened = useOpened(asked, kept.entry)
  const { number, search, entry, related, beside, failure, open, close, look } = opened
  const { say, offer, ...toast } = useSaid()
  const { byHand, copy, copyWords, endByHand } = useCopying({ language, entry, look, say })
  const isWide = useIsWide()
  // On a narrow screen an entry covers the list, and what is said there.
  const isListShown = isWide || number === null
  const isNothing = hits.found.words !== '' && isNothingIn(hits)
  const toSay = usePhrases({ first: phrases, words: question.words, isNothing })
  const copyPhrase = ({ text }: Phrase) => void copyWords(text, phraseTexts[language].copied(text))
  const transfer = useTransfer({
    ...{ language, units, asked, narrowedTo: question.unit, copyWords, say },
  })
  const nothing = isNothing ? { asked, unit: transfer.unit } : null
  const contact = useContact({ language, entry, nothing, units, say })
  const onCopyWords = (text: string, words: string) => void copyWords(text, words)
  const noteUse = useUsing({
    ...{ language, search, say, offer },
    ...{ number: entry?.number ?? null, opening: opened.opening },
  })
  const reports = useReporting({
    ...{ language, units, question, entry, say, offer },
    ...{ mayReport: person.mayReport, found: hits.found },
  })
  // On a narrow screen they stand above the list, until something is asked.
  const isHotAbove = !isWide && number === null && question.words === ''
  const district = districtChosen(units, question.unit)
  const hotOf = district ? { district: district.id } : question.unit ? { unit: question.unit } : {}
  const hotspots = useHotspots(hotOf, isWide ? number === null : isHotAbove)
  const hot = { language, places: person.asksWhy, hotspots, district: district?.name, onOpen: open }
  const bulletins = { onOpen: open, say }
  const confirmNext = useConfirmNext(say)
  useStayingSignedIn()

  // A browser does not focus by itself what stands in another site's frame.
  useEffect(() => box.current?.focus(), [])
  const address = deskAddress(question, number)
  useEffect(() => window.history.replaceState(null, '', address), [address])

  const onAsk = useCallback(() => {
    // The box is not shown beside an entry on a narrow screen.
    if (box.current?.offsetParent === null) flushSync(close)
    box.current?.focus()
    box.current?.select()
  }, [close])
  const back = useCallback(() => {
    if (byHand !== null) return endByHand()
    const current = list.current?.querySelector<HTMLElement>('[aria-current]')
    const isInEntry = document.activeElement?.closest('.desk-entry')
    // First, because a list that is not shown takes no focus.
    flushSync(close)
    if (isInEntry && current) current.focus()
    else box.current?.focus()
  }, [byHand, endByHand, close])
  useKeys({
    ...{ box, list, onBack: back },
    acts: {
      '/': onAsk,
      y: confirmNext,
      a: () => void copy('answer'),
      g: reports.gap,
      e: reports.correction,
      l: contact.toggle,
      p: entry && (() => window.print()),
      x: toast.undo,
      ...(person.takesNotes && {
        c: () => void copy('note'),
        t: () => void copy('call'),
        u: () => void noteUse(),
        z: isListShown && isNothing ? transfer.copy : null,
      }),
      ...(isListShown && keysOf(toSay.all, copyPhrase)),
    },
  })

  const openFirst = useFirstHit({ list, asked, hits })
  const isExpired = [hits.failure, failure, failureOf(hotspots)].includes('expired')

  return (
    <div className="desk" data-entry={number ? 'open' : undefined} data-tree={hasTree || undefined}>
      <DeskHeader language={language} isDemo={isDemo} person={person} />
      <ActivePlans {...bulletins} />
      {isExpired && <Expired language={language} address={address} />}
      {hits.found.degraded && <p className="warning desk-banner">{texts.degraded}</p>}
      <main className="desk-main">
        <h1 className="hidden">{texts.title}</h1>
        <DeskTree
          {...{ language, units, question }}
          isShown={hasTree}
          onToggle={() => setHasTree(!hasTree)}
          onPick={pick}
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
              onChange={type}
              onChosen={(words) => narrow({ words })}
              placeholder={texts.placeholder}
              maxLength={longestWords}
              spellCheck={false}
            />
            <a className="desk-updates" href="/desk/updates">
              {updateTexts[language].title}
            </a>
          </form>
          <DeskFilters
            {...{ language, person, units, question }}
            facets={hits.found.facets}
            onChange={narrow}
          />
          {!(isWide && number === null) && <PushedLine {...bulletins} />}
          <Phrases language={language} phrases={toSay.belowBox} onCopy={copyPhrase} />
          {byHand && !byHand.isOfEntry && (
            <CopyByHand language={language} text={byHand.text} onEnd={endByHand} />
          )}
          {isHotAbove && (
            <div className="desk-hot-above">
              <Hotspots {...hot} />
            </div>
          )}
          <DeskHits
            language={language}
            list={list}
            found={hits.found}
            {...{ isBusy: hits.isBusy, isAnswered: hits.isAnswered, failure: hits.failure }}
            opened={number}
            why={
              person.asksWhy
                ? { isShown: isExplained, onToggle: () => setIsExplained(!isExplained) }
                : null
            }
            onMissing={reports.gap}
            nothing={{
              ...{ phrases: toSay.inNothing, units, onCopy: copyPhrase, onOpen: open },
              ...{ takesNotes: person.takesNotes, transfer, contact, onCopyWords },
            }}
            onOpen={open}
            {...{ onMore: hits.more, onAgain: hits.again }}
          />
        </div>
        <DeskEntry
          {...{ language, number, entry, related, failure, contact, onCopyWords }}
          takesNotes={person.takesNotes}
          resting={
            isWide && [
              <Pushed key="pushed" {...bulletins} />,
              <Resting key="resting" {...hot} {...person} />,
            ]
          }
          byHand={byHand?.isOfEntry ? byHand.text : null}
          reader={person.name}
          district={district?.name ?? null}
          onCopy={(copied) => void copy(copied)}
          onUse={() => void noteUse()}
          onWrong={reports.correction}
          onByHandEnd={endByHand}
          onBack={back}
          onOpen={(number) => open(number, beside)}
        />
      </main>
      {reports.dialog}
      <Toast language={language} {...toast} />
    </div>
  )
}
