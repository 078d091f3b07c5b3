/**
 * The whole business on one screen: who there is, what states a text has, which step leads where, who
 * may take it and what it needs, who sees what. Everything else (access functions, buttons, filters,
 * docs/workflow.md, tests) is derived from these tables. Source: the operating procedure
 * (知识库系统操作规程) as quoted in the specification.
 */
export const roles = [
  'agent',
  'staff',
  'editor',
  'approver',
  'centre',
  'operator',
  'auditor',
] as const
export type Role = (typeof roles)[number]

/** Roles that only people of the hotline centre may hold. */
export const rolesOfTheCentre: readonly Role[] = ['agent', 'centre', 'operator', 'auditor']

export const libraries = ['knowledge', 'plans', 'notices', 'cases'] as const
export type Library = (typeof libraries)[number]

/** Letters an entry's number begins with; numbers are counted per library and never reused. */
export const numberPrefix: Record<Library, string> = {
  knowledge: 'ZS',
  plans: 'YA',
  notices: 'GG',
  cases: 'AL',
}

export const states = ['draft', 'pending', 'approved', 'returned'] as const
export type State = (typeof states)[number]

/** States in which the editors of the unit may save a text. */
export const editableStates: readonly State[] = ['draft', 'returned']

const approvedByLeaders: readonly Library[] = ['knowledge', 'plans', 'notices']

export type StepRule = {
  libraries: readonly Library[]
  from: readonly State[]
  to: State | 'same'
  /** Roles of the entry's unit; `centre` acts on every unit. */
  by: readonly Role[]
  /** Who takes it for cases, where that differs. */
  casesBy?: readonly Role[]
  /** What must hold beside the state. */
  when: readonly (
    'live' | 'requested' | 'notRequested' | 'neverSubmitted' | 'trashed' | 'withdrawn'
  )[]
  /** Who is kept out though the role fits: nobody decides on their own work. */
  not: readonly ('writer' | 'submitter' | 'requester')[]
  /** What must come with the request. */
  needs: readonly ('complete' | 'opened' | 'confirmed' | 'reason' | 'sentence' | 'target')[]
  /** What happens to the live row: opened anew, closed, shown at a new place, as asked, or nothing. */
  publication: 'open' | 'close' | 'place' | 'asAsked' | 'none'
  several: boolean
  /** May the approver of the unit above act where the unit has nobody else (代审批)? */
  deputy: boolean
}

const rule = (given: Partial<StepRule> & Pick<StepRule, 'from' | 'to' | 'by'>): StepRule => ({
  libraries: approvedByLeaders,
  when: [],
  not: [],
  needs: [],
  publication: 'none',
  several: false,
  deputy: false,
  ...given,
})

// prettier-ignore
export const steps = {
  submit: rule({ from: ['draft', 'returned'], to: 'pending', by: ['editor'], when: ['notRequested'], needs: ['complete'], several: true }),
  recall: rule({ from: ['pending'], to: 'draft', by: ['editor'] }),
  approve: rule({ from: ['pending'], to: 'approved', by: ['approver'], when: ['notRequested'], not: ['writer', 'submitter'], needs: ['opened', 'confirmed'], publication: 'open', several: true, deputy: true }),
  return: rule({ from: ['pending', 'approved'], to: 'returned', by: ['approver'], needs: ['reason'], publication: 'asAsked', deputy: true }),
  revise: rule({ from: ['approved'], to: 'draft', by: ['editor'], when: ['notRequested'] }),
  saveDirectly: rule({ libraries: ['knowledge', 'plans', 'cases'], from: ['approved'], to: 'same', by: ['centre'], when: ['notRequested'], needs: ['complete'], publication: 'open' }),
  requestDeletion: rule({ from: ['draft', 'returned', 'approved'], to: 'same', by: ['editor'], when: ['notRequested'], needs: ['reason'], several: true }),
  withdrawRequest: rule({ from: ['draft', 'returned', 'approved'], to: 'same', by: ['editor'], when: ['requested'], several: true }),
  approveDeletion: rule({ from: ['draft', 'returned', 'approved'], to: 'same', by: ['approver'], when: ['requested'], not: ['requester'], publication: 'close', several: true }),
  refuseDeletion: rule({ from: ['draft', 'returned', 'approved'], to: 'same', by: ['approver'], when: ['requested'], not: ['requester'], needs: ['reason'], several: true }),
  discard: rule({ from: ['draft'], to: 'same', by: ['editor'], when: ['neverSubmitted'] }),
  publish: rule({ libraries: ['cases'], from: ['draft'], to: 'approved', by: ['centre'], needs: ['complete', 'confirmed'], publication: 'open' }),
  delete: rule({ libraries, from: states, to: 'same', by: ['approver'], casesBy: ['centre'], publication: 'close', several: true }),
  restore: rule({ libraries, from: states, to: 'draft', by: ['centre'], when: ['trashed'], several: true }),
  open: rule({ from: states, to: 'same', by: ['approver'], when: ['live'], needs: ['target'], publication: 'open', several: true }),
  close: rule({ from: states, to: 'same', by: ['approver'], when: ['live'], needs: ['target'], publication: 'open', several: true }),
  withdraw: rule({ libraries, from: states, to: 'same', by: ['approver', 'centre'], casesBy: ['centre'], when: ['live'], needs: ['sentence'], publication: 'close' }),
  resume: rule({ from: states, to: 'same', by: ['approver'], when: ['withdrawn'], publication: 'open' }),
  // Not asked for by itself: follows from a change of the tree, which only the centre makes.
  relocate: rule({ libraries, from: states, to: 'same', by: ['centre'], publication: 'place' }),
} as const satisfies Record<string, StepRule>

export type Step = keyof typeof steps

/**
 * The steps a running system takes today, with the states they are taken from. The other rows of the
 * table wait for the issue that builds them; until then they are answered as if they were not there.
 */
export const switchedOn: Partial<Record<Step, readonly State[]>> = {
  submit: ['draft', 'returned'],
  recall: ['pending'],
  approve: ['pending'],
  return: ['pending'],
}

/** Which working copies (unapproved texts, versions, decisions) a role reads. */
export const readsCopies: Record<Role, 'none' | 'ownUnitAndBelow' | 'everything'> = {
  agent: 'none',
  staff: 'none',
  editor: 'ownUnitAndBelow',
  approver: 'ownUnitAndBelow',
  centre: 'everything',
  operator: 'none',
  auditor: 'none',
}

/** Which live texts a role reads beside those open to units; `publicOnly` sees what citizens see. */
export const readsLive: Record<Role, 'publicOnly' | 'ownUnit' | 'ownUnitAndBelow' | 'everything'> =
  {
    agent: 'everything',
    staff: 'ownUnit',
    editor: 'ownUnitAndBelow',
    approver: 'ownUnitAndBelow',
    centre: 'everything',
    operator: 'publicOnly',
    auditor: 'publicOnly',
  }

/** What roles may do with what is no entry. An empty list means nobody over any interface. */
export const grants = {
  nodes: { create: ['centre'], read: roles, update: ['centre'], delete: ['centre'] },
  users: { create: ['operator'], read: ['operator'], update: ['operator'], delete: [] },
  systems: { create: ['operator'], read: ['operator'], update: ['operator'], delete: ['operator'] },
  media: { create: ['editor'], read: ['editor', 'approver', 'centre'], update: [], delete: [] },
  knowledge: {
    create: ['editor'],
    read: ['editor', 'approver', 'centre'],
    update: ['editor'],
    delete: [],
  },
  audit: { create: [], read: ['auditor'], update: [], delete: [] },
  register: { create: [], read: [], update: [], delete: [] },
  publications: { create: [], read: [], update: [], delete: [] },
  decisions: { create: [], read: [], update: [], delete: [] },
  counters: { create: [], read: [], update: [], delete: [] },
  imports: { create: [], read: [], update: [], delete: [] },
} as const satisfies Record<
  string,
  Record<'create' | 'read' | 'update' | 'delete', readonly Role[]>
>

/** Roles with something to do in the admin; the others read at the desk. */
export const rolesInAdmin: readonly Role[] = ['editor', 'approver', 'centre', 'operator', 'auditor']

export type FieldRule = { name: string; required: boolean; read: boolean }

const must = (name: string) => ({ name, required: true, read: true })
const may = (name: string) => ({ name, required: false, read: true })
const unread = (name: string) => ({ name, required: false, read: false })

/**
 * The fields of each library in the order of the procedure. `required` is what `submit` asks for;
 * `read` marks what readers see: a save that changes one of these makes a new revision.
 */
// prettier-ignore
export const fields = {
  knowledge: [
    must('category'), must('title'), must('summary'), must('openToUnits'), must('openToPublic'), must('body'),
    may('similarQuestions'), may('keywords'), may('validFrom'), may('validUntil'), unread('reviewBy'),
    may('basis'), may('attachments'), may('related'), may('contact'),
  ],
  plans: [must('unit'), must('title'), must('summary'), must('body'), must('openToUnits')],
  notices: [
    must('unit'), must('openToUnits'), must('openToPublic'), must('title'), must('body'), may('attachments'),
  ],
  cases: [must('title'), must('content'), must('result'), must('openToPublic'), must('unit')],
} as const satisfies Record<Library, readonly FieldRule[]>

/** 概要 is read aloud while the caller waits: at most this many characters. */
export const longestSummary = 200

/** What an approver confirms before approving; `confidentiality` only when open to the public. */
export const confirmations = [
  'legality',
  'accuracy',
  'timeliness',
  'standard',
  'confidentiality',
] as const

/** Standard categories of each kind of unit, in the procedure's order. */
export const categories = {
  municipal: ['details', 'duties', 'powers', 'services', 'policies', 'hotspots'],
  county: ['details', 'powers', 'services', 'policies', 'hotspots'],
  township: ['details'],
  region: [],
} as const

export const categoryKeys = categories.municipal
export type CategoryKey = (typeof categoryKeys)[number]

/** The four entries that 部门详情 holds; `office` and `contact` have structured fields. */
export const topics = ['organisation', 'leaders', 'office', 'contact'] as const
export type Topic = (typeof topics)[number]

/** Refusals by name: status of the answer; texts are in i18n. */
export const refusals = {
  wrongState: 409,
  changedMeanwhile: 409,
  notAllowed: 403,
  ownSubmission: 403,
  reasonMissing: 400,
  incomplete: 400,
  notOpened: 400,
  invalid: 400,
  notSignedIn: 401,
  notFound: 404,
  busy: 503,
} as const
export type RefusalCode = keyof typeof refusals
