import type { Language } from './language'
import type { MailChoice, MailState } from '@/access/telling'

const ownAccountZh = {
  title: '账号',
  name: '姓名',
  username: '账号名',
  unit: '单位',
  roles: '角色',
  password: '密码',
  byOperator: '姓名、单位和角色由系统管理员维护。',
  interface: '界面设置',
  language: '语言',
  theme: '颜色',
  auto: '跟随系统',
  light: '浅色',
  dark: '深色',
}

const ownAccountEn: typeof ownAccountZh = {
  title: 'Account',
  name: 'Name',
  username: 'Account name',
  unit: 'Unit',
  roles: 'Roles',
  password: 'Password',
  byOperator: 'Name, unit and roles are kept by the operator.',
  interface: 'Interface',
  language: 'Language',
  theme: 'Colours',
  auto: 'As the system',
  light: 'Light',
  dark: 'Dark',
}

/** What the page of one's own account says. */
export const ownAccountTexts: Record<Language, typeof ownAccountZh> = {
  zh: ownAccountZh,
  en: ownAccountEn,
}

const tellingZh = {
  delegation: '委托代行审批',
  delegationHint:
    '外出或休假期间，可以委托本单位一位同事代您审批。受委托人不能审批自己或您编写、提交的内容；每一步都会记录“受您委托”。您可以随时结束委托。',
  none: '目前没有委托。',
  given: '{approver}委托{delegate}代行审批：{from} 至 {until}',
  running: '进行中',
  coming: '未开始',
  who: '受委托人',
  choose: '请选择本单位的同事',
  from: '开始日期（含当日）',
  until: '结束日期（含当日）',
  name: '委托',
  change: '变更委托',
  end: '结束委托',
  confirmName: '确定在 {from} 至 {until} 期间，由{delegate}代您审批本单位的内容？',
  confirmEnd: '确定结束这项委托？结束后受委托人立即不能代行审批。',
  noColleague: '本单位没有其他可以受委托的同事。',
  named: '委托已保存。',
  ended: '委托已结束。',
  ofUnit: '本单位的委托',
  mail: '邮件通知',
  mailHint:
    '未读消息合并成一封邮件发给您，邮件里只有编号和链接；每周简报只有统计数字。邮箱只用于发送这些邮件，其他人看不到。',
  email: '邮箱',
  choice: '发送方式',
  weekly: '每周简报（每周第一个工作日 8:30，上周统计数字与前一周对照）',
  saveMail: '保存邮件通知',
  mailSaved: '邮件通知已保存。',
  noticeFor: '您正受{name}委托代行审批，至 {until}。',
  noticeBy: '您已委托{name}代行审批，至 {until}。',
  noticeChange: '查看或结束',
}

export type TellingTexts = typeof tellingZh

const tellingEn: TellingTexts = {
  delegation: 'Delegation',
  delegationHint:
    'While you are away, a colleague of your unit may decide in your place: never on what they or you wrote or submitted. Each step says that it was delegated by you. You can end it at any time.',
  none: 'Nobody stands in for anybody at present.',
  given: '{delegate} stands in for {approver}: {from} to {until}',
  running: 'running',
  coming: 'to come',
  who: 'Delegate',
  choose: 'Choose a colleague of your unit',
  from: 'First day (inclusive)',
  until: 'Last day (inclusive)',
  name: 'Delegate',
  change: 'Change it',
  end: 'End it',
  confirmName: 'Shall {delegate} decide in your place from {from} to {until}?',
  confirmEnd: 'End this delegation? The delegate loses the right at once.',
  noColleague: 'Nobody else of your unit can stand in.',
  named: 'Saved.',
  ended: 'Ended.',
  ofUnit: 'Delegations of the unit',
  mail: 'Mail',
  mailHint:
    'Unread messages come together in one mail with nothing but numbers and links; the weekly report holds figures alone. The address serves for these mails; nobody else sees it.',
  email: 'Mail address',
  choice: 'How often',
  weekly:
    'Weekly report (first working day of the week, 8:30: last week’s figures beside the week before)',
  saveMail: 'Save the mail settings',
  mailSaved: 'The mail settings are saved.',
  noticeFor: 'You stand in for {name} until {until}.',
  noticeBy: '{name} stands in for you until {until}.',
  noticeChange: 'Look at it or end it',
}

/** What people set about being told and being stood in for. */
export const tellingTexts: Record<Language, TellingTexts> = { zh: tellingZh, en: tellingEn }

type Words = { zh: string; en: string }

export const mailStateNames: Record<MailState, Words> = {
  waiting: { zh: '待发送', en: 'Waiting' },
  sending: { zh: '发送中', en: 'Being sent' },
  sent: { zh: '已发送', en: 'Sent' },
  written: { zh: '已写入文件夹', en: 'Written to the folder' },
  dropped: { zh: '不再发送', en: 'Not sent any more' },
}

export const mailChoiceNames: Record<MailChoice, Words> = {
  daily: { zh: '每个工作日一次（8:30）', en: 'Once each working day (8:30)' },
  soon: { zh: '尽快（每小时至多一封）', en: 'Soon (at most one an hour)' },
  none: { zh: '不发邮件', en: 'No mail' },
}

const mailZh = {
  noSmtp: '尚未设置邮件服务器（ZHIKU_SMTP_URL），邮件没有发出，写在数据目录的 mails 文件夹里。',
  smtp: '邮件由服务器发出；没有发出的会自动重试，原因见“最近一次失败”。',
}

const mailEn: typeof mailZh = {
  noSmtp:
    'No mail server is set (ZHIKU_SMTP_URL): mails are not sent, but written to the folder “mails” of the data folder.',
  smtp: 'Mails go out by the mail server; what failed is tried again, the reason is under “Last failure”.',
}

/** What stands above the operator's list of mails. */
export const mailNotices: Record<Language, typeof mailZh> = { zh: mailZh, en: mailEn }
