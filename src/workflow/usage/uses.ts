import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import { env } from '@/env'
import { putRows, readRows } from '@/tables'
import { behind } from '@/tables/behind'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { byId } from '../store'
import { rememberUse, usesOf } from './answersGiven'
import { countLater } from './counts'
import { inDistricts } from './fromSearches'
import type { Channel } from './views'

/** 用上了: somebody told a caller what stands in this entry. */
type Used = {
  entry: string
  number: string
  /** As it was then. */
  title: string
  revision: number
  /** The search it was found by. */
  search?: string
  reader: string
  readerName: string
  unit?: string
  channel: Channel
}

export type Use = { id: string; number: string; search: string | null; at: string }

type Waiting = Used & { id: string; at: string }

const uses = behind<Waiting>({
  name: 'uses',
  wait: 500,
  pauseAfterFailure: 10_000,
  batch: 200,
  most: 20_000,
  journal: () => join(env.dataDir, 'waiting', 'uses'),
  write: writeUses,
  failed: 'Uses wait to be written',
})

async function writeUses(payload: Payload, waiting: readonly Waiting[]): Promise<void> {
  const rows = await inDistricts(payload, waiting)
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => putRows({ req, collection: 'uses', rows }))
  for (const row of rows) countLater(payload, row)
}

/** Writes what waits, now: before the process ends. */
export const flushUses = (payload: Payload): Promise<void> => uses.flush(payload)

/** Writes what a killed process had taken. */
export const recoverUses = (payload: Payload): Promise<void> => uses.recover(payload)

/**
 * Records that an entry was used on a call: once it resolves a killed process does not lose it, and it is on record a
 * moment later. Told again of the same search, by the same person, it is the same use; without a search each is one of
 * its own. Rejects as the database does, and with `busy` where too many wait to be written.
 */
export async function recordUse(payload: Payload, used: Used): Promise<Use> {
  const { number, search = null, reader } = used
  const id = search ? sameOf([search, number, reader]) : randomUUID()
  const known = search && (await momentOf(payload, { search, id }))
  if (known) return { id, number, search, at: known }
  const item = { ...used, id, at: new Date().toISOString() }
  const taken = uses.add(payload, { key: id, item })
  if (!taken) throw new Refused('busy')
  if (search) rememberUse(search, id, taken.at)
  return { id, number, search, at: taken.at }
}

const sameOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

/**
 * When it was recorded, if it was: asked of the database unless this process gave the answer lately and nobody used it
 * since. What it remembers may have been taken back.
 */
async function momentOf(
  payload: Payload,
  { search, id }: { search: string; id: string },
): Promise<string | null> {
  const uses = usesOf(search)
  if (uses && !uses.has(id)) return null
  const [known] = await readRows(payload, {
    collection: 'uses',
    columns: ['at'],
    where: byId(id),
    limit: 1,
  })
  return known ? String(known.at) : null
}
