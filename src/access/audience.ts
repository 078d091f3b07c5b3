import type { Role } from './rules'

/**
 * Who is reading. `own` and `below` come from the reader's unit: everything live of the own unit is
 * visible, and with `below` also what is live in units whose unit above is the own one.
 */
export type Audience =
  | { sees: 'everything' }
  | { sees: 'units'; own: string; below: boolean }
  | { sees: 'public' }

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

/** The audience a person reads as: the widest of what their roles allow; nobody reads as the public. */
export function audienceOf(reader: Reader | null): Audience {
  if (!reader) return { sees: 'public' }
  const has = (...roles: Role[]) => roles.some((role) => reader.roles.includes(role))
  if (has('agent', 'centre')) return { sees: 'everything' }
  if (has('editor', 'approver')) return { sees: 'units', own: reader.unit, below: true }
  if (has('staff')) return { sees: 'units', own: reader.unit, below: false }
  return { sees: 'public' }
}

/** May this audience see this live text at this instant? The predicate beside `audienceQuery`. */
export function isVisibleTo(audience: Audience, text: Visible, now: number): boolean {
  if (text.validFrom !== null && now < text.validFrom) return false
  if (text.validUntil !== null && now > text.validUntil) return false
  if (audience.sees === 'everything') return true
  if (audience.sees === 'public') return text.openToPublic
  return (
    text.openToUnits ||
    text.unit === audience.own ||
    (audience.below && text.unitAbove === audience.own)
  )
}

type Condition = Record<string, unknown>

/** The same rule as a query over `publications`; live rows are those whose slot is the entry's id. */
export function audienceQuery(audience: Audience, now: Date): Condition {
  const at = now.toISOString()
  const valid: Condition[] = [
    { isLive: { equals: true } },
    { or: [{ validFrom: { exists: false } }, { validFrom: { less_than_equal: at } }] },
    { or: [{ validUntil: { exists: false } }, { validUntil: { greater_than_equal: at } }] },
  ]
  if (audience.sees === 'everything') return { and: valid }
  if (audience.sees === 'public') return { and: [...valid, { openToPublic: { equals: true } }] }
  const own: Condition[] = [
    { openToUnits: { equals: true } },
    { unit: { equals: audience.own } },
    ...(audience.below ? [{ unitAbove: { equals: audience.own } }] : []),
  ]
  return { and: [...valid, { or: own }] }
}
