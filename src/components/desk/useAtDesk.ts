import { useEffect, type MouseEvent, type RefObject } from 'react'
import { at } from '@/base'
import type { Language } from '@/i18n/language'
import type { GivenCall } from './callIn'
import { noteAsked, noteSeen, type Shown } from './calls'
import { emptyQuestion, type Hits, keyOf, readAddress } from './deskQuestion'
import type { DeskPerson } from './DeskTop'
import { useAddress } from './useAddress'
import { useCalls } from './useCalls'
import { useConnection } from './useConnection'
import { useOpened } from './useOpened'
import { useHits, useQuestion } from './useQuestion'
import { useTitle } from './useTitle'

type Given = {
  language: Language
  person: DeskPerson
  kept: Omit<Shown, 'search'> & { call: GivenCall | null }
  first: Hits
  origins: readonly string[]
  box: RefObject<HTMLInputElement | null>
  isExplained: boolean
}

/** What is on the desk: a question with its hits, an entry, the call they belong to; and the way back from each. */
export function useAtDesk({ language, person, kept, first, origins, box, isExplained }: Given) {
  const { question, turn, type, narrow, pick, askAgain } = useQuestion(kept.question, box)
  const asked = keyOf(question)
  const opened = useOpened(asked, kept.entry)
  const shown: Shown = { question, entry: opened.number, search: opened.search }
  const show = (to: Shown) => {
    askAgain(to.question)
    opened.restore(keyOf(to.question), to.entry, to.search)
  }
  const calls = useCalls({
    ...{ person: person.takesNotes ? person.id : null, given: kept.call, origins, shown, show },
    onTurned: () => box.current?.focus(),
  })
  const { call, note } = calls
  const hits = useHits({
    ...{ box, question, first, isExplained, district: call?.district ?? '' },
    firstDistrict: kept.call?.district ?? '',
  })
  const address = useAddress({
    ...{ shown, turn, isSettled: hits.isAnswered, call: call?.id ?? null },
    onTravel: (to, id) => {
      const on = calls.travel(id)
      show(to)
      return on
    },
  })
  const { entry, failure } = opened
  useTitle(language, entry?.title ?? null, question.words)

  const isUnread = opened.number !== null && failure === 'offline'
  const retry = () => {
    if (hits.isLost) hits.again()
    if (isUnread) opened.again()
  }
  const isLost = useConnection(hits.isLost || isUnread, retry)

  const { words, asked: answered } = hits.found
  const isAsked = words !== '' && answered === asked && !hits.failure
  useEffect(() => {
    if (isAsked) note((now) => noteAsked(now, words))
  }, [isAsked, words, note])
  useEffect(() => {
    if (entry) note((now) => noteSeen(now, entry))
  }, [entry, note])

  return {
    ...{ question, asked, hits, opened, calls, address, isLost, retry },
    ...{ type, narrow, pick },
    /** Words that were asked before, everywhere. */
    askWords: (words: string) => narrow({ ...emptyQuestion, words }),
    /** A link to the desk leads there without leaving it. */
    stayAtDesk: (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
      const link = (event.target as HTMLElement).closest<HTMLAnchorElement>(
        `a[href^="${at('/desk?')}"]`,
      )
      if (!link) return
      event.preventDefault()
      const to = readAddress(Object.fromEntries(new URL(link.href).searchParams))
      pick(to.question)
      if (to.entry) opened.restore(keyOf(to.question), to.entry, null)
    },
  }
}
