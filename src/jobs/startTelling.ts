import type { Payload } from 'payload'
import { env } from '@/env'
import { makeDigests } from '@/workflow/telling/mailing/makeDigests'
import { sendMails } from '@/workflow/telling/mailing/sendMails'
import { createDeliver } from '@/workflow/telling/mailing/transport'
import { remind } from '@/workflow/telling/remind'

const minute = 60_000
const hour = 60

/** Reminders each hour, mails each minute; returns how to stop. What fails is tried at the next turn. */
export function startTelling(payload: Payload): () => void {
  // A test that holds the clock itself asks for it by `telling`.
  if (env.hasFaultPoints) return () => {}
  const deliver = createDeliver()
  let minutes = 0
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    turn()
      .catch((error: unknown) => payload.logger.error({ err: error, msg: 'Telling people failed' }))
      .finally(() => {
        isBusy = false
      })
  }, minute)
  return () => clearInterval(timer)

  async function turn(): Promise<void> {
    if (minutes % hour === 0) await remind(payload)
    minutes += 1
    await makeDigests(payload)
    await sendMails(payload, deliver)
  }
}
