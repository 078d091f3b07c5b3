import type { PayloadRequest } from 'payload'
import type { Entry } from '../entry'
import { askings, type AskedFor } from './askings'

/** These entries in the order given, each with the moment (ISO 8601) since when it has waited for this. */
export async function waitingSince(
  req: PayloadRequest,
  asks: AskedFor,
  entries: readonly Entry[],
): Promise<(Entry & { since: string })[]> {
  const asked = await askings[asks].askedAt(req, entries)
  return entries.map((entry) => ({ ...entry, since: asked.get(entry.id) ?? entry.stateSince }))
}
