'use client'

import { useListQuery, useSelection } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

/** What narrows a list; its page and order do not, and what was chosen survives them. */
const narrowing = ['state', 'flag', 'unit', 'category', 'kind', 'keeper', 'search'] as const

/**
 * The chosen rows of a list over all its pages. Payload knows those of the page that is shown and forgets
 * them with the next; what was chosen is kept for this list as it is narrowed, in this window.
 */
export function useKept(library: string) {
  const { selected, setSelection } = useSelection()
  const { data, query } = useListQuery()
  const search = useSearchParams()
  const key = `zhiku-chosen ${library} ${narrowing.map((name) => search.get(name) ?? '').join('|')}`
  const [kept, setKept] = useState<readonly string[]>([])
  const shown = useRef<{ key: string; query: unknown; docs: unknown; isNew: boolean } | null>(null)
  const docs = data?.docs
  // Payload makes this anew with each choice, which is no reason to look again.
  const choice = useRef(setSelection)
  useEffect(() => {
    choice.current = setSelection
  }, [setSelection])

  useEffect(() => {
    const before = shown.current
    const isOther = before?.query !== query || before.docs !== docs || before.key !== key
    if (isOther) {
      // Payload empties its own choice once a page is shown: what is kept is chosen again after that.
      shown.current = { key, query, docs, isNew: true }
      const stored = read(key)
      setKept(stored)
      choose(stored)
      return
    }
    if (before.isNew && selected.size === 0) {
      shown.current = { ...before, isNew: false }
      choose(read(key))
      return
    }
    const here = idsOf(docs)
    const elsewhere = read(key).filter((id) => !here.includes(id))
    const next = [...elsewhere, ...here.filter((id) => selected.get(id))]
    write(key, next)
    setKept(next)

    function choose(ids: readonly string[]) {
      for (const id of idsOf(docs)) if (ids.includes(id) && !selected.get(id)) choice.current(id)
    }
  }, [selected, query, docs, key])

  function clear() {
    write(key, [])
    setKept([])
    for (const id of idsOf(docs)) if (selected.get(id)) setSelection(id)
  }
  return { ids: kept, clear }
}

const idsOf = (docs: readonly { id?: unknown }[] | undefined): string[] =>
  (docs ?? []).map(({ id }) => String(id))

function read(key: string): string[] {
  try {
    const stored: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.map(String) : []
  } catch {
    return []
  }
}

function write(key: string, ids: readonly string[]): void {
  try {
    if (ids.length === 0) window.sessionStorage.removeItem(key)
    else window.sessionStorage.setItem(key, JSON.stringify(ids))
  } catch {
    // A browser that keeps nothing: the choice holds for the page that is shown.
  }
}
