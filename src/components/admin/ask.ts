'use client'

import { useEffect, useState } from 'react'
import { at } from '@/base'
import type { reviewOf } from '@/workflow/reviewing/openReview'
import { useTexts } from './useTexts'

/** What is wrong with a field of what was sent. */
type FieldProblem = { path: string; message: string }

export type Refusal = {
  ok: false
  status: number
  code: string
  detail: string
  /** findingsUnconfirmed: what is to be confirmed by name. */
  findings?: Awaited<ReturnType<typeof reviewOf>>['passages']
  errors: readonly FieldProblem[]
}
export type Outcome<Data> = { ok: true; data: Data } | Refusal

type Options = {
  method?: 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
  language: string
  /** Ends the request; the outcome is then `unreachable`. */
  signal?: AbortSignal
}

/** Asks the project's own API as the signed-in person; a refusal comes back as its sentence. */
export async function ask<Data>(path: string, options: Options): Promise<Outcome<Data>> {
  const { method = 'GET', body, language, signal } = options
  try {
    const response = await fetch(at(path), {
      method,
      credentials: 'include',
      signal,
      headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>
    if (response.ok) return { ok: true, data: answer as Data }
    return {
      ok: false,
      status: response.status,
      code: String(answer.code ?? ''),
      detail: sentenceOf(answer),
      errors: fieldsIn(answer),
      ...(Array.isArray(answer.findings)
        ? { findings: answer.findings as Refusal['findings'] }
        : {}),
    }
  } catch {
    return { ok: false, status: 0, code: 'unreachable', detail: '', errors: [] }
  }
}

function sentenceOf(answer: Record<string, unknown>): string {
  if (typeof answer.detail === 'string') return answer.detail
  const [first] = Array.isArray(answer.errors) ? (answer.errors as { message?: string }[]) : []
  return first?.message ?? ''
}

/** Payload says by field what its own validation found. */
function fieldsIn({ errors }: Record<string, unknown>): FieldProblem[] {
  const given = Array.isArray(errors) ? (errors as { data?: { errors?: FieldProblem[] } }[]) : []
  return given.flatMap(({ data }) => (Array.isArray(data?.errors) ? data.errors : []))
}

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
