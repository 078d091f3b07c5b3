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

/** 更新列表 and what one read and asked today oneself, as it is on record. */
export function useRecent(isResting: boolean): Recent {
  // Of today still at midnight.
  const own = `reader=me&from=${dayOf(new Date())}`
  const updates = useRested<Recorded<UpdatePage> & { lastLook: string | null }>(
    '/api/updates?since=week&brief=true',
    isResting,
  )
  const views = useRested<ViewPage>(`/api/views?${own}`, isResting)
  const searches = useRested<SearchesPage>(`/api/searches?${own}&kind=questions`, isResting)
  return {
    updates,
    entries: views && 'views' in views ? entriesIn(views) : null,
    searches: searches && 'searches' in searches ? wordsIn(searches) : null,
  }
}

/** Each once, the last opened first; what one may no longer read has no title. */
function entriesIn({ views }: ViewPage): Recent['entries'] {
  const known = new Map(
    views.filter(({ entry }) => entry.title !== '').map(({ entry }) => [entry.number, entry]),
  )
  return [...known.values()].slice(0, most)
}

/** Each once, the last asked first; how one began to type what one asked is none. */
export function wordsIn({ searches }: Pick<SearchesPage, 'searches'>): string[] {
  const words: string[] = []
  for (const { query } of searches) {
    const asked = query.trim()
    if (asked !== '' && !words.some((one) => one.startsWith(asked))) words.push(asked)
  }
  return words.slice(0, most)
}
