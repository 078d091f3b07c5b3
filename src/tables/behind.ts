import { AsyncResource } from 'node:async_hooks'
import type { Payload } from 'payload'
import { once } from '@/once'
import { openJournal } from './journal'

/** What is written a moment after it happened, many rows at a time, so that nobody waits for it. */
export type Behind<Item> = {
  /**
   * Takes it without waiting for anything. Returns what stands under its key: itself or what waited there before; null
   * where it was not taken, since so many wait already or the journal takes nothing.
   */
  add(payload: Payload, given: Given<Item>): Item | null
  /**
   * Takes it and resolves to true once it is written, in one transaction with what others brought meanwhile; false where
   * so many wait that it was not taken. Rejects as `write` does, and then it is not tried again. Never to be awaited
   * inside a transaction.
   */
  put(payload: Payload, item: Item): Promise<boolean>
  /**
   * Writes all that waits now. Rejects as `write` does; what was not written is tried again by itself. Never to be
   * awaited inside a transaction: it is written by another one, which would wait for this.
   */
  flush(payload: Payload): Promise<void>
  /** Once, before anything is taken: writes what a killed process had taken. Rejects as `flush` does. */
  recover(payload: Payload): Promise<void>
}

type Given<Item> = {
  item: Item
  /** What waits under the same key is one; without a key it stands alone. */
  key?: string
  /** What is the same within `repeat` is taken once. */
  same?: string
}

type Ways<Item> = {
  /** One for each queue of the process. */
  name: string
  /** How long something may wait for others to be written with it, in milliseconds. */
  wait: number
  /** How long they wait when the database took nothing, in milliseconds. */
  pauseAfterFailure: number
  /** Rows written in one transaction, which nobody else may write beside. */
  batch: number
  /** So many may wait, those that are being written included. */
  most: number
  /** In milliseconds. */
  repeat?: number
  /**
   * The folder in which what is taken is kept until it is written, so that a killed process loses nothing. What is
   * written twice must be the same; not together with `merge` and `put`.
   */
  journal?: () => string
  /** Of two under one key; where it is not given the first stays. */
  merge?: (waiting: Item, since: Item) => Item
  /** In one transaction of its own, all or nothing: what it rejects is given to it again. */
  write: (payload: Payload, items: readonly Item[]) => Promise<void>
  /** What the log says of it when it could not be written. */
  failed: string
}

/** How long what waits waits again where others are being written, in milliseconds. */
const whileWriting = 50
/** So many are remembered, to tell repeats. */
const known = 20_000

/** The queue of this name: one in a process. What waits is in memory, and where it is not journalled there alone. */
export const behind = <Item>(ways: Ways<Item>): Behind<Item> =>
  once(`behind.${ways.name}`, () => createQueue(ways))

function createQueue<Item>(ways: Ways<Item>): Behind<Item> {
  const { wait, pauseAfterFailure, batch, most, repeat = 0, merge } = ways
  const journal = ways.journal && openJournal<Item>(ways.journal)
  const waiting = new Map<string | symbol, Item>()
  /** Those being written; after a failure they come first again. */
  let underWay = new Map<string | symbol, Item>()
  let writing: Promise<void> | null = null
  let timer: NodeJS.Timeout | undefined
  const taken = new Map<string, number>()
  // A timer belongs to whoever set it; the transaction of a request must not be joined after it.
  const outside = new AsyncResource(`zhiku.${ways.name}`)

  return { add, put, flush, recover }

  function add(payload: Payload, { item, key, same }: Given<Item>): Item | null {
    const now = Date.now()
    if (same !== undefined && now - (taken.get(same) ?? -repeat) < repeat) return item
    const place = key ?? Symbol('alone')
    const before = waiting.get(place) ?? (journal && underWay.get(place))
    if (before !== undefined && !merge) return before
    if (before === undefined && (isFull() || !isKept(payload, item))) return null
    if (same !== undefined) remember(same, now)
    const stands = merged(before, item)
    waiting.set(place, stands)
    if (!timer) plan(payload, wait)
    return stands
  }

  function merged(before: Item | undefined, item: Item): Item {
    return before === undefined || !merge ? item : merge(before, item)
  }

  function isFull(): boolean {
    return waiting.size + underWay.size >= most
  }

  function isKept(payload: Payload, item: Item): boolean {
    try {
      journal?.append(item)
      return true
    } catch (error) {
      payload.logger.error({ err: error, msg: ways.failed })
      return false
    }
  }

  async function put(payload: Payload, item: Item): Promise<boolean> {
    if (isFull()) return false
    const place = Symbol('awaited')
    waiting.set(place, item)
    while (waiting.has(place) || underWay.has(place)) {
      try {
        await written(payload)
      } catch (error) {
        if (!underWay.delete(place)) continue
        throw error
      }
    }
    return true
  }

  /** The next of what waits, or what is being written already. */
  function written(payload: Payload): Promise<void> {
    writing ??= outside.runInAsyncScope(writeSome, null, payload).finally(() => {
      writing = null
    })
    return writing
  }

  async function flush(payload: Payload): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const forget = journal?.turn()
    try {
      // What comes meanwhile has a timer of its own: whoever waits here waits for what is there now.
      const batches = Math.ceil((waiting.size + underWay.size) / batch) + 1
      for (let n = 0; n < batches && waiting.size + underWay.size > 0; n += 1)
        await written(payload)
      forget?.()
    } catch (error) {
      plan(payload, pauseAfterFailure)
      throw error
    }
  }

  async function recover(payload: Payload): Promise<void> {
    for (const item of journal?.left() ?? []) waiting.set(Symbol('left'), item)
    await flush(payload)
  }

  async function writeSome(payload: Payload): Promise<void> {
    for (const [place, item] of waiting) {
      if (underWay.size >= batch) break
      waiting.delete(place)
      underWay.set(place, merged(underWay.get(place), item))
    }
    await ways.write(payload, [...underWay.values()])
    underWay = new Map()
  }

  function plan(payload: Payload, delay: number): void {
    clearTimeout(timer)
    const later = () => {
      // Nothing is gained by waiting for the same write twice.
      if (writing) return plan(payload, Math.max(wait, whileWriting))
      return flush(payload).catch((error: unknown) => {
        payload.logger.error({ err: error, msg: ways.failed })
      })
    }
    timer = setTimeout(() => outside.runInAsyncScope(() => void later()), delay).unref()
  }

  function remember(same: string, now: number): void {
    if (taken.size >= known) {
      for (const [one, at] of taken) if (now - at >= repeat) taken.delete(one)
      if (taken.size >= known) taken.clear()
    }
    taken.set(same, now)
  }
}
