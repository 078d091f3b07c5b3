'use client'

import { useSearchParams, useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { toast } from '@payloadcms/ui'
import { libraries, type Library } from '@/access/rules'
import { useTexts } from '../useTexts'

const keyOf = (library: string) => `zhiku-list ${library}`

/** How a list is narrowed, ordered and paged now, in this window; `search` as an address has it, `?` first. */
function keepListAddress(library: Library, search: string): void {
  try {
    window.sessionStorage.setItem(keyOf(library), search)
  } catch {
    // A browser that keeps nothing: the way back leads to the whole list.
  }
}

/** The list as it was left, or the whole one. */
function listAddress(library: string): string {
  const kept = keptSearch(library)
  return kept === null ? wholeList(library, null) : `/admin/collections/${library}${kept}`
}

/** The whole list, of one kind where notices of a kind are written, what was changed last on top. */
const wholeList = (library: string, kind: string | null): string =>
  `/admin/collections/${library}?${new URLSearchParams({ ...(kind && { kind }), sort: '-updatedAt' })}`

/** Whoever goes on from the first page or the inbox left no list; the next way back leads to the whole one. */
function forgetListAddress(library: string): void {
  try {
    window.sessionStorage.removeItem(keyOf(library))
  } catch {
    // Nothing was kept.
  }
}

function keptSearch(library: string): string | null {
  try {
    return window.sessionStorage.getItem(keyOf(library))
  } catch {
    return null
  }
}

/** Remembers where in the list somebody is, for the way back from an entry. */
export function KeepAddress({ library }: { library: Library }) {
  const search = useSearchParams().toString()
  useEffect(() => {
    keepListAddress(library, search && `?${search}`)
  }, [library, search])
  return null
}

/** On the first page one begins anew: the way back from an entry leads to no list left before. */
export function ForgetLists() {
  useEffect(() => libraries.forEach(forgetListAddress), [])
  return null
}

/** Payload 3.90 leaves its words about a new document here, for the page it goes to by itself. */
const words = 'payload-pending-success-toast'

/** 保存 returns to the list: as it was left, or for what is new to the whole list, where it stands on top. */
export function useReturn() {
  const router = useRouter()
  const { texts } = useTexts()
  return (library: string, { isNew }: { isNew: boolean }) => {
    if (isNew) {
      window.sessionStorage.removeItem(words)
      toast.success(texts.saved)
    }
    const kind = new URLSearchParams(window.location.search).get('kind')
    router.push(isNew ? wholeList(library, kind) : listAddress(library))
    router.refresh()
  }
}
