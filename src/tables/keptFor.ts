import { once } from '@/once'

/**
 * What is read again only after a while, or once a mark of it is another. Of what has to follow its tables at once,
 * `follow` tells by itself whether they changed.
 */
export type Kept<Value> = {
  /**
   * What is kept, or else what `read` resolves to: whoever asks meanwhile waits for the same. A failure is not kept.
   * @param owner the database it is of, and is forgotten with
   */
  now(owner: object, read: () => Promise<Value>, of?: Which): Promise<Value>
}

type Which = {
  /** Tells several values apart. */
  key?: string
  /** What was kept with another mark is read again. */
  mark?: string
}

type Ways = {
  /** One for each cache of the process. */
  name: string
  /** How long it is taken as it is, in milliseconds from when it was begun to be read. */
  time: number
  /** So many values are kept of one owner; before there are more, all go. */
  most?: number
}

type Read = { value: Promise<unknown>; mark: string; readAt: number }

const stateOf = (name: string) =>
  once(`kept.${name}`, () => ({ byOwner: new WeakMap<object, Map<string, Read>>() }))

export function keptFor<Value>({ name, time, most = 1 }: Ways): Kept<Value> {
  const state = stateOf(name)
  return {
    now(owner, read, { key = '', mark = '' } = {}) {
      const kept = state.byOwner.get(owner) ?? new Map<string, Read>()
      state.byOwner.set(owner, kept)
      const readAt = Date.now()
      const before = kept.get(key)
      if (before?.mark === mark && readAt - before.readAt < time) {
        return before.value as Promise<Value>
      }
      if (!kept.has(key) && kept.size >= most) kept.clear()
      const value = read()
      const now = { value, mark, readAt }
      kept.set(key, now)
      value.catch(() => {
        if (kept.get(key) === now) kept.delete(key)
      })
      return value
    },
  }
}

/** All that is kept under the name is read again by whoever asks next. */
export function forgetKept(name: string): void {
  stateOf(name).byOwner = new WeakMap()
}
