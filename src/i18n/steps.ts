import type { ListFlag } from '@/access/listFilter'
import type { Library, State, Step, WithdrawalKind } from '@/access/rules'
import { bulletinSteps } from './bulletins'
import type { Language } from './language'

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
  activate: { zh: '启动预案', en: 'Activate' },
  reschedule: { zh: '调整结束时间', en: 'Move its end' },
  deactivate: { zh: '结束启动', en: 'End the activation' },
  push: { zh: '推送话务员', en: 'Push to agents' },
  unpush: { zh: '取消推送', en: 'Take the push back' },
  lapse: { zh: '逾期下架', en: 'Lapse' },
  purge: { zh: '清除', en: 'Purge' },
  relocate: { zh: '归类调整', en: 'Relocate' },
}

export type StepText = {
  /** What came of it. */
  said: string
  /** What it does, asked before it is done. */
  ask?: string
  /** Label of the reason or sentence it needs. */
  reason?: string
}

const zh: Partial<Record<Step, StepText>> = {
  submit: {
    said: '已提交审批，等待分管领导审批。',
    ask: '提交后等待分管领导审批，审批前不能修改。',
  },
  recall: { said: '已撤回，可以继续修改。' },
  agree: { said: '已同意。', ask: '同意这一版内容。', reason: '意见（可不填）' },
  object: { said: '异议已提出。', reason: '异议（必填，主办单位会看到）' },
  approve: { said: '已审批，内容已发布。' },
  return: { said: '已退回，编写人会看到您写的原因。', reason: '退回原因（必填，编写人会看到）' },
  revise: { said: '已开始修订；审批通过前，线上文字不变。' },
  requestReturn: {
    said: '已提交申请，等待分管领导退回。',
    ask: '按中心规定，修改已审批信息须先由分管领导退回。',
    reason: '申请原因（必填，分管领导会看到）',
  },
  saveDirectly: { said: '已保存，线上内容随即更新，编写单位会看到记录。' },
  requestDeletion: {
    said: '已提交删除申请，等待分管领导决定。',
    ask: '分管领导决定之前，公开情况不变，但不能修改或提交审批。',
    reason: '删除原因（必填，分管领导会看到）',
  },
  withdrawRequest: { said: '已撤回删除申请。', ask: '撤回后内容照旧，可以继续修改。' },
  approveDeletion: {
    said: '已同意删除，内容已移入回收站。',
    ask: '同意后立即下线并移入回收站，30 天内可由中心管理员还原。',
  },
  refuseDeletion: {
    said: '已退回删除申请，内容照旧。',
    ask: '退回后删除申请取消，内容照旧，申请人会看到您写的原因。',
    reason: '退回原因（必填，申请人会看到）',
  },
  discard: { said: '已丢弃。', ask: '这条内容从未提交过。丢弃后移入回收站，30 天后清除。' },
  publish: { said: '已发布，话务员和各单位可以查到。' },
  delete: {
    said: '已删除，内容已移入回收站。',
    ask: '删除后立即下线并移入回收站，30 天内可由中心管理员还原。',
  },
  restore: {
    said: '已还原为未提交的内容，尚未上线。',
    ask: '还原后成为未提交的内容，不会自动上线。',
  },
  open: { said: '已公开。' },
  close: { said: '已设为不公开。' },
  withdraw: { said: '已下架，读者会看到您写的说明。', reason: '给读者的说明（必填）' },
  resume: { said: '已重新上架。', ask: '下架前的文字将原样重新上线。' },
}

const en: Partial<Record<Step, StepText>> = {
  submit: {
    said: 'Submitted; the approver decides next.',
    ask: 'The approver decides next; until then the text can’t be changed.',
  },
  recall: { said: 'Recalled; you can go on writing.' },
  agree: { said: 'Agreed.', ask: 'Agree to this revision.', reason: 'Remark (optional)' },
  object: { said: 'Objected.', reason: 'Objection (required; the owning unit sees it)' },
  approve: { said: 'Approved and published.' },
  return: {
    said: 'Returned; the writer sees your reason.',
    reason: 'Reason (required; the writer sees it)',
  },
  revise: { said: 'Revision begun; what is online stays until it is approved.' },
  requestReturn: {
    said: 'Asked; the approver returns it.',
    ask: 'The centre has it that an approved text is returned before it is changed.',
    reason: 'Reason (required; the approver sees it)',
  },
  saveDirectly: { said: 'Saved and online; the unit sees the record.' },
  requestDeletion: {
    said: 'Asked; the approver decides.',
    ask: 'Until it is decided the entry stays as visible as it is and can’t be changed or submitted.',
    reason: 'Reason (required; the approver sees it)',
  },
  withdrawRequest: {
    said: 'The request was withdrawn.',
    ask: 'The entry can then be changed again.',
  },
  approveDeletion: {
    said: 'Deleted; it lies in the trash.',
    ask: 'It goes offline at once and into the trash, where the centre can restore it for 30 days.',
  },
  refuseDeletion: {
    said: 'Refused; the entry stays.',
    ask: 'The request falls away, the entry stays, and whoever asked reads your reason.',
    reason: 'Reason (required; whoever asked sees it)',
  },
  discard: { said: 'Discarded.', ask: 'It was never submitted. It goes to the trash for 30 days.' },
  publish: { said: 'Published: agents and all units find it.' },
  delete: {
    said: 'Deleted; it lies in the trash.',
    ask: 'It goes offline at once and into the trash, where the centre can restore it for 30 days.',
  },
  restore: {
    said: 'Restored as a draft, not online.',
    ask: 'It comes back as a draft and does not go online by itself.',
  },
  open: { said: 'Opened.' },
  close: { said: 'Closed.' },
  withdraw: {
    said: 'Withdrawn; readers see your sentence.',
    reason: 'Sentence for readers (required)',
  },
  resume: { said: 'Online again.', ask: 'The withdrawn text goes online again, unchanged.' },
}

/** What each step asks and says. */
export const stepTexts: Record<Language, Partial<Record<Step, StepText>>> = {
  zh: { ...zh, ...bulletinSteps.zh },
  en: { ...en, ...bulletinSteps.en },
}

export const withdrawalKindNames: Record<WithdrawalKind, { zh: string; en: string }> = {
  inError: { zh: '内容有误', en: 'In error' },
  merged: { zh: '并入其他内容', en: 'Merged into another entry' },
  expired: { zh: '已经失效', en: 'Expired' },
}

export const targetNames = {
  units: { zh: '对其他单位', en: 'to other units' },
  public: { zh: '对市民（网站）', en: 'to citizens (website)' },
} as const
