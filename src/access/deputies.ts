import type { Where } from 'payload'
import type { Actor, Deputised } from './actor'
import type { EntryFacts } from './entryFacts'

/** The units of the tree, and the active approvers of each. */
export type Deciding = {
  units: readonly {
    id: string
    kind: string
    unitAbove: string | null
    isOffice: boolean
    isCentre: boolean
  }[]
  approvers: ReadonlyMap<string, readonly string[]>
}

/**
 * For which units the approvers of this one decide where these cannot: the office of a region for what lies in
 * it, and where that cannot either, and for every unit of level 1, the hotline centre. So nothing is ever stuck.
 */
export function deputisedBy(unit: string, { units, approvers }: Deciding): Deputised[] {
  const own = units.find(({ id }) => id === unit)
  const of = (id: string | undefined) => (id ? (approvers.get(id) ?? []) : [])
  const officeOf = (region: string | null) =>
    units.find(({ isOffice, unitAbove }) => isOffice && unitAbove === region)?.id
  const others = units.filter(({ id }) => id !== unit)
  if (own?.isCentre) {
    return others.map(({ id, kind, unitAbove }) => {
      const office = officeOf(kind === 'region' ? id : unitAbove)
      const isBelow = kind === 'region' || unitAbove !== null
      return { unit: id, approvers: [...new Set([...of(id), ...(isBelow ? of(office) : [])])] }
    })
  }
  if (!own?.isOffice || own.unitAbove === null) return []
  return others
    .filter(({ id, unitAbove }) => id === own.unitAbove || unitAbove === own.unitAbove)
    .map(({ id }) => ({ unit: id, approvers: of(id) }))
}

/** The units whose approvers may have to decide in the place of this one. */
export function deputiesOf(unit: string, { units }: Pick<Deciding, 'units'>): string[] {
  const own = units.find(({ id }) => id === unit)
  const region = own?.kind === 'region' ? unit : (own?.unitAbove ?? null)
  return units
    .filter((one) => one.isCentre || (one.isOffice && one.unitAbove === region))
    .map(({ id }) => id)
    .filter((id) => id !== unit)
}

/** The one of them that decides where this unit has no approver at all; null where nobody could. */
export const deputyUnitOf = (unit: string, city: Deciding): string | null =>
  deputiesOf(unit, city)
    .sort((one, other) => Number(isCentre(one, city)) - Number(isCentre(other, city)))
    .find((id) => (city.approvers.get(id) ?? []).length > 0) ?? null

const isCentre = (id: string, { units }: Deciding) =>
  units.some((unit) => unit.id === id && unit.isCentre)

type Involved = Pick<EntryFacts, 'unit' | 'writers' | 'submitter' | 'requester'>

/** Does this person decide in the place of the entry's unit? The predicate beside `deputisedConditions`. */
export const decidesFor = (actor: Actor, entry: Involved): boolean =>
  deputyOf(actor).some(
    ({ unit, approvers }) =>
      unit === entry.unit && approvers.every((approver) => isInvolved(entry, approver)),
  )

/** Do they answer in the place of this unit when it is asked to agree? */
const answersInPlaceOf = (actor: Actor, unit: string): boolean => wholly(actor).includes(unit)

type Consulting = Pick<EntryFacts, 'state' | 'consulted' | 'marks'>

/** Is this an approver of a unit that was asked to agree (会同校核), or their deputy, while the text waits? */
export function isConsulted(actor: Actor | null, entry: Consulting): boolean {
  const isWaiting = entry.state === 'pending' && !entry.marks.includes('trashed')
  return isWaiting && answeringFor(actor, entry) !== null
}

/**
 * For which of the units asked to agree this person answers now: their own, then those they answer in place of, one
 * after the other; where all have answered, again for the first.
 */
export function answeringFor(
  actor: Actor | null,
  {
    consulted,
    unanswered = consulted,
  }: { consulted: readonly string[]; unanswered?: readonly string[] },
): string | null {
  if (!actor?.roles.includes('approver')) return null
  const own = consulted.filter((unit) => unit === actor.unit)
  const inPlace = consulted.filter((unit) => answersInPlaceOf(actor, unit))
  const mine = [...own, ...inPlace]
  return mine.find((unit) => unanswered.includes(unit)) ?? mine[0] ?? null
}

/** Rows of the register that wait for the agreement of this approver's unit, or of one they answer in place of. */
export const consultedConditions = (actor: Actor | null): Where[] =>
  inParts(unitsAsked(actor).map((unit) => ({ and: consultedParts(unit) })))

/** Of these, those that have not got it yet. */
export const unansweredConditions = (actor: Actor): Where[] =>
  inParts(
    unitsAsked(actor).map((unit) => ({
      and: [
        ...consultedParts(unit),
        { or: [{ answers: { exists: false } }, { answers: { not_like: unit } }] },
      ],
    })),
  )

const unitsAsked = (actor: Actor | null): string[] =>
  actor?.roles.includes('approver') ? [actor.unit, ...wholly(actor)] : []

const consultedParts = (unit: string): Where[] => [
  { state: { equals: 'pending' } },
  { trashedAt: { exists: false } },
  { consulted: { contains: unit } },
]

/** Units without any approver, for which this person decides: what they have lies within reach. */
export const wholly = (actor: Actor | null): string[] =>
  deputyOf(actor)
    .filter(({ approvers }) => approvers.length === 0)
    .map(({ unit }) => unit)

/** The same rule over rows of the register, of units that have approvers of their own; empty where there are none. */
export const deputisedConditions = (actor: Actor | null): Where[] =>
  inParts(
    deputyOf(actor)
      .filter(({ approvers }) => approvers.length > 0)
      .map(({ unit, approvers }): Where => ({
        and: [
          { unit: { equals: unit } },
          ...approvers.map((approver): Where => ({
            or: [
              { writers: { contains: approver } },
              { submitter: { equals: approver } },
              { deletionRequestedBy: { equals: approver } },
            ],
          })),
        ],
      })),
  )

const mostInARow = 100

/** SQLite takes no more than 1,000 conditions in a row, and a city may have as many units. */
function inParts(either: readonly Where[]): Where[] {
  if (either.length <= mostInARow) return [...either]
  const parts = Array.from({ length: Math.ceil(either.length / mostInARow) }, (_, at) =>
    either.slice(at * mostInARow, (at + 1) * mostInARow),
  )
  return parts.map((or) => ({ or }))
}

const deputyOf = (actor: Actor | null): readonly Deputised[] =>
  actor?.roles.includes('approver') ? (actor.deputises ?? []) : []

const isInvolved = ({ writers, submitter, requester }: Involved, person: string) =>
  [...writers, submitter, requester].includes(person)
