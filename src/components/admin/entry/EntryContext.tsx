'use client'

import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import type { reviewOf } from '@/workflow/reviewing/openReview'
import type { Situation } from '../situationFrom'
import { useAnswer } from '../ask'

/** What `GET /api/{library}/{id}/review` answers. */
export type Review = Awaited<ReturnType<typeof reviewOf>>
export type Difference = NonNullable<Review['difference']>[number]

/** Opens the revision for review; again when it moved on or `reads` counts up. */
export function useReview({ id, library, revision, state }: Situation, reads: number) {
  const again = [revision, state, reads].join()
  const { data: review, problem } = useAnswer<Review>(`/api/${library}/${id}/review`, again)
  return { review, problem }
}

export type Passage = Review['passages'][number]

/** What stands out in what is written now, and which live texts say otherwise. */
export type Looked = {
  passages: readonly Passage[]
  contradictions: Review['contradictions']
}

type Opened = {
  situation: Situation | null
  isDirect: boolean
  /** Null until it was looked at. */
  found: Looked | null
  setFound: (found: Looked | null) => void
}

const EntryContext = createContext<Opened>({
  situation: null,
  isDirect: false,
  found: null,
  setFound: () => undefined,
})

type Props = Pick<Opened, 'situation' | 'isDirect'> & { children: ReactNode }

export function EntryProvider({ children, situation, isDirect }: Props) {
  const [found, setFound] = useState<Opened['found']>(null)
  const opened = useMemo(
    () => ({ situation, isDirect, found, setFound }),
    [situation, isDirect, found],
  )
  return <EntryContext value={opened}>{children}</EntryContext>
}

/** The entry on this page; null while it is being created. */
export const useEntry = (): Situation | null => use(EntryContext).situation

/** Is it open for 直接修改, where a save is online at once? */
export const useIsDirect = (): boolean => use(EntryContext).isDirect

/** What stands out in what is written now, looked at while one writes. */
export const useFound = () => {
  const { found, setFound } = use(EntryContext)
  return { found, setFound }
}
