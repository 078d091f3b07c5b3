'use client'

import {
  createContext,
  use,
  useCallback,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import type { Library } from '@/access/rules'
import type { LibraryAsked } from './libraryAsked'

/** A chosen row, as far as a dialog names it; `note`: why its deletion or return is asked for. */
export type Named = { id: string; number: string; title: string; note: string | null }

type Choice = {
  chosen: readonly Named[]
  choose: (rows: readonly Named[], isChosen: boolean) => void
  clear: () => void
}

const ChosenContext = createContext<Choice>({
  chosen: [],
  choose: () => undefined,
  clear: () => undefined,
})

export const useChosen = (): Choice => use(ChosenContext)

type Props = { library: Library; asked: LibraryAsked; children: ReactNode }

/**
 * The chosen rows of a list over all its pages: kept in this window for the list as it is narrowed; its page and
 * its order do not narrow it.
 */
export function ChosenProvider({ library, asked, children }: Props) {
  const { state, flag, unit, category, kind, keeper, search } = asked
  const narrowed = [state, flag, unit, category, kind, keeper, search].map((value) => value ?? '')
  const key = `zhiku-chosen ${library} ${narrowed.join('|')}`
  const kept = useSyncExternalStore(
    listen,
    () => stored(key),
    () => '[]',
  )
  const chosen = useMemo(() => namesIn(kept), [kept])
  const choose = useCallback(
    (rows: readonly Named[], isChosen: boolean) => {
      const ids = rows.map(({ id }) => id)
      const others = namesIn(stored(key)).filter(({ id }) => !ids.includes(id))
      keep(key, isChosen ? [...others, ...rows] : others)
    },
    [key],
  )
  const clear = useCallback(() => keep(key, []), [key])
  const choice = useMemo(() => ({ chosen, choose, clear }), [chosen, choose, clear])
  return <ChosenContext value={choice}>{children}</ChosenContext>
}

const listeners = new Set<() => void>()
/** What a browser that keeps nothing is asked for: the choice holds as long as the page. */
const inMemory = new Map<string, string>()

function listen(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function stored(key: string): string {
  try {
    return window.sessionStorage.getItem(key) ?? inMemory.get(key) ?? '[]'
  } catch {
    return inMemory.get(key) ?? '[]'
  }
}

function keep(key: string, rows: readonly Named[]): void {
  const text = JSON.stringify(
    rows.map(({ id, number, title, note }) => ({ id, number, title, note })),
  )
  try {
    if (rows.length === 0) window.sessionStorage.removeItem(key)
    else window.sessionStorage.setItem(key, text)
    inMemory.delete(key)
  } catch {
    inMemory.set(key, text)
  }
  for (const listener of listeners) listener()
}

function namesIn(text: string): Named[] {
  try {
    const rows: unknown = JSON.parse(text)
    return Array.isArray(rows) ? (rows as Named[]) : []
  } catch {
    return []
  }
}
