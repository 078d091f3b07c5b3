import { createLocalReq, type Payload } from 'payload'
import type { Library } from '@/access/rules'
import { composeBody } from '@/blocks/asWritten'
import type { User } from '@/payload-types'
import { graveKinds } from '@/workflow/findings/findingKinds'
import { openReview } from '@/workflow/reviewing/openReview'
import { takeStep } from '@/workflow/step/takeStep'
import type { DemoOther } from './city/others'
import type { Planted } from './plantTree'

const day = 24 * 60 * 60 * 1000

/** Plans and notices are approved in their unit, cases published by the centre, each by the workflow. */
export async function writeOthers(given: {
  payload: Payload
  others: readonly DemoOther[]
  planted: Map<string, Planted>
  personOf: (unit: string, role: 'editor' | 'approver' | 'centre') => User
  now: Date
  onEntry: () => void
}): Promise<void> {
  const { payload, others, planted, personOf, now, onEntry } = given
  for (const other of others) {
    const { library } = other
    const unit = planted.get(other.unit)
    if (!unit) throw new Error(`The demo city has no unit ${other.unit}.`)
    const writer =
      library === 'cases' ? personOf('centre', 'centre') : personOf(other.unit, 'editor')
    const body = 'body' in other ? { body: composeBody(other.body) } : {}
    const { id, revision } = await payload.create({
      collection: library,
      data: { ...other.data, ...body, unit: unit.id } as never,
      overrideAccess: false,
      user: writer,
      depth: 0,
    })
    if (other.approved !== null) {
      const at = new Date(now.getTime() - other.approved * day)
      const entry = { library, id, revision: Number(revision), at }
      if (library === 'cases') await take(payload, entry, writer, 'publish')
      else {
        const approver = personOf(other.unit, 'approver')
        await take(payload, { ...entry, at: new Date(at.getTime() - day) }, writer, 'submit')
        const req = await createLocalReq({ user: approver }, payload)
        await openReview({ req, library, id, at })
        await take(payload, entry, approver, 'approve')
      }
    }
    onEntry()
  }
}

type Written = { library: Library; id: string; revision: number; at: Date }

async function take(
  payload: Payload,
  { library, id, revision, at }: Written,
  user: User,
  step: 'submit' | 'approve' | 'publish',
): Promise<void> {
  const req = await createLocalReq({ user }, payload)
  const body = { revision, confirmed: true, findings: graveKinds }
  await takeStep({ req, library, id, step, body, at })
}
