import type { Payload, Where } from 'payload'
import { byTheClock } from '@/i18n/bulletins'
import { readRows } from '@/tables'
import { takeByRule } from '../step/byRule'

/**
 * Ends by the clock, each on record as the server's step: activations at their end, and pushes of texts whose validity is
 * over. Desks show neither any more, whether this has run or not. Returns how many it ended; rejects as the database does.
 */
export async function endBulletins(payload: Payload, at = new Date()): Promise<number> {
  const over = { less_than_equal: at.toISOString() }
  const activated = await standing(payload, [
    { activation: { greater_than: '' } },
    { activeUntil: over },
  ])
  const pushed = await expired(payload, await standing(payload, [{ push: { greater_than: '' } }]), {
    less_than: at.toISOString(),
  })
  let ended = 0
  for (const id of activated) {
    const isEnded = await takeOne(payload, {
      ...{ id, step: 'deactivate', reason: byTheClock.deactivate, at },
      // It may have been prolonged a moment ago.
      holds: ({ activation, activeUntil }) =>
        Boolean(activation) && activeUntil !== null && Date.parse(activeUntil) <= at.getTime(),
    })
    if (isEnded) ended += 1
  }
  for (const id of pushed) {
    const isEnded = await takeOne(payload, {
      ...{ id, step: 'unpush', reason: byTheClock.unpush, at },
      // Or another text may be online.
      holds: ({ push }, live) => Boolean(push) && isExpired(live?.validUntil, at),
    })
    if (isEnded) ended += 1
  }
  return ended
}

/** One that fails holds up no other, and is tried at the next turn. */
async function takeOne(payload: Payload, given: Parameters<typeof takeByRule>[1]) {
  try {
    return await takeByRule(payload, given)
  } catch (error) {
    payload.logger.error({ err: error, msg: `${given.id}: ${given.step} by the clock failed` })
    return false
  }
}

const isExpired = (validUntil: unknown, at: Date): boolean =>
  typeof validUntil === 'string' && Date.parse(validUntil) < at.getTime()

async function standing(payload: Payload, and: Where[]): Promise<string[]> {
  const rows = await readRows(payload, {
    ...{ collection: 'register', columns: ['id'], where: { and }, limit: 0 },
  })
  return rows.map(({ id }) => String(id))
}

async function expired(
  payload: Payload,
  ids: string[],
  validUntil: Where[string],
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await readRows(payload, {
    ...{ collection: 'publications', columns: ['slot'], limit: 0 },
    where: { and: [{ isLive: { equals: true } }, { slot: { in: ids } }, { validUntil }] },
  })
  return rows.map(({ slot }) => String(slot))
}
