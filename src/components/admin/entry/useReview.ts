'use client'

import { useEffect, useState } from 'react'
import { ask } from '../ask'
import type { Review } from '../review'
import type { Situation } from '../situationFrom'
import { useTexts } from '../useTexts'

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
