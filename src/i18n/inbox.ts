import { daysBeforeLapse } from '@/access/taskDays'
import { bulletinMessages } from './bulletins'
import type { Language } from './language'

const inboxZh = {
  title: '待我办理',
  note: '共 {n} 条，最要紧的在前；待审批的，等待最久的在前。',
  none: '没有等待您办理的内容。有待审批的内容、任务或未读消息时，会列在这里，并有消息提醒。',
  noneOfThese: '这一类没有等待您办理的内容。',
  begin: '从等待最久的一条开始审批',
  tasks: '任务',
  messages: '未读消息',
  message: '消息',
  unread: '未读',
  markRead: '标为已读',
  markAll: '全部标为已读',
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

export type InboxTexts = typeof inboxZh

const inboxEn: InboxTexts = {
  title: 'My inbox',
  note: '{n} in all, what matters most first; of decisions what waits longest.',
  none: 'Nothing waits for you. What is to be decided, tasks and unread messages come here.',
  noneOfThese: 'Nothing of this kind waits for you.',
  begin: 'Begin to decide with what waits longest',
  tasks: 'Tasks',
  messages: 'Unread messages',
  message: 'Message',
  unread: 'unread',
  markRead: 'Mark as read',
  markAll: 'Mark all as read',
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
export const inboxTexts: Record<Language, InboxTexts> = { zh: inboxZh, en: inboxEn }

const messageZh = {
  title: '消息',
  bell: '消息，{n} 条未读',
  none: '没有消息。',
  loading: '正在读取消息…',
  failed: '消息暂时无法读取。',
  retry: '重试',
  markAll: '全部标为已读',
  all: '查看全部消息',
  unread: '未读',
  settled: '已办结',
  takenBack: '已收回',
  whyTakenBack: '按现在的工作日安排和提醒天数，这次提醒早了，不作数。',
  newer: '上一页',
  older: '下一页',
  page: '第 {n} 页，共 {m} 页',
  total: '共 {n} 条',
  reason: '原因',
  somebody: '系统',
  waits: {
    approve: '{by}提交审批，请您审批',
    agree: '{by}提交审批，请您单位会同校核',
    approveDeletion: '{by}申请删除，请您决定',
    return: '{by}申请退回修改，请您决定',
  },
  overdue: {
    approve: '等候已久，请您审批',
    agree: '等候已久，请您单位会同校核',
    approveDeletion: '删除申请等候已久，请您决定',
    return: '退回修改的申请等候已久，请您决定',
  },
  approved: '{by}已审批通过',
  returned: '{by}已退回',
  deletionDecided: { approveDeletion: '{by}已同意删除', refuseDeletion: '{by}退回了删除申请' },
  changed: {
    saveDirectly: '{by}直接修改了内容',
    withdraw: '{by}已下架',
    lapse: '逾期未复核，已自动下架；完成复核后可以重新上架',
    restore: '{by}已从回收站还原',
    ...bulletinMessages.zh,
  },
  matters: {
    readsToReview: '请查看本单位的阅读情况',
    unusual: '查询或阅读突然增多',
    monthShown: '月度监测数据请核对',
    monthObjected: '有单位对监测数据提出异议',
    monthPublished: '通报已发布',
    taskOpened: '有新的任务，请办理',
    taskReturned: '任务有变化，请办理',
    taskAnswered: '任务已答复，请决定',
    taskDue: '任务快到期限，请办理',
    taskOverdue: '任务已超过期限',
    taskLapses: `${daysBeforeLapse} 天内不复核将自动下架，请办理`,
    taskTold: '您关心的任务有了结果',
    monthEarly: '通报发布早于异议期满',
    siteWaits: '网站设置等待您审批',
    siteApproved: '网站设置已审批通过',
    siteReturned: '网站设置已退回',
  },
}

export type MessageTexts = typeof messageZh

const messageEn: MessageTexts = {
  title: 'Messages',
  bell: 'Messages, {n} unread',
  none: 'No messages.',
  loading: 'Loading messages…',
  failed: 'Messages can’t be read at the moment.',
  retry: 'Try again',
  markAll: 'Mark all as read',
  all: 'All messages',
  unread: 'unread',
  settled: 'done',
  takenBack: 'taken back',
  whyTakenBack:
    'By the working days and the reminding days as they are set now, this was told too early.',
  newer: 'Newer',
  older: 'Older',
  page: 'Page {n} of {m}',
  total: '{n} in all',
  reason: 'Reason',
  somebody: 'The system',
  waits: {
    approve: '{by} submitted it; please decide',
    agree: '{by} submitted it; your unit is asked to agree',
    approveDeletion: '{by} asks for its deletion; please decide',
    return: '{by} asks to have it returned; please decide',
  },
  overdue: {
    approve: 'It has waited for long; please decide',
    agree: 'It has waited for long; your unit is asked to agree',
    approveDeletion: 'Its deletion has waited for long; please decide',
    return: 'The request to return it has waited for long; please decide',
  },
  approved: '{by} approved it',
  returned: '{by} returned it',
  deletionDecided: {
    approveDeletion: '{by} approved the deletion',
    refuseDeletion: '{by} refused the deletion',
  },
  changed: {
    saveDirectly: '{by} changed it directly',
    withdraw: '{by} withdrew it',
    lapse: 'Nobody reviewed it, so it went offline; once reviewed it can come back',
    restore: '{by} restored it from the trash',
    ...bulletinMessages.en,
  },
  matters: {
    readsToReview: 'Please look at what was read of your unit',
    unusual: 'Asked or read far more than usual',
    monthShown: 'Figures of a month to check',
    monthObjected: 'A unit objects to its figures',
    monthPublished: 'A report was published',
    taskOpened: 'A new task, please see to it',
    taskReturned: 'A task has changed, please see to it',
    taskAnswered: 'A task was answered, please decide',
    taskDue: 'A task is due soon, please see to it',
    taskOverdue: 'A task is overdue',
    taskLapses: `It goes offline in ${daysBeforeLapse} days unless it is reviewed`,
    taskTold: 'What became of a task of yours',
    monthEarly: 'A report was published before the time to object was over',
    siteWaits: 'The site’s texts and looks wait for you to decide',
    siteApproved: 'The site’s texts and looks were approved',
    siteReturned: 'The site’s texts and looks were returned',
  },
}

/** What the bell and the page of messages say. */
export const messageTexts: Record<Language, MessageTexts> = { zh: messageZh, en: messageEn }
