import type { Due } from '@/access/listFilter'
import type { Language } from './language'

const zh = {
  title: '需要留意',
  overdue: (days: number) => `等待超过 ${days} 个工作日的事项`,
  tasks: '等待我办理的任务',
  unread: '未读消息',
  lacking: '缺少角色的单位',
  owing: '必备内容不全的单位',
  dues: {
    review: '已过复核日期、读者还看得到的知识',
    over: '有效期已过、读者看不到了的知识',
    soon: '14 天内到期的知识',
  },
  locked: '已锁定的账号',
  first: '还没有改过初始密码的账号',
  unsent: '没有发出的邮件',
  delegation: (approver: string, delegate: string, until: string) =>
    `${approver}委托${delegate}代行审批，${until} 到期`,
  audit: {
    'users.loginFailed': '今天登录失败',
    'users.locked': '今天因连续登录失败被锁定',
    'views.export': '近七天导出浏览记录',
    'audit.export': '近七天导出审计记录',
    'audit.headLost': '近三十天审计链头缺失或被改动',
    'audit.newKey': '近三十天审计密钥更换',
  },
}

const en: typeof zh = {
  title: 'To look at',
  tasks: 'Tasks that wait for me',
  unread: 'Unread messages',
  overdue: (days) => `Waiting for more than ${days} working days`,
  lacking: 'Units where a role is missing',
  owing: 'Units that owe an entry',
  dues: {
    review: 'Knowledge past its day of review that readers still see',
    over: 'Knowledge no longer valid, which readers see no more',
    soon: 'Knowledge valid for 14 days at most',
  },
  locked: 'Locked accounts',
  first: 'Accounts whose first password was not changed yet',
  unsent: 'Mails that have not gone out',
  delegation: (approver, delegate, until) => `${delegate} stands in for ${approver} until ${until}`,
  audit: {
    'users.loginFailed': 'Sign-ins that failed today',
    'users.locked': 'Locked today after failed sign-ins',
    'views.export': 'Exports of readings within seven days',
    'audit.export': 'Exports of the audit log within seven days',
    'audit.headLost': 'Head of the audit log lost or changed within thirty days',
    'audit.newKey': 'Key of the audit log changed within thirty days',
  },
}

/** What the first page of the admin says needs attention, by role. */
export const attentionTexts: Record<Language, typeof zh> = { zh, en }

type DueTexts = { filter: string; every: string; names: Record<Due, string> }

/** By which a list of knowledge is narrowed to what runs out. */
export const dueTexts: Record<Language, DueTexts> = {
  zh: {
    filter: '按期限筛选',
    every: '全部期限',
    names: { review: '已过复核日期', over: '有效期已过', soon: '14 天内到期' },
  },
  en: {
    filter: 'Filter by date',
    every: 'Any date',
    names: {
      review: 'Past its review',
      over: 'No longer valid',
      soon: 'Valid for 14 days at most',
    },
  },
}
