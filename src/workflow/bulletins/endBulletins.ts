import type { Payload, Where } from 'payload'
import { byTheClock } from '@/i18n/bulletins'
import { readRows } from '@/tables'
import { takeByRule } from '../step/byRule'

/**
 * Ends by the clock, each on record as the server's step: activations at their end, and pushes of texts whose validity is
 * over. Desks show neither any more, whether this has run or not. Returns how many it ended; rejects as the database does.
 */
export async function endBulletins(payload: Payload, at = new Date()): Promise<number> {
  const over = { activeUntil: { less_than_equal: at.toISOString() } }
  const activated = await standing(payload, [{ activation: { greater_than: '' } }, over])
  const pushed = await standing(payload, [{ push: { greater_than: '' } }])
  let ended = 0
  for (const { id, activeUntil } of activated) {
    const isEnded = await takeOne(payload, {
      ...{ id, step: 'deactivate', reason: byTheClock.deactivate, at },
      // Its end may have been moved a moment ago.
      holds: (entry) => Boolean(entry.activation) && isSame(entry.activeUntil, activeUntil),
    })
    if (isEnded) ended += 1
  }
  for (const { slot, validUntil } of await expired(payload, pushed, at)) {
    const isEnded = await takeOne(payload, {
      ...{ id: slot, step: 'unpush', reason: byTheClock.unpush, at, until: validUntil },
      // Or another text may be online.
      holds: ({ push }, live) => Boolean(push) && isSame(live?.validUntil, validUntil),
    })
    if (isEnded) ended += 1
  }
  return ended
}

const isSame = (one: unknown, other: string): boolean =>
  typeof one === 'string' && Date.parse(one) === Date.parse(other)

/** One that fails holds up no other, and is tried at the next turn. */
async function takeOne(payload: Payload, given: Parameters<typeof takeByRule>[1]) {
  try {
    return await takeByRule(payload, given)
  } catch (error) {
    payload.logger.error({ err: error, msg: `${given.id}: ${given.step} by the clock failed` })
    return false
  }
}

async function standing(payload: Payload, and: Where[]) {
  const rows = await readRows(payload, {
    ...{ collection: 'register', columns: ['id', 'activeUntil'], where: { and }, limit: 0 },
  })
  return rows as { id: string; activeUntil: string }[]
}

async function expired(payload: Payload, rows: readonly { id: string }[], at: Date) {
  if (rows.length === 0) return []
  const validUntil = { less_than: at.toISOString() }
  const slot = { in: rows.map(({ id }) => id) }
  const live = await readRows(payload, {
    ...{ collection: 'publications', columns: ['slot', 'validUntil'], limit: 0 },
    where: { and: [{ isLive: { equals: true } }, { slot }, { validUntil }] },
  })
  return live as { slot: string; validUntil: string }[]
}
