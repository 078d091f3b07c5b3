import type {
  DecisionRow,
  Facts,
  NodeRow,
  PublicationRow,
  RegisterRow,
} from '@/jobs/examining/facts'

export const entry = 'e1'
export const place = { unit: 'bureau', unitAbove: 'county' }
export const text = (revision: number, more: object = {}) => ({
  id: entry,
  revision,
  ...place,
  ...more,
})

export const node = (id: string, kind: string, more: Partial<NodeRow> = {}): [string, NodeRow] => [
  id,
  { ...{ id, kind, name: id, parent: null, level: 1, unit: id, unitAbove: null }, ...more },
]
export const nodes = new Map([
  node('county', 'region'),
  node('bureau', 'department', { parent: 'county', level: 2, unitAbove: 'county' }),
  node('services', 'category', { parent: 'bureau', level: 3, ...place }),
])

/** What the log says of who saved and who approved. */
export const log = { savers: new Map<string, Set<string>>(), ownWork: [] as string[] }

export const row = (given: Partial<RegisterRow> = {}): RegisterRow => ({
  id: entry,
  library: 'knowledge',
  number: 'ZS000001',
  state: 'approved',
  revision: 1,
  liveRevision: 1,
  intent: null,
  isWithdrawn: false,
  trashedAt: null,
  ...place,
  category: 'services',
  writers: '[]',
  submitter: null,
  deletionRequestedBy: null,
  activation: null,
  push: null,
  ...given,
})

export const publication = (given: Partial<PublicationRow> = {}): PublicationRow => ({
  id: 'approval',
  slot: entry,
  isLive: true,
  entry,
  number: 'ZS000001',
  revision: 1,
  hash: 'words',
  openedBy: 'approval',
  closedBy: null,
  changeSeq: 1,
  dirty: false,
  until: null,
  ...place,
  ...given,
})

export const decision = (given: Partial<DecisionRow>): DecisionRow => ({
  id: 'approval',
  entry,
  number: 'ZS000001',
  step: 'approve',
  to: 'approved',
  revision: 1,
  by: 'approver',
  writers: ['editor'],
  seq: 3,
  hash: 'words',
  ...given,
})

export const submission = decision({
  id: 'submission',
  step: 'submit',
  to: 'pending',
  by: 'editor',
  seq: 2,
  hash: null,
})

export const sound = (given: Partial<Facts> = {}): Facts => ({
  register: [row()],
  publications: [publication()],
  decisions: [submission, decision({})],
  texts: new Map([[entry, text(1)]]),
  nodes,
  counters: new Map([
    ['knowledge', 1],
    ['changes', 2],
  ]),
  index: [{ id: entry, version: 1 }],
  ...given,
})

export const closed = (given: Partial<PublicationRow> = {}) =>
  publication({ slot: 'approval', isLive: false, until: 'then', closedBy: 'move', ...given })
export const moved = publication({ id: 'move', openedBy: 'move', changeSeq: 2 })
export const move = decision({
  id: 'move',
  step: 'relocate',
  by: 'centre',
  seq: 4,
  hash: null,
})
export const indexAt2 = [{ id: entry, version: 2 }]
