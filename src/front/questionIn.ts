import type { IncomingMessage } from 'node:http'
import { Refused } from '@/workflow/Refused'

/** Bytes of a body: the longest query in any way of writing it as JSON, and a cursor. */
const longestBody = 64 * 1024

/** What may be asked, and how each is written in JSON. */
const members = {
  q: 'string',
  library: 'string',
  unit: 'string',
  category: 'string',
  theme: 'string',
  freshness: 'number',
  district: 'string',
  page: 'number',
  cursor: 'string',
  facets: 'boolean',
  explain: 'boolean',
} as const

/** What may be sent to an address that writes, each with its type in JSON. */
export type Members = Readonly<Record<string, 'string' | 'number' | 'boolean'>>

export const askedMembers = Object.keys(members)

/**
 * What a body asks, as its address would have asked it; null is as good as nothing. Throws `Refused`: `badBody`
 * for what is no JSON object, `badParameter` for a member that is unknown or of another kind, `tooLarge`.
 */
export const questionIn = (req: IncomingMessage): Promise<URLSearchParams> => sentIn(req, members)

/** The same of a body that writes, which may hold these. */
export async function sentIn(req: IncomingMessage, members: Members): Promise<URLSearchParams> {
  const asked = objectIn(await bodyOf(req))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    if (!Object.hasOwn(members, name)) throw new Refused('badParameter', { parameter: name })
    if (value === null) continue
    if (typeof value !== members[name]) {
      throw new Refused('badParameter', { parameter: name })
    }
    query.set(name, String(value))
  }
  return query
}

/** Did a form of a page send it, without a program's help? */
export const isForm = ({ headers }: IncomingMessage): boolean =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true

/** The same of a form: what it sent beside these is left out. */
export async function formIn(req: IncomingMessage, members: Members): Promise<URLSearchParams> {
  const sent = new URLSearchParams(await bodyOf(req))
  return new URLSearchParams([...sent].filter(([name]) => Object.hasOwn(members, name)))
}

/** Throws `Refused` for what is no JSON object. */
export function objectIn(body: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new Refused('badBody')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refused('badBody')
  }
  return value as Record<string, unknown>
}

export async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of req as AsyncIterable<Buffer>) {
    length += part.length
    // The rest is not read: the connection ends with the answer.
    if (length > longestBody)
      throw new Refused('tooLarge', { filled: { most: '64 KB' }, headers: { connection: 'close' } })
    parts.push(part)
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}
