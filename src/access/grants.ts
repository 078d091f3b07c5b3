import { roles, type Role } from './rules'

const writtenBy = (role: Role) =>
  ({ create: [role], read: ['editor', 'approver', 'centre'], update: [role], delete: [] }) as const

const keptBy = (role: Role) =>
  ({ create: [role], read: [role], update: [role], delete: [role] }) as const

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
