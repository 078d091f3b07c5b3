import type { Language } from './language'

const zh = {
  title: '待我办理',
  note: '共 {n} 条，等待最久的在前。',
  none: '没有等待您办理的内容。知识库管理员提交审批或申请删除后，会列在这里，并有消息提醒。',
  noneOfThese: '这一类没有等待您办理的内容。',
  begin: '从等待最久的一条开始办理',
  narrow: '按事项和信息库筛选',
  place: '待我办理 第 {position} 条，共 {total} 条',
  skip: '跳过，看下一条',
  back: '返回待我办理',
  steps: {
    approve: '待审批',
    approveDeletion: '申请删除',
    return: '申请退回修改',
    agree: '会同校核',
  },
}

export type InboxTexts = typeof zh

const en: InboxTexts = {
  title: 'My inbox',
  note: '{n} in all, what waits longest first.',
  none: 'Nothing waits for you. What is submitted or to be deleted comes here, with a message.',
  noneOfThese: 'Nothing of this kind waits for you.',
  begin: 'Begin with what waits longest',
  narrow: 'Filter by decision and library',
  place: 'Inbox: {position} of {total}',
  skip: 'Skip to the next',
  back: 'Back to the inbox',
  steps: {
    approve: 'To approve',
    approveDeletion: 'Deletion',
    return: 'To be returned',
    agree: 'Agreement',
  },
}

/** What the inbox of an approver says. */
export const inboxTexts: Record<Language, InboxTexts> = { zh, en }
