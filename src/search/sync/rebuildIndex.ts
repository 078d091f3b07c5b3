import type { Payload } from 'payload'
import type { PlacedDocument, RebuildSource, SearchEngine, VersionedId } from '../types'
import { countLive, dirtyRows, liveChanges, liveRows, liveRowsOf } from './rows'
import { toSearchDocument } from './toSearchDocument'

type Watched = {
  /** Entries in the new index, and entries that are live; again for each one put in. */
  report?: (done: number, total: number) => void
  /** An earlier filling was interrupted when so many entries were in; this one goes on from there. */
  resumed?: (done: number) => void
  /** Stops the filling where it is; the next one goes on from there. */
  signal?: AbortSignal
}

/** A difference of the new index that is still there after so many rounds is none that time settles. */
const MOST_ROUNDS = 5

/**
 * Makes the index anew from the live rows; search goes on answering from the old one meanwhile. Rejects when
 * it is stopped, when the engine fails, and when the new index does not become equal to the live rows.
 */
export async function rebuildIndex(
  payload: Payload,
  engine: SearchEngine,
  watched: Watched = {},
): Promise<void> {
  await engine.rebuild({
    documents: (after) => documents(payload, after, watched),
    check: checkOf(payload),
  })
}

async function* documents(
  payload: Payload,
  after: string | null,
  { report, resumed, signal }: Watched,
): AsyncGenerator<PlacedDocument> {
  const total = await countLive(payload)
  let done = after === null ? 0 : await countLive(payload, after)
  if (after !== null) resumed?.(done)
  for await (const row of liveRows(payload, after)) {
    signal?.throwIfAborted()
    yield { place: row.entry, document: toSearchDocument(row) }
    report?.(++done, Math.max(done, total))
  }
  signal?.throwIfAborted()
}

/** Answers what is wrong in the filled index until nothing is; then it may take the old one's place. */
function checkOf(payload: Payload): RebuildSource['check'] {
  let rounds = 0
  return async (filled) => {
    const { missing, stale, surplus, ahead } = await compareSettled(payload, filled)
    if (ahead.length > 0) throw new Error(putBack)
    const wrong = [...missing, ...stale]
    if (wrong.length + surplus.length > 0 && ++rounds > MOST_ROUNDS) {
      throw new Error(doesNotSettle(wrong.length + surplus.length))
    }
    return { put: (await liveRowsOf(payload, wrong)).map(toSearchDocument), remove: surplus }
  }
}

const putBack =
  '新索引里有数据库没有的变更：填充期间数据库曾被恢复到较早的一天。请再运行一次 npm run reindex。' +
  'The new index holds changes the database has not: it was put back to an earlier day meanwhile. Run npm run reindex again.'

const doesNotSettle = (entries: number) =>
  `新索引经 ${MOST_ROUNDS} 次核对仍有 ${entries} 条与数据库不符，未启用；原索引照常使用。` +
  `The new index still differs from the database in ${entries} entries after ${MOST_ROUNDS} rounds and is not used; the old one stays.`

export type IndexDifference = {
  /** Live, but not in the index: entry ids. */
  missing: string[]
  /** In the index at an older version than the live one: entry ids. */
  stale: string[]
  /** In the index, but not live. */
  surplus: VersionedId[]
  /** In the index at a newer version than the database has ever given: it was put back to an earlier day. */
  ahead: VersionedId[]
  isEmpty: boolean
}

/**
 * Compares what an index holds with the live rows. The index is read first: what it holds then was committed
 * before, so a row that is not found afterwards is really gone.
 */
export async function compareIndex(
  payload: Payload,
  held: AsyncIterable<VersionedId>,
): Promise<IndexDifference> {
  const indexed = new Map<string, number>()
  for await (const { id, version } of held) indexed.set(id, version)
  const found: IndexDifference = {
    ...{ missing: [], stale: [], surplus: [], ahead: [] },
    isEmpty: indexed.size === 0,
  }
  for await (const { entry, changeSeq } of liveChanges(payload)) {
    const version = indexed.get(entry)
    if (version === undefined) found.missing.push(entry)
    else if (version < changeSeq) found.stale.push(entry)
    else if (version > changeSeq) found.ahead.push({ id: entry, version })
    indexed.delete(entry)
  }
  found.surplus = [...indexed].map(([id, version]) => ({ id, version }))
  return found
}

/** The same without the entries whose last change waits for the index: those are the dirty marks' business. */
export async function compareSettled(
  payload: Payload,
  held: AsyncIterable<VersionedId>,
): Promise<IndexDifference> {
  const found = await compareIndex(payload, held)
  const waiting = new Set((await dirtyRows(payload, 0)).map(({ entry }) => entry))
  const isSettled = (entry: string) => !waiting.has(entry)
  return {
    ...found,
    missing: found.missing.filter(isSettled),
    stale: found.stale.filter(isSettled),
    surplus: found.surplus.filter(({ id }) => isSettled(id)),
  }
}
