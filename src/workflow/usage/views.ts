import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import { env } from '@/env'
import { putRows, readRows } from '@/tables'
import { behind } from '@/tables/behind'
import { inTransaction } from '../inTransaction'
import { counting } from './countsOf'
import { countLater } from './counts'
import { byReaders, fromSearches } from './fromSearches'

/** Who opened which live text where: a person or a machine by its id, anybody else as an anonymous session. */
export type View = {
  entry: string
  number: string
  /** As it was when it was opened. */
  title: string
  channel: Channel
  /** The search it was opened from. */
  search?: string
} & (
  | { reader: string; readerName: string; unit?: string; session?: undefined }
  | { reader?: undefined; session: string; place?: string; unit?: undefined }
)

/** Through which door: the desk or its API, citizens' pages or their API, a key, the admin or its API. */
export const channels = ['desk', 'portal', 'system', 'admin'] as const
export type Channel = (typeof channels)[number]

export type NoteView = (payload: Payload, view: View) => void

const minute = 60_000
/** Repeats within an hour do not count. */
const repeat = 60 * minute

export type Waiting = View & { id: string; at: string }

/** By entry and viewer: opened again while it waits to be written, it is one opening. */
const views = behind<Waiting>({
  name: 'views',
  wait: 2_000,
  pauseAfterFailure: 10_000,
  batch: 200,
  most: 50_000,
  journal: () => join(env.dataDir, 'waiting', 'views'),
  write: writeViews,
  failed: 'Views wait to be written',
})

/**
 * 浏览记录: notes that a live text was opened. Costs the reader nothing; it outlives a killed process from here on, is on record
 * after two seconds and counted within a minute. While the database takes nothing, views beyond what may wait are lost.
 */
export const noteView: NoteView = (payload, view) => {
  const item = { ...view, id: randomUUID(), at: new Date().toISOString() }
  // What does not count is not in the way of what does.
  const key = `${view.channel === 'admin'} ${keyOf(view)}`
  views.add(payload, { key, item })
}

/** Writes what waits, now: before the process ends. */
export const flushViews = (payload: Payload): Promise<void> => views.flush(payload)

/** Writes what a killed process had noted. */
export const recoverViews = (payload: Payload): Promise<void> => views.recover(payload)

async function writeViews(payload: Payload, waiting: readonly Waiting[]): Promise<void> {
  const some = await fromSearches(payload, await ofLive(payload, waiting))
  if (some.length === 0) return
  const known = await seenBefore(payload, some)
  const req = await createLocalReq({}, payload)
  const rows = some.map((view) => {
    const last = known.get(keyOf(view)) ?? -Infinity
    const isRepeat = view.channel === 'admin' || Date.parse(view.at) - last < repeat
    if (!isRepeat) known.set(keyOf(view), Date.parse(view.at))
    return { ...view, isRepeat }
  })
  await inTransaction(req, () => putRows({ req, collection: 'views', rows }))
  for (const row of rows) if (!row.isRepeat) countLater(payload, row)
}

/**
 * Who opens a working copy in the admin opens the live text where there is one, and it is recorded by that one's title;
 * where there is none, nothing was opened that readers see.
 */
async function ofLive(payload: Payload, some: readonly Waiting[]): Promise<readonly Waiting[]> {
  const ids = some.flatMap(({ channel, entry }) => (channel === 'admin' ? [entry] : []))
  if (ids.length === 0) return some
  const rows = await readRows(payload, {
    collection: 'publications',
    columns: ['entry', 'number', 'title', 'from'],
    where: { and: [{ isLive: { equals: true } }, { slot: { in: ids } }] },
    limit: 0,
  })
  const live = new Map(rows.map((row) => [row.entry, row]))
  return some.flatMap((view) => {
    if (view.channel !== 'admin') return [view]
    const text = live.get(view.entry)
    if (!text || String(text.from) > view.at) return []
    return [{ ...view, number: String(text.number), title: String(text.title) }]
  })
}

/** When each of these was counted last since an hour before the first of them, by entry and viewer. */
async function seenBefore(
  payload: Payload,
  some: readonly Waiting[],
): Promise<Map<string, number>> {
  const first = Math.min(...some.map(({ at }) => Date.parse(at)))
  const rows = await readRows(payload, {
    collection: 'views',
    where: {
      and: [
        { entry: { in: some.map(({ entry }) => entry) } },
        { at: { greater_than: new Date(first - repeat).toISOString() } },
        counting,
        byReaders(some),
        // Of a batch that is tried again some may be there already.
        { id: { not_in: some.map(({ id }) => id) } },
      ],
    },
    columns: ['entry', 'reader', 'session', 'at'],
    sort: 'at',
    limit: 0,
  })
  return new Map((rows as Waiting[]).map((row) => [keyOf(row), Date.parse(row.at)]))
}

function keyOf({ entry, reader, session }: Pick<View, 'entry' | 'reader' | 'session'>): string {
  return JSON.stringify([entry, reader ?? null, session ?? null])
}
