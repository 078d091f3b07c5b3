import type { Actor } from '@/access/actor'
import type { Asked } from '@/access/can'
import type { EntryFacts } from '@/access/entryFacts'
import type { Role } from '@/access/rules'

/** A pending entry of 民政局 (below 甲县), written and submitted by somebody else, with an approver of its own. */
export const entry = (more: Partial<EntryFacts> = {}): EntryFacts => ({
  library: 'knowledge',
  unit: 'civil-affairs',
  unitAbove: 'county',
  state: 'pending',
  isLive: false,
  marks: ['submitted'],
  isExpired: false,
  requester: null,
  writers: ['someone'],
  submitter: 'someone',
  isReturnedFirst: false,
  consulted: [],
  unanswered: [],
  ...more,
})

export const person = (roles: Role | readonly Role[], unit = 'civil-affairs'): Actor => ({
  id: `${String(roles)} of ${unit}`,
  name: '某人',
  roles: typeof roles === 'string' ? [roles] : roles,
  unit,
})

/** An approver who decides in the place of 民政局 as soon as these, its own approvers, are involved. */
export const deputy = (unit: string, approvers: readonly string[] = []): Actor => ({
  ...person('approver', unit),
  deputises: [{ unit: 'civil-affairs', approvers }],
})

/** Everything a step could need, as it should be sent. */
export const asked = (more: Partial<Asked> = {}): Asked => ({
  revision: 3,
  latest: 3,
  reason: '材料已更新',
  isConfirmed: true,
  isOpened: true,
  isAsSeen: true,
  unnamed: [],
  hasOpenNumbers: false,
  missing: [],
  isLiveNewer: false,
  to: 'units',
  kind: 'inError',
  sentence: '内容有误',
  hasSuccessor: false,
  isInForce: true,
  until: new Date('2026-12-03T10:00:00+08:00'),
  now: new Date('2026-12-01T09:00:00+08:00'),
  ...more,
})

/** An entry whose deletion somebody has asked for. */
export const doomed = (more: Partial<EntryFacts> = {}): EntryFacts =>
  entry({ state: 'draft', marks: ['submitted', 'requested'], requester: 'someone', ...more })
