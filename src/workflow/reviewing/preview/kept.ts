import { randomUUID } from 'node:crypto'
import type { Library } from '@/access/rules'
import { once } from '@/once'
import type { Appearance } from '../../step/publication'

/** What a publication of the text would be, as far as its page shows it. */
export type Previewed = Appearance & {
  entry: string
  library: Library
  number: string
  approvedAt: string
}

type Kept = { token: string; row: Previewed; until: number }

/** Long enough to look at it on every screen; in milliseconds. */
const keptFor = 30 * 60 * 1000

/** By person; the endpoint fills it, the pages read it. */
const previews = once('previews', () => new Map<string, Kept>())

/**
 * Keeps the last text each person asked to preview, in the memory of this process only; what came before is
 * forgotten. Where several processes serve, a person's requests must reach the same one.
 */
export function keepPreview(person: string, row: Previewed, now = Date.now()): string {
  for (const [id, { until }] of previews) if (until < now) previews.delete(id)
  const token = randomUUID()
  previews.set(person, { token, row, until: now + keptFor })
  return token
}

/** The text behind a token, for the person who asked for it and nobody else. */
export function previewOf(person: string, token: string, now = Date.now()): Previewed | null {
  const kept = previews.get(person)
  return kept?.token === token && kept.until >= now ? kept.row : null
}
