import type {
  ReviewCause,
  ReviewTerm,
  TaskKind,
  TaskState,
  TaskStep,
  TaskWhyNot,
} from '@/access/tasks'
import type { Language } from './language'

const kindsZh: Record<TaskKind, string> = {
  gap: '知识缺口',
  correction: '纠错',
  request: '维护需求',
  review: '复核',
  sample: '抽查',
  contradiction: '矛盾',
}
const kindsEn: Record<TaskKind, string> = {
  gap: 'Gap',
  correction: 'Correction',
  request: 'Request',
  review: 'Review',
  sample: 'Sample',
  contradiction: 'Contradiction',
}

const statesZh: Record<TaskState, string> = {
  open: '待受理',
  taken: '办理中',
  answered: '已答复',
  closed: '已办结',
  refused: '已退回',
}
const statesEn: Record<TaskState, string> = {
  open: 'Open',
  taken: 'Taken',
  answered: 'Answered',
  closed: 'Closed',
  refused: 'Refused',
}

const stepsZh: Record<TaskStep | 'open', string> = {
  open: '提出',
  take: '受理',
  link: '指明答案',
  uphold: '属实',
  answer: '答复',
  confirm: '复核无误',
  reconfirm: '复核通过',
  accept: '认可',
  sendBack: '退回重办',
  refuse: '不予采纳',
  reassign: '转其他单位',
  cancel: '撤销',
  settle: '办结',
  reopen: '重新打开',
}
const stepsEn: Record<TaskStep | 'open', string> = {
  open: 'Told',
  take: 'Take',
  link: 'Name the answer',
  uphold: 'It is right',
  answer: 'Answer',
  confirm: 'Reviewed, all right',
  reconfirm: 'Confirm the review',
  accept: 'Accept',
  sendBack: 'Send back',
  refuse: 'Refuse',
  reassign: 'To another unit',
  cancel: 'Cancel',
  settle: 'Settled',
  reopen: 'Opened again',
}

const zh = {
  kinds: kindsZh,
  states: statesZh,
  steps: stepsZh,
  outcomes: {
    found: '按原话检索，已能在前三条找到答案',
    corrected: '已更正并上线',
    offline: '相关内容已下架',
    revised: '已修订并上线',
    agreeing: '两处内容已一致',
    reviewed: '复核无误',
    accepted: '答复已认可',
  },
  why: {
    notAllowed: '这一步由该单位的其他角色办理。',
    wrongState: '任务的状态已变，请刷新页面查看最新状态。',
    ownAnswer: '不能认可自己的答复，请由本单位其他分管领导或中心办理。',
    centreDecides: '这个任务已两次转办，请由中心决定归哪个单位。',
    validityEnds: '有效期将到，请修订延长有效期、由新内容替代，或到期下架。',
  } satisfies Record<TaskWhyNot, string>,
  causes: {
    due: '到复核日期',
    validity: '有效期将到',
    basis: '依据文件已失效',
  } satisfies Record<ReviewCause, string>,
  about:
    '读者查不到、认为有误或过期的内容，以及中心的维护需求，在这里按办理期限办结；提出人会收到结果。',
  none: '没有任务。话务员、市民或中心提出后，会列在这里，并有消息提醒。',
  noneOwn: '您还没有上报过。查不到答案或发现内容有误时，可在查询页上报。',
  number: '编号',
  kind: '类别',
  state: '状态',
  due: '期限',
  overdue: '已超期',
  count: '人次',
  unit: '承办单位',
  entry: '内容',
  what: '事项',
  at: '提出时间',
  unfinished: '未办结',
  allStates: '全部状态',
  allKinds: '全部类别',
  own: '我上报的',
  passage: '有误的原文',
  answer: '答复',
  outcome: '结果',
  history: '办理经过',
  reports: '提出情况',
  reportsMore: (n: number) => `另有 ${n} 次提出未列出。`,
  words: '来电原话',
  query: '查询的话',
  district: '县区',
  channels: {
    desk: '查询页',
    portal: '市民网页',
    system: '外部系统',
    admin: '管理页面',
    server: '系统',
  },
  citizen: '市民',
  system: '系统',
  replay: '按原话检索',
  replayNote: '以提出人能看到的范围检索，答案须在前三条。',
  place: (n: number | null) => (n === null ? '没有找到' : `第 ${n} 条`),
  replayNone: '指明答案并上线后，系统按每一句原话重新检索。',
  sentence: '说明',
  reason: '原因',
  toUnit: '转到',
  entryNumber: '答案的编号',
  entryHint: '如 ZS000123，可以是还在起草的内容；上线并能按原话找到后，任务自动办结。',
  draft: '据此新增',
  done: '已办理。',
  title: (kind: string, number: string) => `${kind} ${number}`,
  open: '打开',
  gone: '（已不在或不对您开放）',
  acting: '代审批',
  needs: {
    kind: 'kind 只能是 gap（知识缺口）、correction（纠错）或 request（维护需求）。',
    query: '请写明查询的话。',
    sentence: '请用 500 字以内的文字说明。',
    reason: '请写明原因（500 字以内）。',
    entry: '请填写一条内容的编号，如 ZS000123。',
    noEntry: '没有这条内容，或者您无权查看。',
    ownEntry: '请指明本单位的内容，或已上线的内容。',
    unit: '请选择承办单位。',
    noUnit: '没有这个单位，或者该县（市、区）还没有政府办。',
    sameUnit: '任务已在这个单位。',
    due: '请填写期限，如 2026-12-04，不早于今天。',
    units: '请至少选择一个单位。',
    opened: '请先打开这条内容的最新版本，再确认复核无误。',
  },
}

export type TaskTexts = typeof zh

const en: TaskTexts = {
  kinds: kindsEn,
  states: statesEn,
  steps: stepsEn,
  outcomes: {
    found: 'Its queries find the answer among the first three',
    corrected: 'Put right and online',
    offline: 'What it was about is offline',
    revised: 'Revised and online',
    agreeing: 'Both texts agree',
    reviewed: 'Reviewed, all right',
    accepted: 'The answer was accepted',
  },
  why: {
    notAllowed: 'Another role of the unit takes this step.',
    wrongState: 'The task has moved on: reload the page to see how it stands.',
    ownAnswer: 'Nobody accepts their own answer: another approver or the centre does.',
    centreDecides: 'It was handed on twice: the centre says whose it is.',
    validityEnds: 'Its validity ends: extend it by a revision, replace it, or let it end.',
  },
  causes: {
    due: 'The day of review has come',
    validity: 'Its validity ends',
    basis: 'A document it rests on is out of force',
  },
  about:
    'What readers miss or find wrong or old, and what the centre asks for, is settled here by its day; whoever told of it hears the end.',
  none: 'No tasks. What agents, citizens or the centre tell comes here, with a message.',
  noneOwn: 'You told of nothing yet. What you miss or find wrong is told at the desk.',
  number: 'Number',
  kind: 'Kind',
  state: 'State',
  due: 'Due',
  overdue: 'overdue',
  count: 'Times told',
  unit: 'Unit',
  entry: 'Entry',
  what: 'Matter',
  at: 'Told at',
  unfinished: 'Unfinished',
  allStates: 'All states',
  allKinds: 'All kinds',
  own: 'Told by me',
  passage: 'The words that are wrong',
  answer: 'Answer',
  outcome: 'Outcome',
  history: 'History',
  reports: 'Told by',
  reportsMore: (n) => `${n} more are not listed.`,
  words: 'The caller’s words',
  query: 'Query',
  district: 'District',
  channels: {
    desk: 'Desk',
    portal: 'Portal',
    system: 'Another system',
    admin: 'Admin',
    server: 'The server',
  },
  citizen: 'A citizen',
  system: 'The system',
  replay: 'Its queries asked again',
  replayNote: 'As whoever asked; the answer must be among the first three.',
  place: (n) => (n === null ? 'not found' : `place ${n}`),
  replayNone: 'Once the answer is named and online, each query is asked again.',
  sentence: 'Sentence',
  reason: 'Reason',
  toUnit: 'To',
  entryNumber: 'Number of the answer',
  entryHint:
    'Such as ZS000123, be it a draft; the task closes itself once it is online and found by the queries.',
  draft: 'Write it',
  done: 'Done.',
  title: (kind, number) => `${kind} ${number}`,
  open: 'Open',
  gone: '(gone, or not open to you)',
  acting: 'for the unit',
  needs: {
    kind: 'kind must be gap, correction or request.',
    query: 'Say what was asked.',
    sentence: 'Say it in at most 500 characters.',
    reason: 'Give a reason of at most 500 characters.',
    entry: 'Give the number of an entry, such as ZS000123.',
    noEntry: 'There is no such entry, or it is not open to you.',
    ownEntry: 'Name an entry of your unit, or one that is online.',
    unit: 'Choose a unit.',
    noUnit: 'There is no such unit, or the county has no government office yet.',
    sameUnit: 'The task lies with this unit.',
    due: 'Give a day such as 2026-12-04, not before today.',
    units: 'Choose at least one unit.',
    opened: 'Open the latest text before you confirm it.',
  },
}

/** What tasks are called and say. */
export const taskTexts: Record<Language, TaskTexts> = { zh, en }

export const reviewTermNames: Record<ReviewTerm, { zh: string; en: string }> = {
  hotspots: { zh: '热点信息', en: 'Hotspots' },
  policies: { zh: '政策法规解读', en: 'Policies' },
  others: { zh: '其他类别', en: 'Others' },
}

/** What a task is about in a message: never the title of an entry, which its reader may not see by then. */
export const aboutTask = ({
  number,
  kind,
  about,
  entryNumber,
  cause,
}: {
  number: string
  kind: TaskKind
  about: string
  entryNumber: string | null
  cause: ReviewCause | null
}): string =>
  [
    number,
    kindsZh[kind],
    entryNumber,
    cause && zh.causes[cause],
    about.length > 60 ? `${about.slice(0, 60)}…` : about,
  ]
    .filter(Boolean)
    .join(' ')
