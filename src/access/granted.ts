import type { Access, FieldAccess } from 'payload'
import { actorOf } from './actor'
import { isInReach, reachQuery, type Place } from './reach'
import { steps, roles, type Library, type Role, type StepRule } from './rules'

type Granted = keyof typeof grants
type Operation = 'create' | 'read' | 'update' | 'delete'

/** The grants table as a Payload access function: yes or no by role, for the whole collection. */
export function granted(collection: Granted, operation: Operation): Access {
  return ({ req }) => isGranted(req.user, collection, operation)
}

/** As `granted`, narrowed to what belongs to units within reach. */
export function grantedInReach(collection: Granted, operation: Operation): Access {
  return ({ req }) => isGranted(req.user, collection, operation) && reachQuery(actorOf(req.user))
}

/**
 * Who writes a library's texts: by plain saves, or the centre directly. What may be saved when, and that the
 * centre's way is the step and no plain save, is asked where each begins.
 */
export function grantedToSave(library: Library): Access {
  const { libraries, by }: StepRule = steps.saveDirectly
  return ({ req }) => {
    const actor = actorOf(req.user)
    const isDirect = libraries.includes(library) && by.some((role) => actor?.roles.includes(role))
    return (isDirect || isGranted(req.user, library, 'update')) && reachQuery(actor)
  }
}

/** As `grantedInReach`, for versions: by where their entry stands now, not where it stood when they were saved. */
export function grantedVersions(collection: Granted): Access {
  return ({ req }) =>
    isGranted(req.user, collection, 'read') && reachQuery(actorOf(req.user), 'parent.')
}

/** The same asked of one entry. */
export const mayReadVersions = (user: unknown, collection: Granted, place: Place): boolean =>
  isGranted(user, collection, 'read') && isInReach(actorOf(user), place)

/** Nobody, over any interface; only in-process code that overrides access gets through. */
export const nobody = (): boolean => false

/** For fields that only the server writes. */
export const serverOnly: { create: FieldAccess; update: FieldAccess } = {
  create: nobody,
  update: nobody,
}

export function isGranted(user: unknown, collection: Granted, operation: Operation): boolean {
  const allowed: readonly Role[] = grants[collection][operation]
  return actorOf(user)?.roles.some((role) => allowed.includes(role)) ?? false
}

const writtenBy = (role: Role) =>
  ({ create: [role], read: ['editor', 'approver', 'centre'], update: [role], delete: [] }) as const

const keptBy = (role: Role) =>
  ({ create: [role], read: [role], update: [role], delete: [role] }) as const

/** What the centre keeps for all, each change on record. */
export type KeptByCentre =
  | ('terms' | 'placements' | 'judgements' | 'hotspotPlacements')
  | ('fixedPhrases' | 'holidays' | 'documents' | 'keptThemes')

/** What roles may do over Payload's own interfaces. An empty list means nobody over any interface. */
export const grants = {
  nodes: { create: ['centre'], read: roles, update: ['centre'], delete: ['centre'] },
  users: { create: ['operator'], read: ['operator'], update: ['operator'], delete: [] },
  systems: { create: ['operator'], read: ['operator'], update: ['operator'], delete: ['operator'] },
  media: { create: ['editor'], read: ['editor', 'approver', 'centre'], update: [], delete: [] },
  knowledge: writtenBy('editor'),
  plans: writtenBy('editor'),
  notices: writtenBy('editor'),
  cases: writtenBy('centre'),
  terms: keptBy('centre'),
  placements: keptBy('centre'),
  judgements: keptBy('centre'),
  hotspotPlacements: keptBy('centre'),
  fixedPhrases: keptBy('centre'),
  holidays: keptBy('centre'),
  documents: keptBy('centre'),
  // Whoever writes or decides chooses among them or sees which were chosen.
  keptThemes: { ...keptBy('centre'), read: ['editor', 'approver', 'centre'] },
  settings: { create: [], read: ['editor', 'approver', 'centre'], update: ['centre'], delete: [] },
  audit: { create: [], read: ['auditor'], update: [], delete: [] },
  register: { create: [], read: [], update: [], delete: [] },
  publications: { create: [], read: [], update: [], delete: [] },
  decisions: { create: [], read: [], update: [], delete: [] },
  counters: { create: [], read: [], update: [], delete: [] },
  imports: { create: [], read: [], update: [], delete: [] },
  messages: { create: [], read: [], update: [], delete: [] },
  delegations: { create: [], read: [], update: [], delete: [] },
  queries: { create: [], read: [], update: [], delete: [] },
  mails: { create: [], read: ['operator'], update: [], delete: [] },
} as const satisfies Record<
  string,
  Record<'create' | 'read' | 'update' | 'delete', readonly Role[]>
>
