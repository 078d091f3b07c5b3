/** What the telephony tells of a call: its id, the caller's number and district, as far as it knows them. */
export type CallTold = { id?: string; number?: string; district?: string }

/** What an address tells of one; no number, which would stay in the browser's history. */
export type GivenCall = { id: string; district?: string }

const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.:@-]{1,80}$/.test(value) ? value : undefined

const numberOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\d+*#() -]{3,24}$/.test(value) ? value : undefined

const nodeOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined

/** `postMessage({ type: 'zhiku-call', call, number?, district? })`; null for everything else. */
export function callIn(data: unknown): CallTold | null {
  if (typeof data !== 'object' || data === null) return null
  const { type, call, number, district } = data as Record<string, unknown>
  const id = idOf(call)
  if (type !== 'zhiku-call' || !id) return null
  return { id, number: numberOf(number), district: nodeOf(district) }
}

/** `/desk?call=…&district=…`. */
export function givenCall(of: (name: string) => unknown): GivenCall | null {
  const id = idOf(of('call'))
  return id ? { id, district: nodeOf(of('district')) } : null
}
