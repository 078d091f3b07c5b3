import type { BeforeListTableServerProps } from 'payload'
import { env } from '@/env'
import { mailNotices } from '@/i18n/mailTexts'

/** Above the list of mails: do they leave the house? */
export function MailNotice({ i18n }: BeforeListTableServerProps) {
  const texts = mailNotices[i18n.language === 'en' ? 'en' : 'zh']
  return <p className="zk-note">{env.smtpUrl ? texts.smtp : texts.noSmtp}</p>
}
