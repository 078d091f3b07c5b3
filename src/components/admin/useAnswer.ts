'use client'

import { useEffect, useState } from 'react'
import { ask } from './ask'
import { useTexts } from './useTexts'

/**
 * What the API answers to a page, and why not; nothing is asked without a path. With another path or another
 * `again` it is asked anew, and what was answered before stays until then.
 */
export function useAnswer<Data>(path: string | null, again = '') {
  const { texts, language } = useTexts()
  const [data, setData] = useState<Data | null>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    if (path === null) return
    let isCurrent = true
    void ask<Data>(path, { language }).then((outcome) => {
      if (!isCurrent) return
      if (outcome.ok) setData(outcome.data)
      setProblem(outcome.ok ? '' : outcome.detail || texts.failed)
    })
    return () => {
      isCurrent = false
    }
  }, [path, again, language, texts.failed])
  return { data, problem }
}
