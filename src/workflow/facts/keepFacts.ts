import { isDeepStrictEqual } from 'node:util'
import { setImmediate as breathe } from 'node:timers/promises'
import { Mutex } from 'async-mutex'
import { createLocalReq, type Payload } from 'payload'
import { once } from '@/once'
import { countGroups, putRows, readRows, type Row } from '@/tables'
import { inTransaction } from '../inTransaction'
import { byId, swap } from '../store'
import { factRowsOf, readColumns, subjectsNow, type FactRow, type ReadRow } from './factRows'

/** Up to which change of readers' texts facts are kept: a row of `counters`. */
const followed = 'facts'
/** Live texts that are read at a time, and rows that are written or deleted in one transaction. */
const textsAtOnce = 50
const rowsAtOnce = 150
/** For so long texts are taken apart without a pause, in milliseconds. */
const longestTurn = 15

/** One at a time in a process: who began earlier would else write over who read later. */
const turn = once('facts', () => new Mutex())

type Stopped = { signal?: AbortSignal }

/**
 * Takes in what readers' texts became since the last time, in the order of their changes; resolves to how many changes
 * these were. Killed between, it goes on where it was.
 */
export const followFacts = (payload: Payload, { signal }: Stopped = {}): Promise<number> =>
  turn.runExclusive(async () => {
    for (let taken = 0; ;) {
      const changes = signal?.aborted ? [] : await changesBehind(payload)
      const last = changes.at(-1)
      if (!last) return taken
      await keepFactsOf(payload, [...new Set(changes.map(({ entry }) => entry))])
      const req = await createLocalReq({}, payload)
      const value = last.changeSeq
      await swap({ req, collection: 'counters', where: byId(followed), data: { value } })
      taken += changes.length
    }
  })

async function changesBehind(payload: Payload) {
  const [counter] = await readRows(payload, {
    ...{ collection: 'counters', columns: ['value'], where: byId(followed), limit: 1 },
  })
  const after = Number(counter?.value ?? 0)
  const rows = await readRows(payload, {
    ...{ collection: 'publications', columns: ['entry', 'changeSeq'], sort: 'changeSeq' },
    ...{ where: { changeSeq: { greater_than: after } }, limit: textsAtOnce },
  })
  return rows as { entry: string; changeSeq: number }[]
}

/** Makes the facts of these entries those of their live texts, of those that are offline none. */
async function keepFactsOf(payload: Payload, entries: readonly string[]): Promise<void> {
  const [live, kept] = await Promise.all([
    readRows(payload, {
      ...{ collection: 'publications', columns: readColumns, limit: 0 },
      where: { slot: { in: entries } },
    }),
    readRows(payload, { collection: 'facts', where: { entry: { in: entries } }, limit: 0 }),
  ])
  await write(payload, await rowsOf(payload, live as ReadRow[]), kept as FactRow[])
}

async function rowsOf(payload: Payload, live: readonly ReadRow[]): Promise<FactRow[]> {
  const subjects = await subjectsNow(payload)
  const rows: FactRow[] = []
  let begun = performance.now()
  for (const text of live) {
    if (performance.now() - begun > longestTurn) {
      await breathe()
      begun = performance.now()
    }
    rows.push(...factRowsOf(text, subjects))
  }
  return rows
}

/** Writes what is not there as it should be, and deletes what is no more; what stays is left alone. */
async function write(payload: Payload, rows: readonly FactRow[], kept: readonly FactRow[]) {
  const known = new Map(kept.map((row) => [row.id, row]))
  const fresh = rows.filter((row) => !isDeepStrictEqual(known.get(row.id), row))
  rows.forEach(({ id }) => known.delete(id))
  const gone = [...known.keys()]
  await breathe()
  const req = await createLocalReq({}, payload)
  for (let at = 0; at < gone.length; at += rowsAtOnce) {
    const where = { id: { in: gone.slice(at, at + rowsAtOnce) } }
    await inTransaction(req, () => payload.db.deleteMany({ collection: 'facts', where, req }))
  }
  for (let at = 0; at < fresh.length; at += rowsAtOnce) {
    const some: readonly Row[] = fresh.slice(at, at + rowsAtOnce)
    await inTransaction(req, () => putRows({ req, collection: 'facts', rows: some }))
  }
}

type Rebuilding = Stopped & { report?: (done: number) => void }

/**
 * Holds the facts of every live text against the text, and puts right what differs: whatever was lost, and after words
 * or names changed. Resolves to how many texts there are; stopped, it may be called again.
 */
export async function rebuildFacts(
  payload: Payload,
  { signal, report }: Rebuilding = {},
): Promise<number> {
  await followFacts(payload, { signal })
  let done = 0
  for (let last = ''; !signal?.aborted;) {
    const entries = await turn.runExclusive(async () => {
      const those = await liveAfter(payload, last)
      if (those.length > 0) await keepFactsOf(payload, those)
      return those
    })
    const end = entries.at(-1)
    if (end === undefined) break
    last = end
    done += entries.length
    report?.(done)
    await breathe()
  }
  await forgetOffline(payload, { signal })
  return done
}

async function liveAfter(payload: Payload, last: string): Promise<string[]> {
  const rows = await readRows(payload, {
    ...{ collection: 'publications', columns: ['slot'], sort: 'slot', limit: textsAtOnce },
    where: { and: [{ isLive: { equals: true } }, { slot: { greater_than: last } }] },
  })
  return rows.map(({ slot }) => String(slot))
}

/** Facts of entries that have no live text. */
async function forgetOffline(payload: Payload, { signal }: Stopped): Promise<void> {
  const held = await countGroups(payload, { collection: 'facts', by: ['entry'] })
  for (let at = 0; at < held.length && !signal?.aborted; at += rowsAtOnce) {
    const entries = held.slice(at, at + rowsAtOnce).map(({ entry }) => String(entry))
    const live = await readRows(payload, {
      ...{ collection: 'publications', columns: ['slot'], limit: 0 },
      where: { slot: { in: entries } },
    })
    const known = new Set(live.map(({ slot }) => slot))
    const gone = entries.filter((entry) => !known.has(entry))
    if (gone.length > 0) await turn.runExclusive(() => keepFactsOf(payload, gone))
    await breathe()
  }
}
