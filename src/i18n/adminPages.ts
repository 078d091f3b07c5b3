import type { Language } from './language'

type Words = { zh: string; en: string }

const page = (zh: string, en: string) => ({ name: { zh, en } })

/** Pages as the procedure names them, in its order. */
// prettier-ignore
export const adminPages = {
  home: page('工作台', 'Home'),
  inbox: page('待我办理', 'My inbox'),
  tasks: page('任务办理', 'Tasks'),
  plansManage: page('预案库管理', 'Plans'),
  plansApprove: page('预案库审批', 'Approve plans'),
  plansView: page('查看预案库', 'Read plans'),
  plansDeletions: page('删除预案库审批', 'Deletions of plans'),
  plansCorrect: page('预案库修改', 'Correct plans'),
  manage: page('知识库管理', 'Knowledge'),
  approve: page('知识库审批', 'Approval'),
  view: page('知识库查看', 'Desk'),
  views: page('知识库浏览记录', 'Readings'),
  promotion: page('热点信息提炼', 'Promotion to hotspots'),
  searches: page('检索记录', 'Searches'),
  alerts: page('异常热度', 'Unusual demand'),
  samples: page('抽查', 'Samples'),
  deletions: page('删除知识库审批', 'Deletions'),
  correct: page('知识库修改', 'Correct knowledge'),
  nodes: page('知识树', 'Knowledge tree'),
  themes: page('主题', 'Themes'),
  documents: page('依据文件', 'Documents'),
  noticesApprove: page('信息公开审批', 'Approve notices'),
  announcement: page('通知公告', 'Announcements'),
  letterStatistics: page('来信统计', 'Letter statistics'),
  workBrief: page('工作简报', 'Work briefs'),
  news: page('新闻公告', 'News'),
  cases: page('典型案件', 'Typical cases'),
  import: page('导入', 'Import'),
  units: page('单位情况', 'Units'),
  handover: page('移交经办', 'Hand over'),
  users: page('账号管理', 'Accounts'),
  statistics: page('知识库统计', 'Statistics'),
  reports: page('监测与通报', 'Reports'),
  terms: page('同义词与专用词', 'Search words'),
  placements: page('检索干预', 'Placements'),
  hotspotPlacements: page('热点干预', 'Placed hotspots'),
  judgements: page('评判问题', 'Judged queries'),
  systems: page('接口密钥', 'System keys'),
  mails: page('通知邮件', 'Mails'),
  phrases: page('规范用语', 'Phrases'),
  holidays: page('节假日安排', 'Holidays'),
  site: page('网站设置', 'The city’s site'),
  settings: page('工作流程设置', 'Workflow settings'),
  audit: page('审计日志', 'Audit log'),
} as const satisfies Record<string, { name: Words }>

export type AdminPage = keyof typeof adminPages

export const pageGroups = {
  mine: { zh: '我的待办', en: 'My work' },
  plans: { zh: '预案库', en: 'Plans' },
  knowledge: { zh: '平台知识库', en: 'Knowledge base' },
  notices: { zh: '信息公开', en: 'Notices' },
  cases: { zh: '典型案件', en: 'Cases' },
  statistics: { zh: '统计分析', en: 'Statistics' },
  units: { zh: '单位与人员', en: 'Units and people' },
  searching: { zh: '检索', en: 'Search' },
  system: { zh: '系统', en: 'System' },
} as const satisfies Record<string, Words>

export type PageGroup = keyof typeof pageGroups

const zh = {
  hello: '{name}，您好',
  all: '全部',
  waiting: '等待我审批',
  waitingNone: '没有等待审批的内容。',
  returnedToUs: '被退回的内容',
  returnedNone: '没有被退回的内容。',
  days: '已等待 {n} 个工作日',
  today: '不满 1 个工作日',
  submittedAt: '提交时间',
  more: '查看全部',
  overview: '内容概况',
  recentAudit: '最近的审计记录',
  accounts: '共 {n} 个账号，其中 {m} 个停用',
  write: '新增知识',
  writePlan: '新增预案',
  changePassword: '修改密码',
  byStates: '{unit}及下属单位',
  allUnits: '各单位合计',
  library: '库',
  deletions: '等待我决定的删除申请',
  returnsAsked: '申请退回修改',
  consulted: '请我单位会同校核',
  waitsFor: '共 {n} 条',
}

export type DashboardTexts = typeof zh

const en: DashboardTexts = {
  hello: 'Hello, {name}',
  all: 'All',
  waiting: 'Waiting for my approval',
  waitingNone: 'Nothing waits for approval.',
  returnedToUs: 'Returned to us',
  returnedNone: 'Nothing was returned.',
  days: 'waiting for {n} working days',
  today: 'less than a working day',
  submittedAt: 'submitted',
  more: 'Show all',
  overview: 'Overview',
  recentAudit: 'Latest audit records',
  accounts: '{n} accounts, {m} of them inactive',
  write: 'New entry',
  writePlan: 'New plan',
  changePassword: 'Change the password',
  byStates: '{unit} and below',
  allUnits: 'All units',
  library: 'Library',
  deletions: 'Deletions waiting for me',
  returnsAsked: 'Asked to be returned for changes',
  consulted: 'Our agreement is asked for',
  waitsFor: '{n} in all',
}

/** What the first page of the admin says. */
export const dashboardTexts = { zh, en }

const missingZh = {
  title: '没有这个页面',
  text: '地址不对，内容已不在，或者它不对您开放。',
  back: '返回工作台',
}

const missingEn: typeof missingZh = {
  title: 'No such page',
  text: 'The address is wrong, what was here is gone, or it is not open to you.',
  back: 'Back home',
}

/** What the admin says where there is nothing for this person. */
export const missingTexts: Record<Language, typeof missingZh> = { zh: missingZh, en: missingEn }

/** Words of Payload's own interface that people of a hotline would put differently. */
export const payloadTexts = {
  zh: {
    general: {
      createNew: '新增',
      createNewLabel: '新增{{label}}',
      creatingNewLabel: '新增{{label}}',
      creating: '新增',
      dashboard: '工作台',
      untitled: '尚无标题',
      selectValue: '请选择',
      // Stands in a cell also while Payload 3.90 still looks the name up.
      noLabel: '—',
      payloadSettings: '界面设置',
    },
    version: { versions: '历史版本' },
    zhiku: { text: '内容' },
  },
  en: {
    general: { dashboard: 'Home', noLabel: '—', payloadSettings: 'Interface' },
    zhiku: { text: 'Text' },
  },
}
