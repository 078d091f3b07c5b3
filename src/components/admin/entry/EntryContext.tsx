'use client'

import { createContext, use, type ReactNode } from 'react'
import type { Situation } from '../situationOf'

type Opened = { situation: Situation | null; isDirect: boolean }

const EntryContext = createContext<Opened>({ situation: null, isDirect: false })

export function EntryProvider({ children, ...opened }: Opened & { children: ReactNode }) {
  return <EntryContext value={opened}>{children}</EntryContext>
}

/** The entry on this page; null while it is being created. */
export const useEntry = (): Situation | null => use(EntryContext).situation

/** Is it open for 直接修改, where a save is online at once? */
export const useIsDirect = (): boolean => use(EntryContext).isDirect
