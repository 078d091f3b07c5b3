import { libraries } from '@/access/rules'
import { auditActions, type AuditAction } from './auditActions'
import { sharedTexts } from './shared'

type Words = { zh: string; en: string }

/** Actions of the log that are about one matter. */
export type AuditGroup = { key: string; label: Words; actions: readonly AuditAction[] }

const names: readonly (Words & { key: string; first: readonly string[] })[] = [
  ...libraries.map((library) => ({
    ...{ key: library, first: [library] },
    zh: sharedTexts.zh.library[library] ?? library,
    en: sharedTexts.en.library[library] ?? library,
  })),
  {
    ...{ key: 'reading', first: ['entry', 'file', 'media', 'review'] },
    ...{ zh: '审阅、查看与附件', en: 'Reviews, readings, files' },
  },
  { key: 'tree', first: ['node'], zh: '知识树', en: 'Tree' },
  { key: 'accounts', first: ['users'], zh: '账号', en: 'Accounts' },
  { key: 'delegation', first: ['delegation'], zh: '委托', en: 'Delegation' },
  { key: 'keys', first: ['systems', 'key'], zh: '接口', en: 'Keys' },
  {
    ...{ key: 'searching', first: ['terms', 'placements', 'judgements'] },
    ...{ zh: '检索', en: 'Search' },
  },
  {
    ...{ key: 'system', first: ['settings', 'command', 'audit'] },
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
