import { mkdirSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { env } from '@/env'

export type Letter = { id: string; address: string; subject: string; text: string }

/** Resolves once the mail server has taken it, or it lies in the folder; says which. */
export type Deliver = (letter: Letter) => Promise<'sent' | 'written'>

const patience = 20_000

export function createDeliver(): Deliver {
  return env.smtpUrl ? bySmtp(env.smtpUrl) : intoFolder(join(env.dataDir, 'mails'))
}

function bySmtp(url: string): Deliver {
  const timeouts = {
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  }
  const transport = createTransport({ url, ...timeouts })
  return async (letter) => {
    await transport.sendMail(mailOf(letter))
    return 'sent'
  }
}

/** Without a mail server each mail is a file that any mail program opens. */
function intoFolder(folder: string): Deliver {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (letter) => {
    const { message } = await transport.sendMail(mailOf(letter))
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const file = join(folder, `${letter.id.replace(/[^\w-]/g, '_')}.eml`)
    await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 })
    await rename(`${file}.part`, file)
    return 'written'
  }
}

const mailOf = ({ id, address, subject, text }: Letter) => ({
  from: { name: '知库', address: env.mailFrom },
  // As an object: whatever stands in it is one address, not a list.
  to: { name: '', address },
  subject,
  text,
  // The same when it is sent a second time: mail programs show it once.
  messageId: `<${id.replace(/[^\w-]/g, '.')}@zhiku>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
})
