import type { ReviewTerm } from '@/access/taskDays'
import type { TaskKind, TaskState, TaskStep } from '@/access/tasks'

/** What kinds, states and steps of tasks are called. */
export const kindsZh: Record<TaskKind, string> = {
  gap: '知识缺口',
  correction: '纠错',
  request: '维护需求',
  review: '复核',
  sample: '抽查',
  contradiction: '矛盾',
  merge: '合并',
}
export const kindsEn: Record<TaskKind, string> = {
  gap: 'Gap',
  correction: 'Correction',
  request: 'Request',
  review: 'Review',
  sample: 'Sample',
  contradiction: 'Contradiction',
  merge: 'Merge',
}

export const statesZh: Record<TaskState, string> = {
  open: '待受理',
  taken: '办理中',
  answered: '已答复',
  closed: '已办结',
  refused: '已退回',
}
export const statesEn: Record<TaskState, string> = {
  open: 'Open',
  taken: 'Taken',
  answered: 'Answered',
  closed: 'Closed',
  refused: 'Refused',
}

export const stepsZh: Record<TaskStep | 'open', string> = {
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
  agree: '同意并入',
  agreed: '可以决定合并',
  merge: '同意合并',
  decline: '不同意合并',
  cancel: '撤销',
  settle: '办结',
  reopen: '重新打开',
}
export const stepsEn: Record<TaskStep | 'open', string> = {
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
  agree: 'Agree to take it in',
  agreed: 'The merge may be decided',
  merge: 'Agree to merge',
  decline: 'Decline to merge',
  cancel: 'Cancel',
  settle: 'Settled',
  reopen: 'Opened again',
}

/** The terms after which texts are looked at again, by where they are filed. */
export const reviewTermNames: Record<ReviewTerm, { zh: string; en: string }> = {
  hotspots: { zh: '热点信息', en: 'Hotspots' },
  policies: { zh: '政策法规解读', en: 'Policies' },
  others: { zh: '其他类别', en: 'Others' },
}
