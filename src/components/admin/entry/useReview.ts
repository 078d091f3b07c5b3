'use client'

import { useEffect, useState } from 'react'
import type { reviewOf } from '@/workflow/reviewing/reviewOf'
import { ask } from '../ask'
import type { Situation } from '../situationFrom'
import { useTexts } from '../useTexts'

/** What `GET /api/{library}/{id}/review` answers. */
export type Review = Awaited<ReturnType<typeof reviewOf>>
export type Difference = NonNullable<Review['difference']>[number]

/** Opens the revision for review; again when it moved on or `reads` counts up. */
export function useReview({ id, library, revision, state }: Situation, reads: number) {
  const { texts, language } = useTexts()
  const [review, setReview] = useState<Review | null>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    let isCurrent = true
    void ask<Review>(`/api/${library}/${id}/review`, { language }).then((outcome) => {
      if (!isCurrent) return
      if (outcome.ok) setReview(outcome.data)
      setProblem(outcome.ok ? '' : outcome.detail || texts.failed)
    })
    return () => {
      isCurrent = false
    }
  }, [id, library, language, revision, state, reads, texts.failed])
  return { review, problem }
}
