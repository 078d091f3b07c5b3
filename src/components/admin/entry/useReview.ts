'use client'

import type { reviewOf } from '@/workflow/reviewing/openReview'
import type { Situation } from '../situationFrom'
import { useAnswer } from '../useAnswer'

/** What `GET /api/{library}/{id}/review` answers. */
export type Review = Awaited<ReturnType<typeof reviewOf>>
export type Difference = NonNullable<Review['difference']>[number]

/** Opens the revision for review; again when it moved on or `reads` counts up. */
export function useReview({ id, library, revision, state }: Situation, reads: number) {
  const again = [revision, state, reads].join()
  const { data: review, problem } = useAnswer<Review>(`/api/${library}/${id}/review`, again)
  return { review, problem }
}
