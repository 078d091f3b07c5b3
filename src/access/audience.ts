import type { Where } from 'payload'
import { readsLive, type Role } from './rules'
import { widest } from './units'

/**
 * Who is reading. `units` sees what is open to units, everything live of the `own` unit, and with
 * `below` also what is live in the units under it.
 */
export type Audience =
  { sees: 'everything' } | { sees: 'units'; own: string; below: boolean } | { sees: 'public' }

/** What a reader must be able to tell of a live text before showing it. Instants in milliseconds. */
export type Visible = {
  openToUnits: boolean
  openToPublic: boolean
  unit: string
  unitAbove: string | null
  validFrom: number | null
  validUntil: number | null
}

type Reader = { roles: readonly Role[]; unit: string }

/** The audience a person reads as: the widest of what their roles allow. */
export function audienceOf(reader: Reader | null): Audience {
  const reach = widest(readsLive, reader)
  if (reach === 'everything') return { sees: 'everything' }
  if (!reader || reach === 'publicOnly' || reach === null) return { sees: 'public' }
  return { sees: 'units', own: reader.unit, below: reach === 'ownUnitAndBelow' }
}

/** Has a text's validity begun, and not ended? */
export const isInForce = (
  { validFrom, validUntil }: Pick<Visible, 'validFrom' | 'validUntil'>,
  now: number,
): boolean => (validFrom === null || now >= validFrom) && (validUntil === null || now <= validUntil)

/** May this audience see this live text at this instant? The predicate beside `audienceQuery`. */
export const isVisibleTo = (audience: Audience, text: Visible, now: number): boolean =>
  isInForce(text, now) && isOpenTo(audience, text)

/** Is it theirs to see whenever it is in force? */
export function isOpenTo(
  audience: Audience,
  text: Omit<Visible, 'validFrom' | 'validUntil'>,
): boolean {
  if (audience.sees === 'everything') return true
  if (audience.sees === 'public') return text.openToPublic
  const isBelow = audience.below && text.unitAbove === audience.own
  return text.openToUnits || text.unit === audience.own || isBelow
}

/** `isInForce` as a query. */
export function inForce(now: Date): Where[] {
  const at = now.toISOString()
  return [
    { or: [{ validFrom: { exists: false } }, { validFrom: { less_than_equal: at } }] },
    { or: [{ validUntil: { exists: false } }, { validUntil: { greater_than_equal: at } }] },
  ]
}

/** The same rule as a query over `publications`. */
export function audienceQuery(audience: Audience, now: Date): Where {
  const valid: Where[] = [{ isLive: { equals: true } }, ...inForce(now)]
  if (audience.sees === 'everything') return { and: valid }
  if (audience.sees === 'public') return { and: [...valid, { openToPublic: { equals: true } }] }
  const own: Where[] = [{ openToUnits: { equals: true } }, { unit: { equals: audience.own } }]
  if (audience.below) own.push({ unitAbove: { equals: audience.own } })
  return { and: [...valid, { or: own }] }
}
