'use client'

import { createContext, use, type ReactNode } from 'react'
import type { Situation } from './situationOf'

const EntryContext = createContext<Situation | null>(null)

export function EntryProvider({
  situation,
  children,
}: {
  situation: Situation | null
  children: ReactNode
}) {
  return <EntryContext value={situation}>{children}</EntryContext>
}

/** The entry on this page; null while it is being created. */
export const useEntry = (): Situation | null => use(EntryContext)
