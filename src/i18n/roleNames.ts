import type { Role } from '@/access/rules'

export const roleNames: Record<Role, { zh: string; en: string }> = {
  agent: { zh: '话务员', en: 'Agent' },
  staff: { zh: '基层工作人员', en: 'Staff' },
  editor: { zh: '知识库管理员', en: 'Editor' },
  approver: { zh: '分管领导', en: 'Approver' },
  centre: { zh: '中心管理员', en: 'Centre' },
  operator: { zh: '系统管理员', en: 'Operator' },
  auditor: { zh: '审计员', en: 'Auditor' },
}
