import { randomUUID } from 'node:crypto'
import { createLocalReq, type Payload, type Where } from 'payload'
import { countGroups, readRows } from '@/tables'
import { behind } from '@/tables/behind'
import { inTransaction } from '../inTransaction'
import { byId, insert, swap } from '../store'

/** Who opened which live text where: a person or a machine by its id, anybody else as an anonymous session. */
export type View = {
  entry: string
  number: string
  /** As it was when it was opened. */
  title: string
  channel: Channel
} & (
  | { reader: string; readerName: string; session?: undefined }
  | { reader?: undefined; session: string }
)

/** Through which door: the desk or its API, citizens' pages or their API, a key. */
export const channels = ['desk', 'portal', 'system'] as const
export type Channel = (typeof channels)[number]

export type NoteView = (payload: Payload, view: View) => void

const minute = 60_000
/** Repeats within an hour do not count. */
const repeat = 60 * minute

type Waiting = View & { at: string }

/** By entry and viewer: opened again while it waits to be written, it is one opening. */
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
 * 浏览记录: notes that a live text was opened. Costs the reader nothing; it is on record after two seconds and counted within
 * a minute. Until then it is in memory alone; while the database takes nothing, views beyond what memory holds are lost.
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
  const known = await seenBefore(payload, some)
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    for (const view of some) {
      const isRepeat = known.has(keyOf(view))
      const data = { id: randomUUID(), ...view, isRepeat }
      await insert({ req, collection: 'views', data })
    }
  })
  const counted = some.filter((view) => !known.has(keyOf(view)))
  for (const { entry } of counted) seen.add(payload, { key: entry, item: entry })
}

/** Which of these were counted within the hour before, by entry and viewer. */
async function seenBefore(payload: Payload, some: readonly Waiting[]): Promise<Set<string>> {
  const rows = await readRows(payload, {
    collection: 'views',
    where: {
      and: [
        { entry: { in: some.map(({ entry }) => entry) } },
        { at: { greater_than: new Date(Date.now() - repeat).toISOString() } },
        counting,
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
  return new Set((rows as View[]).map(keyOf))
}

/** Rows written before repeats were on record have no mark. */
const counting: Where = { isRepeat: { not_equals: true } }

function keyOf({ entry, reader, session }: Pick<View, 'entry' | 'reader' | 'session'>): string {
  return JSON.stringify([entry, reader ?? null, session ?? null])
}

/** Counts the views of these entries anew, so that a count can never drift from what is on record. */
async function rollUpViews(payload: Payload, entries: readonly string[]): Promise<void> {
  if (entries.length === 0) return
  const counted = await countGroups(payload, {
    collection: 'views',
    where: { and: [{ entry: { in: [...entries] } }, counting] },
    by: ['entry'],
  })
  const req = await createLocalReq({}, payload)
  for (const { entry, count } of counted) {
    const where = byId(String(entry))
    // Not changed by anybody: what was touched last stays that.
    await swap({ req, collection: 'register', where, data: { views: count, updatedAt: null } })
  }
}
