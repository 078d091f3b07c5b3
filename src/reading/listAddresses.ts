import type { Payload } from 'payload'
import { audienceOf } from '@/access/audience'
import { findLive } from './live'

/** As many as one sitemap may name. */
export const mostAddresses = 50_000

/** Where citizens find each text that is open to them now. */
export async function listAddresses(payload: Payload, page: number) {
  const reader = { payload, audience: audienceOf(null), now: new Date() }
  const { rows, total } = await findLive(reader, {
    columns: ['number', 'approvedAt'],
    sort: 'number',
    limit: mostAddresses,
    page,
  })
  return { addresses: rows, total }
}
