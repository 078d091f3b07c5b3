import type { EmailAdapter } from 'payload'

/**
 * Digests go their own way (workflow/telling/mailing); whatever else wants to mail is told so. Without an adapter
 * Payload 3.90 warns at every start and then writes mails to the log, where nobody should find them.
 */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'nobody@localhost',
  defaultFromName: 'Zhiku',
  sendEmail: () => Promise.reject(new Error('There is no way to send mail.')),
})
