import type { ListFlag } from '@/access/listFilter'
import type { Library, State, Step } from '@/access/rules'

export const stateNames: Record<State, { zh: string; en: string }> = {
  draft: { zh: '未提交', en: 'Draft' },
  pending: { zh: '审批中', en: 'Pending' },
  approved: { zh: '已审批', en: 'Approved' },
  returned: { zh: '已退回', en: 'Returned' },
}

const caseStateNames: Partial<typeof stateNames> = {
  draft: { zh: '待发布', en: 'Unpublished' },
  approved: { zh: '已发布', en: 'Published' },
}

/** Cases are published, not approved. */
export const stateNameOf = (library: Library, state: State): { zh: string; en: string } =>
  (library === 'cases' && caseStateNames[state]) || stateNames[state]

export const listFlagNames: Record<ListFlag, { zh: string; en: string }> = {
  deletion: { zh: '申请删除', en: 'Deletion asked' },
  returnRequested: { zh: '申请退回', en: 'Return asked' },
  withdrawn: { zh: '已下架', en: 'Withdrawn' },
  trash: { zh: '回收站', en: 'Trash' },
}

/** What its button says: the procedure's two buttons of a deletion are 审批 and 退回. */
export const buttonNameOf = (step: Step): { zh: string; en: string } =>
  deletionButtons[step] ?? stepNames[step]

const deletionButtons: Partial<Record<Step, { zh: string; en: string }>> = {
  approveDeletion: { zh: '审批', en: 'Approve' },
  refuseDeletion: { zh: '退回', en: 'Return' },
}

export const stepNames: Record<Step, { zh: string; en: string }> = {
  submit: { zh: '提交审批', en: 'Submit' },
  recall: { zh: '撤回', en: 'Recall' },
  agree: { zh: '会同同意', en: 'Agree' },
  object: { zh: '会同异议', en: 'Object' },
  approve: { zh: '审批', en: 'Approve' },
  return: { zh: '退回', en: 'Return' },
  revise: { zh: '修订', en: 'Revise' },
  requestReturn: { zh: '申请退回修改', en: 'Ask to be returned' },
  saveDirectly: { zh: '直接修改', en: 'Save directly' },
  requestDeletion: { zh: '提交删除', en: 'Request deletion' },
  withdrawRequest: { zh: '撤回删除申请', en: 'Withdraw the request' },
  approveDeletion: { zh: '同意删除', en: 'Approve deletion' },
  refuseDeletion: { zh: '退回删除', en: 'Refuse deletion' },
  discard: { zh: '丢弃', en: 'Discard' },
  publish: { zh: '发布', en: 'Publish' },
  delete: { zh: '删除', en: 'Delete' },
  restore: { zh: '还原', en: 'Restore' },
  open: { zh: '公开', en: 'Open' },
  close: { zh: '不公开', en: 'Close' },
  withdraw: { zh: '下架', en: 'Withdraw' },
  resume: { zh: '重新上架', en: 'Resume' },
  purge: { zh: '清除', en: 'Purge' },
  relocate: { zh: '归类调整', en: 'Relocate' },
}
