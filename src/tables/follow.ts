import type { CollectionSlug, Payload } from 'payload'
import { once } from '@/once'
import { countRows, readRows, type Database } from '.'

/**
 * What is made of whole tables and kept in memory. A change by this process is seen by whoever asks next, one
 * by another process within a second.
 */
export type Followed<Value> = { now(payload: Payload): Promise<Value> }

/** How long what is kept is taken as it is, in milliseconds. */
const taken = 1_000
/** How long after a change of this process every question looks: the change is told before it is committed. */
const suspect = 2_000
/** Two processes' clocks may differ, so that a change looks old: after so long all is read again. */
const longest = 60_000

/** So many of the rows changed last are told apart: of two changes the one begun first may be committed last. */
const newest = 50

/** By a clock that nobody puts back, in milliseconds; `provenAt`: when whoever looked last and found out began. */
type Kept = { value: unknown; mark: string; readAt: number; lookedAt: number; provenAt: number }

const state = once('followed', () => ({
  kept: new Map<string, Kept>(),
  loading: new Map<string, { mark: string; value: Promise<unknown> }>(),
  changed: new Map<string, number>(),
}))

/**
 * @param name one for each followed value of the process
 * @param load reads the tables and makes the value; rejects as the database does
 */
export function follow<Value>(
  name: string,
  collections: readonly CollectionSlug[],
  load: (payload: Payload) => Promise<Value>,
): Followed<Value> {
  return {
    async now(payload) {
      const asked = performance.now()
      const known = state.kept.get(name)
      const isSuspect = collections.some(
        (slug) => asked - (state.changed.get(slug) ?? -Infinity) < suspect,
      )
      // A database that does not answer proves nothing.
      const isProven = known && asked - known.provenAt < 2 * taken
      if (isProven && !isSuspect && asked - known.lookedAt < taken) return known.value as Value
      // Whoever asks meanwhile takes what is known, unless this process has just changed it.
      if (known && !isSuspect) known.lookedAt = asked
      const mark = await markOf(payload, collections)
      // Others may have read it since; of one mark all are given the same.
      const since = state.kept.get(name)
      if (since?.mark === mark && asked - since.readAt < longest) {
        since.lookedAt = asked
        since.provenAt = Math.max(since.provenAt, asked)
        return since.value as Value
      }
      const underWay = state.loading.get(name)
      if (underWay?.mark === mark) return underWay.value as Promise<Value>
      const loading = { mark, value: load(payload) }
      state.loading.set(name, loading)
      try {
        const value = await loading.value
        const at = { readAt: asked, lookedAt: asked, provenAt: asked }
        state.kept.set(name, { value, mark, ...at })
        return value
      } finally {
        if (state.loading.get(name) === loading) state.loading.delete(name)
      }
    },
  }
}

/** Called by whoever writes what is followed, before the change is committed. */
export const noteChangeOf = (slug: CollectionSlug): void => {
  state.changed.set(slug, performance.now())
}

async function markOf(payload: Database, collections: readonly CollectionSlug[]): Promise<string> {
  const marks = await Promise.all(
    collections.map(async (collection) => {
      const last = { collection, columns: ['id', 'updatedAt'], sort: '-updatedAt', limit: newest }
      const [rows, count] = await Promise.all([
        readRows(payload, last),
        countRows(payload, { collection }),
      ])
      const changes = rows.map(({ id, updatedAt }) => `${String(id)} ${String(updatedAt)}`)
      return `${count} ${changes.sort().join()}`
    }),
  )
  return marks.join(' ')
}
