import { actors, chainOf, has, unitAbove, type Actor } from './cast'
import type { Entry, Live, UnitKey, World } from './words'

/** Who reads working copies: editors and approvers of the unit and of the one above, and the centre. */
export function isInReach(actor: Actor, { unit }: { unit: Entry['unit'] }): boolean {
  if (has(actor, 'centre')) return true
  if (!has(actor, 'editor', 'approver') || !actor.unit) return false
  return actor.unit === unit || actor.unit === unitAbove[unit]
}

/** The table "Who sees what", for a text of an entry that is or was online. */
export function isInAudience(actor: Actor, entry: Entry, text: Live): boolean {
  if (text.public) return true
  if (actor.kind === 'agentKey' || has(actor, 'agent', 'centre')) return true
  if (has(actor, 'staff', 'editor', 'approver') && actor.unit === entry.unit) return true
  if (isInReach(actor, entry)) return true
  // "A published case is seen by agents and all units."
  const isOpenToUnits = entry.library === 'cases' || text.units === true
  return isOpenToUnits && has(actor, 'staff', 'editor', 'approver')
}

/** The text a reader finds now: nothing that is offline or out of its validity is found by anybody. */
export function textFor(actor: Actor, entry: Entry): Live | null {
  const { live } = entry
  if (!live || live.validity !== 'always') return null
  return isInAudience(actor, entry, live) ? live : null
}

/** May this person know that the entry exists? Unsure: the approver of a unit it names, see below. */
export function isSeen(actor: Actor, entry: Entry): boolean | 'unsure' {
  if (isInReach(actor, entry) || textFor(actor, entry)) return true
  return isSilent(actor, entry) ? 'unsure' : false
}

/**
 * An approver whose unit the entry names has to open it to answer, while it is pending. The table
 * "Who sees what" is silent about them, so the model forbids nothing and demands only what they need.
 */
export const isConsulted = (actor: Actor, entry: Entry): boolean =>
  answeringFor(actor, entry) !== null

/** The unit this person answers for: the first unanswered of their own and those that have no approver at all. */
export function answeringFor(actor: Actor, entry: Entry): UnitKey | null {
  if (!has(actor, 'approver') || !actor.unit) return null
  const own = entry.coUnits.filter((unit) => unit === actor.unit)
  const lent = entry.coUnits.filter((unit) => before(actor, unit)?.length === 0)
  const theirs = [...own, ...lent]
  return theirs.find((unit) => !entry.answered.has(unit)) ?? theirs[0] ?? null
}

/** The approvers who come before this one in deciding for a unit; null where this one never does. */
export function before(actor: Actor, unit: UnitKey): Actor[] | null {
  if (!has(actor, 'approver') || !actor.unit) return null
  const chain = chainOf(unit)
  const at = chain.indexOf(actor.unit)
  if (at < 1) return null
  const nearer = chain.slice(0, at)
  return actors.filter(
    ({ roles, unit: of }) => of && nearer.includes(of) && roles.includes('approver'),
  )
}

/** May it have come to this person to decide in the place of the entry's unit? */
const mayStandIn = (actor: Actor, entry: Entry): boolean =>
  before(actor, entry.unit)?.every(({ key }) => entry.everInvolved.has(key)) ?? false

/** Who answers or decides for others is shown what that needs: nothing is demanded, nothing forbidden. */
export const isSilent = (actor: Actor, entry: Entry): boolean =>
  isConsulted(actor, entry) || mayStandIn(actor, entry)

/** The marks of texts whose appearance in any answer to this reader is a leak. */
export function forbiddenMarks(actor: Actor, world: World): string[] {
  return [...world.entries.values()]
    .filter((entry) => !isInReach(actor, entry) && !isSilent(actor, entry))
    .flatMap((entry) => {
      const live = textFor(actor, entry)
      return entry.marks.filter((mark) => mark !== live?.words)
    })
}
