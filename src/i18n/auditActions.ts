import { libraries, steps, type Library, type Step } from '@/access/rules'
import type { SiteStep } from '@/access/site'
import type { TaskStep } from '@/access/tasks'
import { sharedTexts } from './shared'
import { siteStepNames } from './site'
import { stepNames } from './steps'
import { taskTexts } from './tasks'

type Words = { zh: string; en: string }

/** What happens to a text beside the steps; `history` and `read` tell who saw an unapproved one. */
const textActions = {
  create: { zh: '新增', en: 'Written' },
  save: { zh: '保存', en: 'Saved' },
  read: { zh: '查看工作稿', en: 'Working copy read' },
  list: { zh: '批量查看工作稿', en: 'Working copies read as a list' },
  history: { zh: '查看审批记录', en: 'History read' },
  handover: { zh: '经办人调整', en: 'Keeper changed' },
} as const satisfies Record<string, Words>

const otherActions = {
  review: { zh: '打开审阅', en: 'Opened for review' },
  'entry.read': { zh: '查看非公开内容', en: 'Non-public text read' },
  'changes.read': { zh: '增量读取非公开内容', en: 'Non-public texts read as changes' },
  'views.export': { zh: '导出浏览记录', en: 'Readings exported' },
  'statistics.export': { zh: '导出统计', en: 'Statistics exported' },
  'reports.freeze': { zh: '监测数据固定', en: 'Figures frozen' },
  'reports.object': { zh: '对监测数据提出异议', en: 'Figures objected to' },
  'reports.decide': { zh: '异议处理', en: 'Objection decided' },
  'reports.publish': { zh: '发布通报', en: 'Report published' },
  'gradings.save': { zh: '下架差错定级', en: 'Withdrawal graded' },
  'file.read': { zh: '查看非公开附件', en: 'Non-public file read' },
  'media.create': { zh: '上传附件', en: 'File uploaded' },
  'media.read': { zh: '查看工作稿附件', en: 'File of a working copy read' },
  'node.create': { zh: '新增节点', en: 'Node added' },
  'node.update': { zh: '修改节点', en: 'Node changed' },
  'node.rename': { zh: '节点更名', en: 'Node renamed' },
  'node.move': { zh: '节点移动', en: 'Node moved' },
  'node.order': { zh: '调整顺序', en: 'Order changed' },
  'node.merge': { zh: '节点并入', en: 'Node merged' },
  'node.delete': { zh: '删除节点', en: 'Node deleted' },
  'users.create': { zh: '新增账号', en: 'Account created' },
  'users.update': { zh: '修改账号', en: 'Account changed' },
  'users.password': { zh: '修改密码', en: 'Password changed' },
  'users.following': { zh: '修改关注', en: 'Following changed' },
  'users.login': { zh: '登录', en: 'Signed in' },
  'users.loginFailed': { zh: '登录失败', en: 'Sign-in failed' },
  'users.locked': { zh: '连续登录失败，账号锁定', en: 'Account locked after failed sign-ins' },
  'users.unlock': { zh: '解除锁定', en: 'Account unlocked' },
  'users.logout': { zh: '退出登录', en: 'Signed out' },
  'delegation.name': { zh: '委托代行审批', en: 'Delegate named' },
  'delegation.change': { zh: '变更委托', en: 'Delegation changed' },
  'delegation.end': { zh: '结束委托', en: 'Delegation ended' },
  'systems.create': { zh: '新增接口密钥', en: 'Key created' },
  'systems.update': { zh: '修改接口密钥', en: 'Key changed' },
  'systems.delete': { zh: '删除接口密钥', en: 'Key deleted' },
  'key.search': { zh: '接口查询', en: 'Search by a key' },
  'key.entry': { zh: '接口读取非公开内容', en: 'Non-public text read by a key' },
  'terms.create': { zh: '新增同义词或专用词', en: 'Search words added' },
  'terms.update': { zh: '修改同义词或专用词', en: 'Search words changed' },
  'terms.delete': { zh: '删除同义词或专用词', en: 'Search words deleted' },
  'placements.create': { zh: '新增检索干预', en: 'Placement added' },
  'placements.update': { zh: '修改检索干预', en: 'Placement changed' },
  'placements.delete': { zh: '删除检索干预', en: 'Placement deleted' },
  'hotspotPlacements.create': { zh: '新增热点干预', en: 'Hotspot placed' },
  'hotspotPlacements.update': { zh: '修改热点干预', en: 'Placed hotspot changed' },
  'hotspotPlacements.delete': { zh: '删除热点干预', en: 'Placed hotspot deleted' },
  'fixedPhrases.create': { zh: '新增规范用语', en: 'Phrase added' },
  'fixedPhrases.update': { zh: '修改规范用语', en: 'Phrase changed' },
  'fixedPhrases.delete': { zh: '删除规范用语', en: 'Phrase deleted' },
  'holidays.create': { zh: '填写节假日安排', en: 'Holidays entered' },
  'holidays.update': { zh: '修改节假日安排', en: 'Holidays changed' },
  'holidays.delete': { zh: '删除节假日安排', en: 'Holidays deleted' },
  'samples.draw': { zh: '抽查：抽取', en: 'Sample drawn' },
  'samples.check': { zh: '抽查：检查', en: 'Sampled entry checked' },
  'documents.create': { zh: '登记依据文件', en: 'Document entered' },
  'documents.update': { zh: '修改依据文件', en: 'Document changed' },
  'documents.delete': { zh: '删除依据文件', en: 'Document deleted' },
  'keptThemes.create': { zh: '新增主题', en: 'Theme added' },
  'keptThemes.update': { zh: '修改主题', en: 'Theme changed' },
  'keptThemes.delete': { zh: '删除主题', en: 'Theme deleted' },
  'readReviews.nothing': { zh: '五日查看：无需处理', en: 'Readings looked at: nothing to do' },
  'readReviews.answered': { zh: '五日查看：逐条办完', en: 'Readings looked at: each answered' },
  'readReviews.drafted': { zh: '五日查看：据此新增', en: 'Readings looked at: a draft made' },
  'readReviews.revised': {
    zh: '五日查看：改归热点信息',
    en: 'Readings looked at: moved to hotspots',
  },
  'readReviews.marked': {
    zh: '五日查看：推荐到县级热点',
    en: 'Readings looked at: for the county',
  },
  'judgements.create': { zh: '新增评判问题', en: 'Judged query added' },
  'judgements.update': { zh: '修改评判问题', en: 'Judged query changed' },
  'judgements.delete': { zh: '删除评判问题', en: 'Judged query deleted' },
  'settings.update': { zh: '修改设置', en: 'Settings changed' },
  'site.open': { zh: '网站设置·打开审阅', en: 'Site: opened for review' },
  'command.run': { zh: '执行命令', en: 'Command run' },
  'imports.begin': { zh: '导入：开始', en: 'Import begun' },
  'imports.end': { zh: '导入：完成', en: 'Import ended' },
  'imports.takeBack': { zh: '导入：撤回', en: 'Import taken back' },
  'audit.export': { zh: '导出审计记录', en: 'Audit log exported' },
  'audit.newKey': { zh: '审计密钥更换', en: 'Key of the audit log changed' },
  'audit.headLost': { zh: '审计链头缺失或被改动', en: 'Head of the audit log lost or changed' },
} as const satisfies Record<string, Words>

type TaskAction = `tasks.${TaskStep | 'open'}`
type SiteAction = `site.${SiteStep}`

export type AuditAction =
  | keyof typeof otherActions
  | TaskAction
  | SiteAction
  | `${Library}.${Step | keyof typeof textActions}`

/** What is on record, in words; the filter of the log lists the same. */
export const auditActions = {
  ...otherActions,
  ...Object.fromEntries(libraries.flatMap(ofLibrary)),
  ...Object.fromEntries(
    (Object.keys(taskTexts.zh.steps) as (TaskStep | 'open')[]).map((step) => [
      `tasks.${step}`,
      { zh: `任务·${taskTexts.zh.steps[step]}`, en: `Tasks: ${taskTexts.en.steps[step]}` },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(siteStepNames).map(([step, { zh, en }]) => [
      `site.${step}`,
      { zh: `网站设置·${zh}`, en: `Site: ${en}` },
    ]),
  ),
} as Record<AuditAction, Words>

function ofLibrary(library: Library): [string, Words][] {
  const [zh, en] = [sharedTexts.zh, sharedTexts.en].map((texts) => texts.library[library])
  const names: Record<string, Words> = { ...textActions, ...stepNames }
  return [...Object.keys(textActions), ...Object.keys(steps)].map((action) => [
    `${library}.${action}`,
    { zh: `${zh}·${names[action]?.zh}`, en: `${en}: ${names[action]?.en}` },
  ])
}

/** Actions of the log that are about one matter. */
export type AuditGroup = { key: string; label: Words; actions: readonly AuditAction[] }

const names: readonly (Words & { key: string; first: readonly string[] })[] = [
  ...libraries.map((library) => ({
    ...{ key: library, first: [library] },
    zh: sharedTexts.zh.library[library] ?? library,
    en: sharedTexts.en.library[library] ?? library,
  })),
  {
    ...{ key: 'reading', first: ['entry', 'views', 'file', 'media', 'review', 'readReviews'] },
    ...{ zh: '审阅、查看与附件', en: 'Reviews, readings, files' },
  },
  { key: 'tasks', first: ['tasks', 'documents', 'samples'], zh: '任务', en: 'Tasks' },
  { key: 'importing', first: ['imports'], zh: '导入', en: 'Imports' },
  { key: 'tree', first: ['node'], zh: '知识树', en: 'Tree' },
  { key: 'accounts', first: ['users'], zh: '账号', en: 'Accounts' },
  { key: 'delegation', first: ['delegation'], zh: '委托', en: 'Delegation' },
  { key: 'keys', first: ['systems', 'key'], zh: '接口', en: 'Keys' },
  {
    ...{ key: 'searching', first: ['terms', 'placements', 'judgements', 'hotspotPlacements'] },
    ...{ zh: '检索', en: 'Search' },
  },
  {
    ...{ key: 'statistics', first: ['statistics', 'reports', 'gradings'] },
    ...{ zh: '统计与通报', en: 'Statistics and reports' },
  },
  {
    ...{
      key: 'system',
      first: ['settings', 'site', 'holidays', 'fixedPhrases', 'keptThemes', 'command', 'audit'],
    },
    ...{ zh: '系统与审计', en: 'System and audit' },
  },
]

const firstOf = (action: string): string => action.split('.')[0] ?? ''

/** What the log can be narrowed to: matters, and the actions of each, told by the first word of their names. */
export const auditGroups: readonly AuditGroup[] = names.map(({ key, first, zh, en }) => ({
  key,
  label: { zh, en },
  actions: (Object.keys(auditActions) as AuditAction[]).filter((action) =>
    first.includes(firstOf(action)),
  ),
}))
