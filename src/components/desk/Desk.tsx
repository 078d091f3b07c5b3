'use client'

import { useRef, useState } from 'react'
import { useStayingSignedIn } from '@/components/account/idle/useStayingSignedIn'
import { deskTexts } from '@/i18n/desk'
import { phraseTexts } from '@/i18n/phrases'
import type { Language } from '@/i18n/language'
import type { Phrase } from '@/reading/phrases'
import type { TreeUnit } from '@/reading/readTree'
import { ActivePlans, Pushed, PushedLine } from './Bulletins'
import { DeskEntry } from './DeskEntry'
import { DeskFilters, DeskHeader, type DeskPerson } from './DeskTop'
import { CallBar } from './CallBar'
import type { GivenCall } from './callIn'
import type { Shown } from './calls'
import { CopyByHand } from './CopyByHand'
import { DeskBanners } from './DeskBanners'
import { DeskBox } from './DeskBox'
import { DeskHits, isNothingIn } from './DeskHits'
import type { Hits } from './deskQuestion'
import { DeskTree } from './DeskTree'
import { districtChosen } from './districtChosen'
import { EditLink } from './EditLink'
import { EndCall } from './EndCall'
import { Keys } from './Keys'
import { Phrases } from './Phrases'
import { Hotspots, Resting } from './Resting'
import { Toast } from './Toast'
import { useAtDesk } from './useAtDesk'
import { useBulletins, useConfirmNext } from './useBulletins'
import { useContact } from './useContact'
import { useCopying } from './useCopying'
import { useFirstHit } from './useFirstHit'
import { useHotspots } from './useHotspots'
import { useIsWide } from './useIsWide'
import { useKeys } from './useKeys'
import { useOnCall } from './useOnCall'
import { keysOf, usePhrases } from './usePhrases'
import { useRecent } from './useRecent'
import { useReporting } from './useReporting'
import { failureOf } from './useRested'
import { useSaid } from './useSaid'
import { useTransfer } from './useTransfer'
import { useUsing } from './useUsing'
import { useWays } from './useWays'

type Props = {
  language: Language
  isDemo: boolean
  person: DeskPerson
  /** What the address asked for: a reload or a sign-in goes on where one was. */
  kept: Omit<Shown, 'search'> & { call: GivenCall | null }
  /** What answers it. */
  first: Hits
  units: TreeUnit[]
  /** 规范用语, for who says them. */
  phrases: Phrase[]
  /** Other sites that may tell of calls. */
  origins: readonly string[]
}

/** Where everybody signed in reads: one box, the hits, the entry beside them. */
export function Desk(props: Props) {
  const { language, isDemo, person, units } = props
  const texts = deskTexts[language]
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const [hasTree, setHasTree] = useState(false)
  const [isExplained, setIsExplained] = useState(false)
  const at = useAtDesk({ ...props, box, isExplained })
  const { question, asked, hits, opened, calls, address, isLost, retry } = at
  const { number, search, entry, related, beside, failure, open, close, look } = opened
  const { say, offer, ...toast } = useSaid()
  const onCall = useOnCall({ language, units, calls, box, say })
  const copying = useCopying({ language, entry, look, say, onCopied: onCall.onCopied })
  const { byHand, copy, copyWords, endByHand } = copying
  const isWide = useIsWide()
  // On a narrow screen an entry covers the list, and what is said there.
  const isListShown = isWide || number === null
  const isNothing = hits.found.words !== '' && isNothingIn(hits)
  const toSay = usePhrases({ first: props.phrases, words: question.words, isNothing })
  const copyPhrase = ({ text }: Phrase) => void copyWords(text, phraseTexts[language].copied(text))
  const transfer = useTransfer({
    ...{ language, units, asked, narrowedTo: question.unit, say },
    copyWords: (note, words) => copyWords(note, words, () => onCall.onWritten(note)),
  })
  const nothing = isNothing ? { asked, unit: transfer.unit } : null
  const contact = useContact({ language, entry, nothing, units, say })
  const onCopyWords = (text: string, words: string) => void copyWords(text, words)
  const noteUse = useUsing({
    ...{ language, search, say, offer, entry, opening: opened.opening },
    ...{ onUsed: onCall.onUsed, onTakenBack: onCall.onTakenBack },
  })
  // Where the caller is, unless another district was chosen.
  const district =
    districtChosen(units, question.unit) ?? districtChosen(units, calls.call?.district ?? '')
  // On a narrow screen they stand above the list, until something is asked.
  const isHotAbove = !isWide && number === null && question.words === ''
  const isResting = isWide && number === null
  const hotOf = district ? { district: district.id } : question.unit ? { unit: question.unit } : {}
  const hotspots = useHotspots(hotOf, isResting || isHotAbove)
  const recent = useRecent({ isResting, entry, words: hits.isAnswered ? hits.found.words : '' })
  const hot = { language, places: person.asksWhy, hotspots, district: district?.name, onOpen: open }
  const bulletins = { onOpen: open, say }
  const confirmNext = useConfirmNext(say)
  const failures = [hits.failure, failure, failureOf(hotspots), failureOf(recent.updates)]
  const isExpired = useBulletins().isExpired || failures.includes('expired')
  const reports = useReporting({
    ...{ language, units, entry, say, offer, found: hits.found, person },
    isClosed: isExpired || isLost,
    question: { words: question.words, district: district?.id ?? null },
  })
  useStayingSignedIn({ language, person, isOnCall: calls.call !== null })

  const { toBox, back } = useWays({ box, list, endByHand, close, isByHand: byHand !== null })
  useKeys({
    ...{ box, list, onBack: back },
    acts: {
      '/': toBox,
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
        ...onCall.acts,
      }),
      ...(isListShown && keysOf(toSay.all, copyPhrase)),
    },
  })

  const openFirst = useFirstHit({ list, asked, hits })

  return (
    <div className="desk" data-entry={number ? 'open' : undefined} data-tree={hasTree || undefined}>
      <DeskHeader language={language} isDemo={isDemo} person={person}>
        <Keys {...{ language }} takesNotes={person.takesNotes} saysPhrases={person.saysPhrases} />
      </DeskHeader>
      <ActivePlans {...bulletins} />
      <DeskBanners
        {...{ language, isExpired, isLost, address }}
        isDegraded={hits.found.degraded}
        onRetry={retry}
        unsent={reports.unsent}
      />
      {calls.call && (
        <CallBar
          {...{ language, units, call: calls.call, calls: calls.calls }}
          onTurn={calls.turnTo}
          onDistrict={onCall.chooseDistrict}
          onEnd={onCall.askToEnd}
        />
      )}
      <main className="desk-main" onClick={at.stayAtDesk}>
        <h1 className="hidden">{texts.title}</h1>
        <DeskTree
          {...{ language, units, question }}
          isShown={hasTree}
          onToggle={() => setHasTree(!hasTree)}
          onPick={at.pick}
        />
        <div className="desk-list">
          <DeskBox
            {...{ language, box, question }}
            onType={at.type}
            onChosen={(words) => at.narrow({ words })}
            onSubmit={openFirst}
            onCall={person.takesNotes ? onCall.answer : null}
          >
            <Phrases language={language} phrases={toSay.usual} onCopy={copyPhrase} />
          </DeskBox>
          <DeskFilters
            {...{ language, person, units, question }}
            facets={hits.found.facets}
            onChange={at.narrow}
          />
          {!isResting && <PushedLine {...bulletins} />}
          <Phrases language={language} phrases={toSay.led} onCopy={copyPhrase} />
          {byHand && !byHand.isOfEntry && (
            <CopyByHand
              {...{ language, text: byHand.text, onDone: byHand.onDone }}
              onEnd={endByHand}
            />
          )}
          {isHotAbove && (
            <div className="desk-hot-above">
              <Hotspots {...hot} />
            </div>
          )}
          <DeskHits
            {...{ language, list, isLost }}
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
              ...{ takesNotes: person.takesNotes, transfer, onCopyWords },
              contact: contact.ofNothing,
            }}
            onOpen={open}
            {...{ onMore: hits.more, onAgain: hits.again }}
          />
        </div>
        <DeskEntry
          {...{ language, number, entry, related, failure, onCopyWords }}
          contact={contact.ofEntry}
          takesNotes={person.takesNotes}
          resting={
            isWide && [
              <Pushed key="pushed" {...bulletins} />,
              <Resting
                key="resting"
                {...hot}
                {...{ recent, call: calls.call }}
                onAsk={at.askWords}
              />,
            ]
          }
          edit={entry && <EditLink {...{ language, person, entry }} />}
          byHand={byHand?.isOfEntry ? byHand : null}
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
      {onCall.ending && (
        <EndCall key={onCall.ending.call.id} language={language} {...onCall.ending} />
      )}
      <Toast language={language} {...toast} />
    </div>
  )
}
