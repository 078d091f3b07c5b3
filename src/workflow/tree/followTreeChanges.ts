import type { Payload, PayloadRequest } from 'payload'
import { endFollowing } from './following'
import { isFinal, takeUpTreeChange } from './takeUpTreeChange'
import { findTreeChange, takeBegun } from './treeChanges'

/** How long after a failure it is tried again, in milliseconds. */
const pause = 5_000

/** One after another: what is changed twice ends as it was changed last. */
let last: Promise<unknown> = Promise.resolve()

/**
 * After the node itself was changed for good: brings what belongs to it after it, and resolves once all of it is there,
 * to how many entries moved. What fails is thrown, so that nobody is told it is done, and goes on by itself in a moment;
 * what was refused (400, 409) does not.
 */
export async function followTreeChanges(req: PayloadRequest): Promise<number> {
  const { payload } = req
  const keys = takeBegun(req)
  if (keys.length === 0) return 0
  const turn = last.then(async () => {
    let moved = 0
    const failures: unknown[] = []
    for (const key of keys) {
      const one = followOne(payload, key).catch((error: unknown) => {
        failures.push(error)
        return 0
      })
      moved += await one
    }
    if (failures.length > 0) throw failures[0]
    return moved
  })
  last = turn.catch(() => undefined)
  return turn
}

async function followOne(payload: Payload, key: string): Promise<number> {
  const change = await findTreeChange(payload, key)
  if (!change) return 0
  try {
    return await takeUpTreeChange(payload, change)
  } catch (error) {
    if (isFinal(error)) throw error
    payload.logger.error({
      err: error,
      msg: 'A change of the tree stopped; it goes on in a moment.',
    })
    const again = () => {
      last = last.then(() => followOne(payload, key)).catch(() => undefined)
    }
    setTimeout(again, pause).unref()
    throw error
  } finally {
    endFollowing()
  }
}
