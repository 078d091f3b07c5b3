import { randomUUID } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { countGroups, readRows, type Database } from '@/tables'
import { behind } from '@/tables/behind'
import { inTransaction } from '../inTransaction'
import { byId, insert, insertOnce, swap } from '../store'

/** Who opened which live text where: a person or a machine by its id, anybody else as an anonymous session. */
export type View = {
  entry: string
  channel: 'desk' | 'portal' | 'system'
} & ({ reader: string; session?: undefined } | { reader?: undefined; session: string })

export type NoteView = (payload: Payload, view: View) => void

const minute = 60_000
/** Repeats within an hour do not count. */
const repeat = 60 * minute

type Waiting = View & { at: string }

/** By entry and viewer: each once. */
const views = behind<Waiting>({
  name: 'views',
  wait: 2_000,
  pauseAfterFailure: 10_000,
  batch: 200,
  most: 50_000,
  write: writeViews,
  failed: 'Views wait to be written',
})

/** Entries whose count is behind: rolled up by the minute. */
const seen = behind<string>({
  name: 'seen',
  wait: minute,
  pauseAfterFailure: 10_000,
  batch: 1_000,
  most: 50_000,
  write: rollUpViews,
  failed: 'Views wait to be counted',
})

/**
 * 阅读次数: notes that a live text was opened. Costs the reader nothing; it is counted within a minute. While the
 * database takes nothing, views beyond what memory holds are not counted: a count is no record of anybody.
 */
export const noteView: NoteView = (payload, view) => {
  views.add(payload, { key: keyOf(view), item: { ...view, at: new Date().toISOString() } })
}

/** Writes and counts what waits, now: before the process ends. */
export async function flushViews(payload: Payload): Promise<void> {
  await views.flush(payload)
  await seen.flush(payload)
}

/** An entry whose count finds no place to wait is counted when it is opened next. */
async function writeViews(payload: Payload, some: readonly Waiting[]): Promise<void> {
  const counted = await withoutRepeats(payload, some)
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => insertAll(req, counted))
  for (const { entry } of counted) seen.add(payload, { key: entry, item: entry })
}

async function insertAll(req: PayloadRequest, counted: readonly View[]): Promise<void> {
  for (const view of counted) {
    await insert({ req, collection: 'views', data: { id: randomUUID(), ...view } })
  }
}

async function withoutRepeats(payload: Payload, some: readonly Waiting[]): Promise<Waiting[]> {
  const rows = await readRows(payload, {
    collection: 'views',
    where: {
      and: [
        { entry: { in: some.map(({ entry }) => entry) } },
        { at: { greater_than: new Date(Date.now() - repeat).toISOString() } },
        {
          or: [
            { reader: { in: some.flatMap(({ reader }) => reader ?? []) } },
            { session: { in: some.flatMap(({ session }) => session ?? []) } },
          ],
        },
      ],
    },
    columns: ['entry', 'reader', 'session'],
    limit: 0,
  })
  const known = new Set((rows as View[]).map(keyOf))
  return some.filter((view) => !known.has(keyOf(view)))
}

function keyOf({ entry, reader, session }: Pick<View, 'entry' | 'reader' | 'session'>): string {
  return JSON.stringify([entry, reader ?? null, session ?? null])
}

/** Counts the views of these entries anew, so that a count can never drift from what is on record. */
async function rollUpViews(payload: Payload, entries: readonly string[]): Promise<void> {
  if (entries.length === 0) return
  const counted = await countGroups(payload, {
    collection: 'views',
    where: { entry: { in: [...entries] } },
    by: ['entry'],
  })
  const req = await createLocalReq({}, payload)
  for (const { entry, count } of counted) {
    const id = String(entry)
    const target = { req, collection: 'viewed', where: byId(id) } as const
    if (await swap({ ...target, data: { count } })) continue
    await insertOnce({ ...target, data: { id, count } })
  }
}

/** 阅读次数 of these entries, by id; what nobody has read yet is not among them. */
export async function viewCounts(
  database: Database,
  entries: readonly string[],
): Promise<Map<string, number>> {
  if (entries.length === 0) return new Map()
  const rows = await readRows(database, {
    collection: 'viewed',
    where: { id: { in: [...entries] } },
    columns: ['id', 'count'],
    limit: 0,
  })
  return new Map(rows.map(({ id, count }) => [String(id), Number(count)]))
}
