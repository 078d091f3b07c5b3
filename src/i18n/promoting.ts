import type { Language } from './language'

type Words = { zh: string; en: string }

/** Why what is proposed cannot be done so. */
export const promotionRefusals = {
  noPlace: {
    zh: '本单位没有“热点信息”这一类，不能据此新增或改归。请联系中心管理员在知识树中增设，或点“看过，无需处理”。',
    en: 'Your unit has no category for hotspots: ask the centre to add one, or say that nothing is to be done.',
  },
  markInstead: {
    zh: '乡镇没有“热点信息”这一类，请点“推荐到县级热点”。',
    en: 'A township has no category for hotspots: mark it for its county’s front list.',
  },
  noTownship: {
    zh: '只有乡镇的知识才推荐到县级热点，本单位请点“改归热点信息”。',
    en: 'Only a township marks entries for its county: move it to your own hotspots.',
  },
  knowledgeOnly: {
    zh: '只有知识库的内容可以改归热点信息，这一条请点“据此新增热点信息”。',
    en: 'Only knowledge is moved there: make a new draft of this one.',
  },
  notProposed: {
    zh: '这一项不在本期所列之中，请刷新页面后再办理。',
    en: 'This is not proposed now: load the page again.',
  },
  heldBy: (names: string): Words => ({
    zh: `${names}正在修订这条知识。请与其商定后由其改类别，或等这次修订审批完成后再办理。`,
    en: `${names} has a revision under way: have them change it there, or wait until it is approved.`,
  }),
}

const zh = {
  own: '本单位',
  about: (read: string, until: string) =>
    `下面是上一期（${read}）里本单位读得多、还没有列入热点信息的内容，和各处多人查过、没有得到答案的话。请于 ${until} 前（含当日）逐条办理，或看过后点“全部看过，无需处理”。由此产生的新稿和修订照常提交审批。`,
  aboutReading: (read: string) =>
    `下面是上一期（${read}）里本单位读得多、还没有列入热点信息的内容，和各处多人查过、没有得到答案的话，由本单位知识库管理员办理。`,
  period: (year: number, number: number, days: string) => `${year} 年第 ${number} 期 ${days}`,
  days: (first: string, last: string) => `${first} 至 ${last}`,
  lookedBy: (name: string, at: string) => `本期已由${name}查看（${at}）。`,
  nothing: '上一期没有需要查看的内容。',
  noPlace: '本单位没有“热点信息”这一类，请联系中心管理员增设后再据此新增或改归。',
  entries: '读得多的内容',
  entriesNone: '上一期没有读得多而未列入热点信息的内容。',
  queries: '没有得到答案的话',
  queriesNone: '上一期没有三人以上查过而没有得到答案的话。',
  title: '标题',
  query: '查询的话',
  read: '阅读情况',
  asked: '查过',
  answer: '办理',
  buttons: {
    revise: '改归热点信息',
    draft: '据此新增热点信息',
    draftOfQuery: '据此新增',
    mark: '推荐到县级热点',
    nothing: '看过，无需处理',
    all: '全部看过，无需处理',
  },
  of: (button: string, subject: string) => `${button}：${subject}`,
  outcomes: {
    nothing: '看过，无需处理',
    drafted: '已据此新增',
    revised: '已改归热点信息',
    marked: '已推荐到县级热点',
  },
  open: '打开',
  unanswered: '尚未办理',
  done: '已记下。',
  allDone: '已记下，本期查看完成。',
  units: '各单位查看情况',
  aboutUnits:
    '每五个工作日为一期，从每年第一个工作日起算。各单位知识库管理员每期查看上一期的阅读情况，全部看过或逐条办完即为已查看。',
  choosePeriod: '期次',
  show: '查看情况',
  all: '全部单位',
  missed: '未查看',
  unit: '单位',
  state: '查看情况',
  by: '查看人',
  at: '时间',
  came: '办理结果',
  states: {
    looked: '已查看',
    empty: '无可查看',
    missed: '未查看',
    noEditor: '没有知识库管理员',
    notAsked: '未要求',
  },
  cameOf: { drafted: '新增', revised: '改归', marked: '推荐' },
  counted: (n: number, missed: number) => `共 ${n} 个单位，其中 ${missed} 个未查看。`,
  none: '没有符合条件的单位。',
  notAskedYet: '这一期还没有开始提醒。',
  waiting: (days: string) => `${days} 的阅读情况待查看`,
}

export type PromotionTexts = typeof zh

const en: PromotionTexts = {
  own: 'Our unit',
  about: (read, until) =>
    `What was read most of your unit in the period before (${read}) and is no hotspot yet, and what several asked everywhere without an answer. Answer each until ${until}, or say that all was looked at. Drafts and revisions are submitted and approved as always.`,
  aboutReading: (read) =>
    `What was read most of your unit in the period before (${read}) and is no hotspot yet, and what several asked everywhere without an answer; for the editors of your unit to answer.`,
  period: (year, number, days) => `${year}, ${number}: ${days}`,
  days: (first, last) => `${first} to ${last}`,
  lookedBy: (name, at) => `Looked at by ${name} in this period (${at}).`,
  nothing: 'Nothing to look at of the period before.',
  noPlace: 'Your unit has no category for hotspots: ask the centre to add one first.',
  entries: 'Read most',
  entriesNone: 'Nothing was read that is no hotspot yet.',
  queries: 'Asked without an answer',
  queriesNone: 'Nothing that three or more asked was left without an answer.',
  title: 'Title',
  query: 'Query',
  read: 'Readings',
  asked: 'Asked',
  answer: 'Answer',
  buttons: {
    revise: 'Move to hotspots',
    draft: 'New hotspot from it',
    draftOfQuery: 'New entry from it',
    mark: 'Mark for the county',
    nothing: 'Seen, nothing to do',
    all: 'All seen, nothing to do',
  },
  of: (button, subject) => `${button}: ${subject}`,
  outcomes: {
    nothing: 'Seen, nothing to do',
    drafted: 'New entry made',
    revised: 'Moved to hotspots',
    marked: 'Marked for the county',
  },
  open: 'Open',
  unanswered: 'not answered yet',
  done: 'Noted.',
  allDone: 'Noted; the look of this period is done.',
  units: 'Which units looked',
  aboutUnits:
    'A period is five working days, counted from the first of each year. In each, a unit’s editors look at the readings of the period before: all of it at once, or one by one.',
  choosePeriod: 'Period',
  show: 'Looked',
  all: 'All units',
  missed: 'Not looked',
  unit: 'Unit',
  state: 'Looked',
  by: 'By',
  at: 'At',
  came: 'What came of it',
  states: {
    looked: 'looked',
    empty: 'nothing to look at',
    missed: 'not looked',
    noEditor: 'no editor',
    notAsked: 'not asked',
  },
  cameOf: { drafted: 'new', revised: 'moved', marked: 'marked' },
  counted: (n, missed) => `${n} units, ${missed} of them did not look.`,
  none: 'No such unit.',
  notAskedYet: 'Nobody has been asked in this period yet.',
  waiting: (days) => `Readings of ${days} to look at`,
}

/** What 热点信息提炼 says. */
export const promotionTexts: Record<Language, PromotionTexts> = { zh, en }
