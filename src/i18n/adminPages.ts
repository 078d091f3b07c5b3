type Words = { zh: string; en: string }

/** Pages as the procedure names them, in its order. */
export const adminPages = {
  home: { name: { zh: '工作台', en: 'Home' }, hint: { zh: '待办与概况', en: 'What waits' } },
  manage: {
    name: { zh: '知识库管理', en: 'Knowledge' },
    hint: { zh: '编写、修改、提交审批', en: 'Write, change, submit' },
  },
  approve: {
    name: { zh: '知识库审批', en: 'Approval' },
    hint: {
      zh: '审阅本单位提交的内容，审批或退回',
      en: 'Read what was submitted; approve or return',
    },
  },
  copies: {
    name: { zh: '知识与审批状态', en: 'Entries and states' },
    hint: { zh: '查看所辖单位的知识和办理记录', en: 'Entries of all units and their state' },
  },
  nodes: {
    name: { zh: '知识树', en: 'Knowledge tree' },
    hint: { zh: '单位与类别', en: 'Units and categories' },
  },
  view: {
    name: { zh: '知识库查看', en: 'Desk' },
    hint: { zh: '查询已发布的知识', en: 'Search what is published' },
  },
  users: {
    name: { zh: '账号管理', en: 'Accounts' },
    hint: { zh: '人员、角色、启用与密码', en: 'People, roles, activation, passwords' },
  },
  systems: {
    name: { zh: '接口密钥', en: 'System keys' },
    hint: { zh: '接入系统的只读密钥', en: 'Keys of connected systems' },
  },
  audit: {
    name: { zh: '审计日志', en: 'Audit log' },
    hint: { zh: '谁在何时做了什么', en: 'Who did what, when' },
  },
} as const satisfies Record<string, { name: Words; hint: Words }>

export type AdminPage = keyof typeof adminPages

export const pageGroups: Record<'knowledge' | 'system', Words> = {
  knowledge: { zh: '平台知识库', en: 'Knowledge base' },
  system: { zh: '系统', en: 'System' },
}

const zh = {
  hello: '{name}，您好',
  waiting: '等待我审批',
  waitingNone: '没有等待审批的内容。',
  returnedToUs: '被退回的知识',
  returnedNone: '没有被退回的知识。',
  drafts: '未提交的知识',
  draftsNone: '没有未提交的知识。',
  days: '已等待 {n} 天',
  today: '今天提交',
  submittedAt: '提交时间',
  more: '查看全部',
  pages: '常用页面',
  overview: '知识概况',
  recentAudit: '最近的审计记录',
  accounts: '共 {n} 个账号，其中 {m} 个停用',
  write: '新增知识',
  changePassword: '修改密码',
  byStates: '{unit}及下属单位',
  allUnits: '各单位合计',
  submitMany: '提交审批（已选 {n} 条）',
  submittedMany: '已提交审批 {n} 条。',
}

export type DashboardTexts = typeof zh

const en: DashboardTexts = {
  hello: 'Hello, {name}',
  waiting: 'Waiting for my approval',
  waitingNone: 'Nothing waits for approval.',
  returnedToUs: 'Returned to us',
  returnedNone: 'Nothing was returned.',
  drafts: 'Not submitted yet',
  draftsNone: 'There are no drafts.',
  days: 'waiting for {n} days',
  today: 'submitted today',
  submittedAt: 'submitted',
  more: 'Show all',
  pages: 'Pages',
  overview: 'Overview',
  recentAudit: 'Latest audit records',
  accounts: '{n} accounts, {m} of them inactive',
  write: 'New entry',
  changePassword: 'Change the password',
  byStates: '{unit} and below',
  allUnits: 'All units',
  submitMany: 'Submit ({n} chosen)',
  submittedMany: '{n} submitted.',
}

/** What the first page of the admin says. */
export const dashboardTexts = { zh, en }
