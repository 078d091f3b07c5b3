import { setImmediate as breathe } from 'node:timers/promises'

/** So many are looked at in one turn of the event loop. */
const atOnce = 5_000

/** All of them, some at a time: others get their turn between. */
export async function* inTurns<One>(all: readonly One[]): AsyncGenerator<readonly One[]> {
  for (let at = 0; at < all.length; at += atOnce) {
    await breathe()
    yield all.slice(at, at + atOnce)
  }
}
