import type { Payload, PayloadRequest, Where } from 'payload'
import { startOfDay } from '@/shanghaiDay'
import { countGroups } from '@/tables'
import type { Period } from '../calendar/periods'
import { change } from '../store'
import { matterId } from '../telling/matters'
import { standing } from '../telling/takeBack'
import { within } from './reviews'

/** Messages that readings are to be looked at, but for those that were taken back. */
export const told: Where = { and: [{ event: { equals: 'readsToReview' } }, standing] }

/** What a unit is told of in a period. */
export const readsMatter = (unit: string, { first }: Pick<Period, 'first'>): string =>
  `${unit}:${first}`

/** Was this message told of the period, by its first day as it was counted then? */
export const isToldOf = (period: Period, { id, unit }: { id: string; unit: string }): boolean =>
  id.startsWith(`${matterId('readsToReview', readsMatter(unit, period))}:`)

const waiting: Where = { and: [told, { settledAt: { exists: false } }] }

/** Units whose people were told in this period: who comes later is told with the next. Rejects as the database does. */
export const toldIn = (payload: Payload, period: Period): Promise<ReadonlySet<unknown>> =>
  unitsOf(payload, { and: [told, ...within(period)] })

/** Units with reminders of earlier periods that nobody settled. */
export const unsettledBefore = (
  payload: Payload,
  { first }: Period,
): Promise<ReadonlySet<unknown>> =>
  unitsOf(payload, { and: [waiting, { at: { less_than: startOfDay(first)?.toISOString() } }] })

async function unitsOf(payload: Payload, where: Where): Promise<ReadonlySet<unknown>> {
  const groups = await countGroups(payload, { collection: 'messages', where, by: ['unit'] })
  return new Set(groups.map(({ unit }) => unit))
}

/** Lets the reminders of a unit rest, those from before `until` alone where it is named. */
export const settleTold = (
  req: PayloadRequest,
  unit: string,
  now: Date,
  until?: string,
): Promise<void> =>
  change({
    ...{ req, collection: 'messages' },
    where: {
      and: [
        waiting,
        { unit: { equals: unit } },
        ...(until ? [{ at: { less_than: startOfDay(until)?.toISOString() } }] : []),
      ],
    },
    data: { settledAt: now.toISOString() },
  })
