import type { MailChoice, MailState } from '@/access/telling'
import type { Language } from './language'

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

const zh = {
  noSmtp: '尚未设置邮件服务器（ZHIKU_SMTP_URL），邮件没有发出，写在数据目录的 mails 文件夹里。',
  smtp: '邮件由服务器发出；没有发出的会自动重试，原因见“最近一次失败”。',
}

const en: typeof zh = {
  noSmtp:
    'No mail server is set (ZHIKU_SMTP_URL): mails are not sent, but written to the folder “mails” of the data folder.',
  smtp: 'Mails go out by the mail server; what failed is tried again, the reason is under “Last failure”.',
}

/** What stands above the operator's list of mails. */
export const mailNotices: Record<Language, typeof zh> = { zh, en }
