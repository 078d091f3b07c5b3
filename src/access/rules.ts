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
  'evaluator',
] as const
export type Role = (typeof roles)[number]

/** Roles that only people of the hotline centre may hold. */
// prettier-ignore
export const rolesOfTheCentre: readonly Role[] = ['agent', 'centre', 'operator', 'auditor', 'evaluator']

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

/** States in which a text may be saved, and by whom: editors of its unit, for cases the centre. */
export const editableStates: readonly State[] = ['draft', 'returned']
export const savedBy: Record<Library, Role> = {
  knowledge: 'editor',
  plans: 'editor',
  notices: 'editor',
  cases: 'centre',
}

/** Libraries whose texts are looked at again (复核); notices and cases are of their day. */
export const reviewedLibraries: readonly Library[] = ['knowledge', 'plans']

const approvedByLeaders: readonly Library[] = ['knowledge', 'plans', 'notices']

/** Marks an entry carries beside its state. */
export type Mark =
  | ('submitted' | 'requested' | 'returnRequested' | 'withdrawn' | 'lapsed' | 'trashed')
  | ('activated' | 'pushed')

export type StepRule = {
  libraries: readonly Library[]
  from: readonly State[]
  /** `unapproved`: an approved copy becomes a draft, any other state stays. */
  to: State | 'same' | 'unapproved'
  /** Roles of the entry's unit; `centre` acts on every unit. */
  by: readonly Role[]
  /** Who takes it for cases, where that differs. */
  casesBy?: readonly Role[]
  /** What must hold beside the state. A mark with `not` must be absent. */
  when: readonly (Mark | `not ${Mark}` | 'live' | 'answered' | 'revisable' | 'returnFirst')[]
  /** Who is kept out though the role fits: nobody decides on their own work. */
  not: readonly ('writer' | 'submitter' | 'requester')[]
  /** What must come with the request. */
  needs: readonly (
    | ('complete' | 'opened' | 'confirmed' | 'named' | 'reason' | 'sentence' | 'target')
    | ('briefing' | 'end' | 'inForce')
  )[]
  /** Marks that are set or taken off. */
  marks: readonly (Mark | `not ${Mark}`)[]
  /** What happens to the live row: opened from the copy, closed, shown with other switches, again or elsewhere, as asked. */
  publication: 'open' | 'close' | 'switch' | 'again' | 'place' | 'asAsked' | 'none'
  /**
   * The switches readers get: as the text proposes; the same, but what was closed meanwhile stays closed unless the
   * approver says otherwise; as they are online (a case: as proposed); opened or closed for whom was asked.
   */
  switches: 'proposed' | 'unlessClosed' | 'kept' | 'opened' | 'closed' | 'none'
  /** Which text it is about: the stored copy, or fields that are sent with it and make the next revision. */
  text: 'stored' | 'sent'
  /** What that was asked for it decides on. */
  decidesOn: 'text' | 'agreement' | 'deletion' | 'none'
  /** Who is told of it, beside those who are asked for what comes next. */
  tells: 'writers' | 'requester' | 'unit' | 'nobody'
  several: boolean
  /** Whose approver: the entry's unit, or each unit named for 会同校核. */
  of: 'unit' | 'consulted'
  /** Whether a person asks for it; otherwise it follows from something else. */
  isAsked: boolean
}

const rule = (given: Partial<StepRule> & Pick<StepRule, 'from' | 'to' | 'by'>): StepRule => ({
  libraries: approvedByLeaders,
  when: [],
  not: [],
  needs: [],
  marks: [],
  publication: 'none',
  switches: 'none',
  text: 'stored',
  decidesOn: 'none',
  tells: 'nobody',
  several: false,
  of: 'unit',
  isAsked: true,
  ...given,
})

const deletable: readonly State[] = ['draft', 'returned', 'approved']

// prettier-ignore
export const steps = {
  submit: rule({ from: ['draft', 'returned'], to: 'pending', by: ['editor'], when: ['not requested'], needs: ['complete', 'named'], marks: ['submitted'], several: true }),
  recall: rule({ from: ['pending'], to: 'draft', by: ['editor'] }),
  agree: rule({ from: ['pending'], to: 'same', by: ['approver'], needs: ['opened'], of: 'consulted', decidesOn: 'agreement' }),
  object: rule({ from: ['pending'], to: 'same', by: ['approver'], needs: ['opened', 'reason'], of: 'consulted', decidesOn: 'agreement' }),
  approve: rule({ from: ['pending'], to: 'approved', by: ['approver'], when: ['not requested', 'answered'], not: ['writer', 'submitter'], needs: ['opened', 'confirmed', 'named'], marks: ['not withdrawn', 'not lapsed'], publication: 'open', several: true, switches: 'unlessClosed', decidesOn: 'text', tells: 'writers' }),
  return: rule({ from: ['pending', 'approved'], to: 'returned', by: ['approver'], needs: ['reason'], marks: ['not returnRequested'], publication: 'asAsked', decidesOn: 'text', tells: 'writers' }),
  revise: rule({ from: ['approved'], to: 'draft', by: ['editor'], when: ['not requested', 'revisable'], marks: ['not returnRequested'] }),
  requestReturn: rule({ from: ['approved'], to: 'same', by: ['editor'], when: ['not requested', 'returnFirst', 'not returnRequested'], needs: ['reason'], marks: ['returnRequested'] }),
  saveDirectly: rule({ libraries: ['knowledge', 'plans', 'cases'], from: ['approved'], to: 'same', by: ['centre'], when: ['not requested'], needs: ['complete', 'named'], publication: 'open', switches: 'kept', text: 'sent', tells: 'unit' }),
  requestDeletion: rule({ from: deletable, to: 'same', by: ['editor'], when: ['not requested'], needs: ['reason'], marks: ['requested'], several: true }),
  withdrawRequest: rule({ from: deletable, to: 'same', by: ['editor'], when: ['requested'], marks: ['not requested'], several: true }),
  approveDeletion: rule({ from: deletable, to: 'same', by: ['approver'], when: ['requested'], not: ['requester'], marks: ['trashed'], publication: 'close', decidesOn: 'deletion', tells: 'requester' }),
  refuseDeletion: rule({ from: deletable, to: 'same', by: ['approver'], when: ['requested'], not: ['requester'], needs: ['reason'], marks: ['not requested'], decidesOn: 'deletion', tells: 'requester' }),
  discard: rule({ from: ['draft'], to: 'same', by: ['editor'], when: ['not submitted'], marks: ['trashed'] }),
  publish: rule({ libraries: ['cases'], from: ['draft'], to: 'approved', by: ['centre'], needs: ['complete', 'confirmed', 'named'], marks: ['not withdrawn'], publication: 'open', switches: 'proposed' }),
  delete: rule({ libraries, from: states, to: 'same', by: ['approver'], casesBy: ['centre'], marks: ['trashed'], publication: 'close', several: true }),
  restore: rule({ libraries, from: states, to: 'draft', by: ['centre'], when: ['trashed'], marks: ['not trashed', 'not requested', 'not returnRequested', 'not withdrawn', 'not lapsed'], several: true, tells: 'unit' }),
  open: rule({ from: states, to: 'same', by: ['approver'], when: ['live'], needs: ['target'], publication: 'switch', several: true, switches: 'opened' }),
  close: rule({ from: states, to: 'same', by: ['approver'], when: ['live'], needs: ['target'], publication: 'switch', several: true, switches: 'closed' }),
  withdraw: rule({ libraries, from: states, to: 'unapproved', by: ['approver', 'centre'], casesBy: ['centre'], when: ['live'], needs: ['sentence', 'named'], marks: ['withdrawn', 'not returnRequested'], publication: 'close', tells: 'unit' }),
  resume: rule({ from: states, to: 'same', by: ['approver'], when: ['withdrawn', 'not lapsed'], marks: ['not withdrawn'], publication: 'again' }),
  // 启动预案 and 推送话务员: on top of every desk. The clock ends one too, and with the live text that is closed it goes.
  activate: rule({ libraries: ['plans'], from: states, to: 'same', by: ['approver', 'centre'], when: ['live', 'not activated'], needs: ['briefing', 'end'], marks: ['activated'], tells: 'unit' }),
  reschedule: rule({ libraries: ['plans'], from: states, to: 'same', by: ['approver', 'centre'], when: ['activated'], needs: ['end'], tells: 'unit' }),
  deactivate: rule({ libraries: ['plans'], from: states, to: 'same', by: ['approver', 'centre'], when: ['activated'], marks: ['not activated'], tells: 'unit' }),
  push: rule({ from: states, to: 'same', by: ['approver', 'centre'], when: ['live', 'not pushed'], needs: ['inForce'], marks: ['pushed'], tells: 'unit' }),
  unpush: rule({ from: states, to: 'same', by: ['approver', 'centre'], when: ['pushed'], marks: ['not pushed'], tells: 'unit' }),
  // 逾期下架: nobody reviewed it for too long, where the centre's setting says so. It comes back once its unit reviewed it.
  lapse: rule({ libraries: reviewedLibraries, from: states, to: 'unapproved', by: [], when: ['live'], marks: ['withdrawn', 'lapsed', 'not returnRequested'], publication: 'close', tells: 'unit', isAsked: false }),
  // One follows from a change of the tree, the other from 30 days in the trash.
  relocate: rule({ libraries, from: states, to: 'same', by: ['centre'], publication: 'place', isAsked: false }),
  purge: rule({ libraries, from: states, to: 'same', by: [], when: ['trashed'], isAsked: false }),
} as const satisfies Record<string, StepRule>

export type Step = keyof typeof steps

/** The steps a person may ask for. */
export const askedSteps: readonly Step[] = (Object.keys(steps) as Step[]).filter(
  (step) => steps[step].isAsked,
)

/** How long a deleted entry can be restored; then its copy goes, decisions and publications stay. */
export const daysInTrash = 30

/** Why a text is taken offline (下架). */
export const withdrawalKinds = ['inError', 'merged', 'expired'] as const
export type WithdrawalKind = (typeof withdrawalKinds)[number]

export const noticeKinds = ['announcement', 'letterStatistics', 'workBrief', 'news'] as const

/** Which working copies (unapproved texts, versions, decisions) a role reads. */
export const readsCopies: Record<Role, 'none' | 'ownUnitAndBelow' | 'everything'> = {
  agent: 'none',
  staff: 'none',
  editor: 'ownUnitAndBelow',
  approver: 'ownUnitAndBelow',
  centre: 'everything',
  operator: 'none',
  auditor: 'none',
  evaluator: 'none',
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
    evaluator: 'publicOnly',
  }

/** Roles with something to do in the admin; the others read at the desk. */
// prettier-ignore
export const rolesInAdmin: readonly Role[] = ['editor', 'approver', 'centre', 'operator', 'auditor', 'evaluator']

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
    may('similarQuestions'), may('keywords'), may('themes'), may('validFrom'), may('validUntil'), unread('reviewBy'),
    may('basis'), may('basedOn'), may('attachments'), may('related'), may('contact'), may('forCounty'), unread('coUnits'),
  ],
  plans: [must('unit'), must('title'), must('summary'), must('body'), must('openToUnits'), unread('coUnits')],
  notices: [
    must('unit'), must('openToUnits'), must('openToPublic'), must('title'), must('body'), may('attachments'), unread('coUnits'),
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
