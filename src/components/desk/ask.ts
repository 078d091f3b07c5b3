import { at } from '@/base'
export type Failure = 'expired' | 'gone' | 'offline' | 'failed'

export type Answered<T> = { data: T } | { failure: Failure }

/** Asks the API, or sends it something; every way to fail has a name. An aborted question rejects. */
export async function ask<T>(
  path: string,
  signal: AbortSignal,
  sent?: object,
): Promise<Answered<T>> {
  let response: Response
  try {
    response = await fetch(at(path), {
      signal,
      headers: { accept: 'application/json' },
      ...(sent && { method: 'POST', body: JSON.stringify(sent) }),
    })
  } catch (error) {
    if (signal.aborted) throw error
    return { failure: 'offline' }
  }
  if (response.ok) return { data: (await response.json()) as T }
  if (response.status === 401) return { failure: 'expired' }
  return { failure: response.status === 404 ? 'gone' : 'failed' }
}
