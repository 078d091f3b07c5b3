/** A small client of Zhiku for call-centre software: copy it, it needs nothing but `fetch` (Node 20 or a browser). */

/** An entry as hits and lists show it; the whole contract is at /api/openapi.json. */
export type Hit = {
  number: string
  library: 'knowledge' | 'plans' | 'notices' | 'cases'
  title: string
  /** At most 200 characters, to be read to the caller at once. */
  summary: string
  unit: { id: string; name: string; above: string | null }
  validUntil: string | null
}

export type Found = {
  hits: Hit[]
  total: number
  /** Give it as `cursor` for what follows; null at the end. */
  next: string | null
  /** The answer's id on record: give it to `entry` and `used`, which then say what the hits were good for. */
  search: string | null
  /** The first hit is the answer itself; where not, none of them may be. */
  sure: boolean
  /** The search engine is down: the database answered, and something may be missing. */
  degraded: boolean
}

export type Entry = Hit & {
  html: string
  /** The whole answer as plain Chinese, a line a sentence. */
  spoken: string
}

export type Suggestion = { text: string; kind: 'title' | 'question' | 'query'; number?: string }

export type Filters = {
  library?: Hit['library']
  unit?: string
  category?: string
  freshness?: 7 | 30 | 90 | 365
}

/** What Zhiku refused; `code` never changes, `detail` is for people. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    /** Seconds after which to ask again, where it was asked too often. */
    readonly retryAfter: number | null,
  ) {
    super(detail)
  }
}

type Settings = {
  /** For example https://zhiku.example.cn */
  address: string
  /** The key that the operator made for this system; it stays on a server. */
  key: string
  /** Account of the agent who is asking; reading is on record under both. */
  agent?: string
}

export function createZhiku({ address, key, agent }: Settings) {
  const headers: Record<string, string> = { authorization: `systems API-Key ${key}` }
  if (agent) headers['x-zhiku-agent'] = agent

  const get = <Answer>(path: string, query: Record<string, unknown> = {}) =>
    ask<Answer>(path, { query })

  async function ask<Answer>(
    path: string,
    { query = {}, sent }: { query?: Record<string, unknown>; sent?: object },
  ): Promise<Answer> {
    const url = new URL(path, address)
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value))
    }
    // While a caller waits, no answer is better than a late one.
    const way = sent ? { method: 'POST', body: JSON.stringify(sent) } : {}
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(5_000), ...way })
    if (answer.ok) return (await answer.json()) as Answer
    const problem = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string }
    const wait = answer.headers.get('retry-after')
    const { code = 'unknown', detail = answer.statusText } = problem
    throw new Refused(answer.status, code, detail, wait === null ? null : Number(wait))
  }

  return {
    suggest: (words: string, filters: Filters = {}) =>
      get<{ suggestions: Suggestion[] }>('/api/suggest', { q: words, ...filters }),
    search: (words: string, more: Filters & { cursor?: string } = {}) =>
      get<Found>('/api/search', { q: words, ...more }),
    entry: (number: string, search?: string | null) =>
      get<Entry>(addressOf(number), search ? { search } : {}),
    /** 用上了: the caller was answered with this entry; on record once it resolves. */
    used: (number: string, search?: string | null) =>
      ask<{ id: string; at: string }>(`${addressOf(number)}/used`, {
        sent: search ? { search } : {},
      }),
  }
}

const addressOf = (number: string) => `/api/entries/${encodeURIComponent(number)}`
