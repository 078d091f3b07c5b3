import type { Language } from './language'
import { taskFigureTexts } from './taskFigures'

const zh = {
  title: '监测与通报',
  about:
    '每月第一天固定上月数据（一月另固定上一年），各单位可在两个工作日内提出异议，中心处理后发布为通报。固定后的数据不再改变。',
  none: '还没有固定的数据。每月第一天固定上月数据。',
  period: '时段',
  state: '状态',
  frozenAt: '固定时间',
  publishedAt: '发布时间',
  states: { shown: '核对中', published: '已通报' },
  report: (period: string) => `${period}知识库运行情况通报`,
  draft: (period: string) => `${period}知识库运行情况（核对中）`,
  frozen: (at: string) => `数据固定于 ${at}，此后不变。`,
  leading: '点数字看明细，明细按现在归属列出。',
  publishedBy: (name: string, at: string) => `${name} 发布于 ${at}`,
  whole: '合计',
  units: '各单位',
  meanings: '指标含义',
  scores: '评估得分',
  score: '得分',
  formula: (parts: string) => `得分 = (${parts}) ÷ 权重之和 × 100；没有任何内容和审批的单位不计分`,
  until: (day: string) => `各单位可在 ${day} 之前（含当日）提出异议。`,
  early: (day: string, isOver: boolean) =>
    `工作日安排在发布后有更正，异议期到 ${day}（含当日），通报发布早于期满。${isOver ? '期满前提出的异议和中心的处理附后。' : '期满前各单位仍可提出异议，中心的处理附后。'}`,
  forUnit: '为哪个单位',
  weight: (n: number) => `权重 ${n}`,
  scoreNames: {
    upToDate: '内容及时',
    faultless: '没有重大错误',
    prompt: '审批及时',
    accepted: '一次通过',
  },
  scoreParts: {
    upToDate: '内容及时（在线内容中没有更新不及时的比例）',
    faultless: '没有重大错误（每条重大错误扣五分之一）',
    prompt: '审批及时（两天内审批的比例）',
    accepted: '一次通过（审批中未被退回的比例）',
  },
  objections: '异议与处理',
  objectionsNone: '没有单位提出异议。',
  waiting: '等待中心处理',
  upheld: '异议成立',
  refused: '异议不成立',
  object: '提出异议',
  objectTitle: '对本单位数据提出异议',
  sentence: '用一句话说明哪项数据不对、为什么',
  objected: '异议已提交，中心处理后可在本页看到结果。',
  decide: '处理异议',
  of: (button: string, subject: string) => `${button}：${subject}`,
  isUpheld: '处理结果',
  answer: '答复',
  decided: '异议已处理。',
  publish: '发布通报',
  publishTitle: '发布通报',
  publishNote: '发布后各单位都能看到全部单位的数据，不能撤回。',
  published: '通报已发布，并通知各单位。',
  print: '打印',
  back: (period: string) => `返回${period}的通报`,
  whyNot: {
    published: '通报已经发布，不能再改。',
    over: '提出异议的两个工作日已过。',
    objected: '本单位已经提出过异议。',
    notOver: '提出异议的两个工作日还没有过，暂不能发布。',
    undecided: '还有异议没有处理，请先处理。',
    decided: '这条异议已经处理过了。',
    changed: '刚才有人提出了异议或发布了通报，请刷新后再办理。',
  },
  grade: '定级',
  gradeAgain: '重新定级',
  gradeTitle: '内容有误的下架：定级',
  isGrave: '差错程度',
  grave: '重大错误',
  minor: '一般差错',
  gradeSentence: '定级理由',
  graded: '已定级。',
}

const en: typeof zh = {
  title: 'Monitoring and reports',
  about:
    'On the first day of a month the figures of the month before are frozen, in January those of the year too; each unit may object within two working days, the centre decides and publishes.',
  none: 'Nothing was frozen yet. On the first day of a month the month before is.',
  period: 'Period',
  state: 'State',
  frozenAt: 'Frozen at',
  publishedAt: 'Published at',
  states: { shown: 'To be checked', published: 'Published' },
  report: (period) => `Report on the knowledge base, ${period}`,
  draft: (period) => `Figures of the knowledge base, ${period} (to be checked)`,
  frozen: (at) => `Frozen at ${at} and the same since.`,
  leading: 'Numbers lead to what they count.',
  publishedBy: (name, at) => `Published by ${name} at ${at}`,
  whole: 'All together',
  units: 'Units',
  meanings: 'What the figures mean',
  scores: 'Scores',
  score: 'Score',
  formula: (parts) =>
    `score = (${parts}) ÷ sum of the weights × 100; none for a unit without anything`,
  until: (day) => `Units may object until ${day}, that day included.`,
  early: (day, isOver) =>
    `The working days were corrected since: the time to object lasts until ${day}, that day included, and the report was published before. ${isOver ? 'What was objected until then, and what the centre decided, is shown below.' : 'Units may still object until then; what the centre decides is shown below.'}`,
  forUnit: 'For which unit',
  weight: (n) => `weight ${n}`,
  scoreNames: {
    upToDate: 'Up to date',
    faultless: 'No grave errors',
    prompt: 'In time',
    accepted: 'At once',
  },
  scoreParts: {
    upToDate: 'Up to date (online entries not kept up to date count against)',
    faultless: 'No grave errors (each takes a fifth)',
    prompt: 'Approved in time (within two days)',
    accepted: 'Accepted at once (not returned)',
  },
  objections: 'Objections',
  objectionsNone: 'No unit objected.',
  waiting: 'The centre has not decided yet',
  upheld: 'Upheld',
  refused: 'Refused',
  object: 'Object',
  objectTitle: 'Object to the figures of our unit',
  sentence: 'Which figure is wrong, and why, in a sentence',
  objected: 'The objection was sent; what the centre decides is shown here.',
  decide: 'Decide',
  of: (button, subject) => `${button}: ${subject}`,
  isUpheld: 'Decision',
  answer: 'Answer',
  decided: 'Decided.',
  publish: 'Publish',
  publishTitle: 'Publish the report',
  publishNote: 'All units will see the figures of all; it cannot be taken back.',
  published: 'The report was published, and the units were told.',
  print: 'Print',
  back: (period) => `Back to the report of ${period}`,
  whyNot: {
    published: 'The report was published and changes no more.',
    over: 'The two working days to object are over.',
    objected: 'The unit objected already.',
    notOver: 'The two working days to object are not over yet.',
    undecided: 'An objection waits to be decided.',
    decided: 'It was decided already.',
    changed: 'Somebody objected or published just now; look again first.',
  },
  grade: 'Grade',
  gradeAgain: 'Grade again',
  gradeTitle: 'Grade a withdrawal for wrong content',
  isGrave: 'How bad it was',
  grave: 'Grave error',
  minor: 'Minor error',
  gradeSentence: 'Why',
  graded: 'Graded.',
}

/** What the pages of reports say. */
export const reportTexts: Record<Language, typeof zh> = { zh, en }

/** `2026年10月`, or `2026年` of a year. */
export function reportTitle(id: string, language: Language): string {
  const [year = '', month] = id.split('-')
  if (language === 'en') return id
  return month ? `${year}年${Number(month)}月` : `${year}年`
}

const meaningsZh = {
  live: '期末上架的内容条数，含已过有效期和未生效的',
  expired: '期末在线而有效期已过的条数',
  unreviewed: '期末在线而复核日期已过的条数',
  late: '期末在线而有效期或复核日期已过七天以上的条数',
  added: '本期第一次上线的内容条数',
  changed: '本期已上线内容经审批或中心直接修改而更新的次数',
  withdrawn: '本期下架的次数，退回时同时下线的不计',
  deleted: '本期删除（含同意删除）的次数',
  grave: '本期经中心定为重大错误的内容有误下架次数',
  reads: '本期阅读次数，同一读者一小时内重复打开不计',
  readers: '本期每日不同读者数之和',
  uses: '本期用于答复来电的次数',
  helpful: '本期市民说有帮助的次数，同一地址每天对一条内容最多计三次',
  unhelpful: '本期市民说没有帮助的次数，同一地址每天对一条内容最多计三次',
  toLook: '本期结束的五个工作日查看期数，当时没有知识库管理员的期不计',
  looked: '其中按期查看过阅读情况的期数',
  noEditor: '本期结束、当时没有知识库管理员可以提醒的五个工作日期数',
  submitted: '本期提交审批的次数',
  approved: '本期审批通过的次数',
  returned: '本期退回的次数',
  waited: '本期审批通过的内容从提交到通过所用小时数的中位数',
  longest: '本期审批通过的内容从提交到通过所用小时数的最大值',
  ...taskFigureTexts.zh.meanings,
}

const meaningsEn: typeof meaningsZh = {
  live: 'entries online at the end, with those out of or before their validity',
  expired: 'of these, out of their validity',
  unreviewed: 'of these, past their review',
  late: 'of these, past validity or review for more than seven days',
  added: 'entries online for the first time',
  changed: 'changes of entries that were online, approved or saved directly',
  withdrawn: 'withdrawals',
  deleted: 'deletions',
  grave: 'withdrawals for wrong content that the centre graded as grave in it',
  reads: 'readings; again by the same reader within an hour is none',
  readers: 'different readers of each day, added up',
  uses: 'uses on calls',
  helpful:
    'how often citizens said that it helped, of one address three times a day and entry at most',
  unhelpful: 'how often they said that it did not, counted alike',
  toLook: 'periods of five working days that ended, but for those in which there was no editor',
  looked: 'of these, with a look at the readings',
  noEditor: 'periods of five working days that ended in which nobody was there to be reminded',
  submitted: 'submissions',
  approved: 'approvals',
  returned: 'returns',
  waited: 'hours from submission to approval, the median',
  longest: 'hours from submission to approval, the longest',
  ...taskFigureTexts.en.meanings,
}

/** What each figure means, in a sentence: kept with a report as it was. */
export const figureMeanings: Record<Language, typeof meaningsZh> = {
  zh: meaningsZh,
  en: meaningsEn,
}

/** How a score is worked out by these weights, in a sentence: kept with a report as it was. */
export function formulaOf(
  weights: Record<keyof (typeof zh)['scoreParts'], number>,
  language: Language,
): string {
  const { scoreParts, formula } = reportTexts[language]
  const keys = Object.keys(scoreParts) as (keyof typeof scoreParts)[]
  return formula(keys.map((key) => `${scoreParts[key]} × ${weights[key]}`).join(' + '))
}
