import { createLocalReq, type Payload } from 'payload'
import type { User } from '@/payload-types'
import { startOfDay } from '@/shanghaiDay'
import { graveKinds } from '@/workflow/findings/findingKinds'
import { calendarNow } from '@/workflow/calendar/calendarNow'
import { periodBefore, type Period } from '@/workflow/calendar/periods'
import { answered, nothingOfAll, nothingToDo } from '@/workflow/promoting/answering'
import { draftFrom } from '@/workflow/promoting/promote'
import { periodsAt, readsToReview } from '@/workflow/promoting/readsToReview'
import { remindReads } from '@/workflow/promoting/remindReads'
import { openReview } from '@/workflow/reviewing/openReview'
import { takeStep } from '@/workflow/step/takeStep'
import { change } from '@/workflow/store'
import type { Planted } from './plantTree'
import { personOf } from './writeEntries'

type People = readonly { key: string; user: User }[]
type Given = { payload: Payload; people: People; planted: Map<string, Planted>; now: Date }

const hour = 60 * 60 * 1000
const day = 24 * hour
/** So many periods of five working days that are over. */
const periods = 2
/** Who made 热点信息 of what was read most, and who did not look in the last of them. */
const promoting = 'ga'
const late = ['cg', 'sd-zr']

/** 五日查看 of the periods before this one: everybody reminded, most of them looked, one draft made of it and approved. */
export async function writeLooks({ payload, people, planted, now }: Given): Promise<void> {
  const editors = people.filter(({ user }) => user.roles.includes('editor'))
  await wereFounded(payload, new Date(now.getTime() - 400 * day))
  for (const [ago, period] of (await periodsBefore(payload, now)).entries()) {
    // Nine in the morning of its first day.
    const begin = new Date((startOfDay(period.first)?.getTime() ?? 0) + 9 * hour)
    await remindReads(payload, begin)
    if (ago === 0) await promote({ payload, people, unit: planted.get(promoting)!, begin })
    for (const [n, { key, user }] of editors.entries()) {
      const isLate = late.includes(key) && ago === periods - 1
      const at = new Date(begin.getTime() + (1 + ((n * 7) % 50)) * hour)
      if (!isLate) await nothingOfAll(await createLocalReq({ user }, payload), at)
    }
  }
}

/** The earliest first. */
async function periodsBefore(payload: Payload, now: Date): Promise<Period[]> {
  const calendar = await calendarNow(payload)
  const { read } = await periodsAt(payload, now)
  const found = [read]
  while (found.length < periods) found.unshift(periodBefore(found[0]!, calendar))
  return found
}

/** The units are older than this database: else none of their looks counts before today. */
async function wereFounded(payload: Payload, at: Date): Promise<void> {
  const req = await createLocalReq({}, payload)
  const data = { createdAt: at.toISOString() }
  await change({ req, collection: 'nodes', where: { kind: { not_equals: 'category' } }, data })
}

type Promoting = { payload: Payload; people: People; unit: Planted; begin: Date }

/** 据此新增: of what was read most a draft, submitted and approved; of the next nothing is made. */
async function promote({ payload, people, unit, begin }: Promoting): Promise<void> {
  const [editor, approver] = (['editor', 'approver'] as const).map((role) =>
    personOf(people, promoting, role),
  ) as [User, User]
  const at = (hours: number) => new Date(begin.getTime() + hours * hour)
  const asEditor = () => createLocalReq({ user: editor }, payload)
  const { entries } = await readsToReview(payload, unit.id, begin)
  const [first, second] = entries
  if (!first || !second) return
  const sent = (subject: string) => ({ kind: 'entry' as const, subject })
  const { entry } = await draftFrom(await answered(await asEditor(), sent(first.id), at(2)))
  await nothingToDo(await answered(await asEditor(), sent(second.id), at(3)))
  const step = { library: entry.library, id: entry.id, body: { revision: 1, findings: graveKinds } }
  await takeStep({ req: await asEditor(), ...step, step: 'submit', at: at(4) })
  const req = await createLocalReq({ user: approver }, payload)
  await openReview({ req, library: entry.library, id: entry.id, at: at(25) })
  const body = { ...step.body, confirmed: true }
  await takeStep({ req, ...step, body, step: 'approve', at: at(25) })
}
