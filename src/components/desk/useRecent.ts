import { useState } from 'react'
import type { Recorded } from '@/reading/searchAnswer'
import type { UpdatePage } from '@/reading/updates'
import { dayOf } from '@/shanghaiDay'
import type { SearchesPage } from '@/workflow/usage/readSearches'
import type { ViewPage } from '@/workflow/usage/readViews'
import { useRested, type Rested } from './useRested'

export type DeskUpdates = Rested<Recorded<UpdatePage> & { lastLook: string | null }>

/** So many of each stand in the pane. */
const most = 8

export type Recent = {
  updates: DeskUpdates
  /** Null until they are known. */
  entries: { number: string; title: string }[] | null
  searches: string[] | null
}

type Given = {
  isResting: boolean
  /** What is open, and the words that were answered: records tell of them a moment later. */
  entry: { number: string; title: string } | null
  words: string
}

/** 更新列表 and what one read and asked today oneself, as it is on record. */
export function useRecent({ isResting, entry, words }: Given): Recent {
  // Of today still at midnight.
  const own = `reader=me&from=${dayOf(new Date())}`
  const updates = useRested<Recorded<UpdatePage> & { lastLook: string | null }>(
    '/api/updates?since=week&brief=true',
    isResting,
  )
  const views = useRested<ViewPage>(`/api/views?${own}`, isResting)
  const searches = useRested<SearchesPage>(`/api/searches?${own}&kind=questions`, isResting)
  const justRead = useJustNow(entry, ({ number }) => number)
  const justAsked = useJustNow(words || null, (one) => one)
  return {
    updates,
    entries: views && 'views' in views ? entriesIn(views, justRead) : null,
    searches:
      searches && 'searches' in searches
        ? wordsIn([...justAsked, ...searches.searches.map(({ query }) => query)])
        : null,
  }
}

/** What was there since the page was opened, the last first. */
function useJustNow<Each>(now: Each | null, keyOf: (one: Each) => string): readonly Each[] {
  const [kept, setKept] = useState<readonly Each[]>([])
  const [last] = kept
  if (now !== null && (last === undefined || keyOf(last) !== keyOf(now))) {
    const others = kept.filter((one) => keyOf(one) !== keyOf(now))
    setKept([now, ...others].slice(0, most))
  }
  return kept
}

/** Each once, the last opened first; what one may no longer read has no title on record. */
export function entriesIn(
  { views }: Pick<ViewPage, 'views'>,
  justRead: readonly { number: string; title: string }[],
) {
  const onRecord = new Map<string, { number: string; title: string }>()
  for (const { entry } of views) if (!onRecord.has(entry.number)) onRecord.set(entry.number, entry)
  const first = justRead.map((one) => onRecord.get(one.number) ?? one)
  return [...new Set([...first, ...onRecord.values()])]
    .filter(({ title }) => title !== '')
    .slice(0, most)
}

/** Each once, the last asked first; how one began to type what one asked is none. */
export function wordsIn(queries: readonly string[]): string[] {
  const words: string[] = []
  for (const query of queries) {
    const asked = query.trim()
    if (asked !== '' && !words.some((one) => one.startsWith(asked))) words.push(asked)
  }
  return words.slice(0, most)
}
