import type { reviewOf } from '@/workflow/reviewing/openReview'

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
    const response = await fetch(path, {
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
