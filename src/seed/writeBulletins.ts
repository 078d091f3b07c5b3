import { createLocalReq, type Payload } from 'payload'
import type { User } from '@/payload-types'
import { takeStep } from '@/workflow/step/takeStep'
import { bulletins, type DemoBulletin } from './city/bulletins'

type Given = {
  payload: Payload
  personOf: (unit: string, role: 'approver') => User
  now: Date
}

const hour = 60 * 60 * 1000

/** One activated plan and two pushed entries, each by the workflow. */
export async function writeBulletins({ payload, personOf, now }: Given): Promise<void> {
  for (const bulletin of bulletins) {
    const { library, title, unit, step } = bulletin
    const { docs } = await payload.find({
      ...{ collection: library, where: { title: { equals: title } }, depth: 0, limit: 1 },
      overrideAccess: true,
    })
    const [text] = docs
    if (!text) throw new Error(`The demo city has no entry ${title}.`)
    const at = new Date(now.getTime() - bulletin.ago * hour)
    const req = await createLocalReq({ user: personOf(unit, 'approver') }, payload)
    const body = { revision: text.revision, ...askedIn(bulletin, now) }
    await takeStep({ req, library, id: text.id, step, body, at })
  }
}

/** Until the end of a working day. */
function askedIn(bulletin: DemoBulletin, now: Date) {
  if (bulletin.step === 'push') return {}
  const until = new Date(now.getTime() + bulletin.days * 24 * hour)
  until.setUTCHours(10, 0, 0, 0)
  return { sentence: bulletin.sentence, until: until.toISOString() }
}
