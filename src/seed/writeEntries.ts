import { createLocalReq, type Payload } from 'payload'
import type { Role } from '@/access/rules'
import { composeBody } from '@/blocks/asWritten'
import type { Knowledge, User } from '@/payload-types'
import { graveKinds } from '@/workflow/findings/findingKinds'
import { openReview } from '@/workflow/reviewing/openReview'
import { takeStep } from '@/workflow/step/takeStep'
import { themesOf } from './city/themes'
import type { Planted } from './plantTree'
import type { DemoEntry, Standing } from './shape'

type Text = Pick<Knowledge, 'id' | 'revision'>
type People = readonly { key: string; user: User }[]

const day = 24 * 60 * 60 * 1000

/** Writes each text as an editor of its unit and leads it by the workflow to where it stands. */
export async function writeEntries(given: {
  payload: Payload
  texts: readonly DemoEntry[]
  planted: Map<string, Planted>
  users: People
  now: Date
  onEntry: () => void
}): Promise<void> {
  const { payload, texts, planted, users, now, onEntry } = given
  const drafts = await findDrafts(payload)
  // Oldest first, so that "last approved" reads like the life of a city.
  const byAge = [...texts].sort((one, other) => daysAgo(other.state) - daysAgo(one.state))
  for (const [at, entry] of byAge.entries()) {
    const unit = planted.get(entry.unit)
    if (!unit) throw new Error(`The demo city has no unit ${entry.unit}.`)
    const editor = personOf(users, entry.unit, 'editor')
    const approver = personOf(users, entry.unit, 'approver')
    const text = await write({ payload, entry, unit, editor, now, drafts })
    await lead({ payload, entry, text, editor, approver, when: workingHour(now, entry.state, at) })
    onEntry()
  }
}

/** The empty entries that came with the units, by unit and topic. */
async function findDrafts(payload: Payload): Promise<Map<string, Text>> {
  const { docs } = await payload.find({
    collection: 'knowledge',
    where: { topic: { exists: true } },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    select: { unit: true, topic: true, revision: true },
  })
  return new Map(docs.map((doc) => [`${doc.unit} ${doc.topic}`, doc]))
}

async function write(given: {
  payload: Payload
  entry: DemoEntry
  unit: Planted
  editor: User
  now: Date
  drafts: Map<string, Text>
}): Promise<Text> {
  const { payload, entry, unit, editor, now, drafts } = given
  const category = unit.categories.get(entry.category)
  if (!category) throw new Error(`${unit.name} has no category ${entry.category}.`)
  const basedOn = entry.basedOn ? await numberOf(payload, entry.basedOn) : null
  const data = { ...fieldsOf(entry, now), basedOn, category }
  const common = { collection: 'knowledge', user: editor, depth: 0 } as const
  const draft = entry.topic && drafts.get(`${unit.id} ${entry.topic}`)
  return draft
    ? payload.update({
        ...common,
        overrideAccess: false,
        id: draft.id,
        data: { ...data, startedFrom: draft.revision },
      })
    : payload.create({ ...common, overrideAccess: false, data })
}

/** Of the answer with this title, which was approved before. */
async function numberOf(payload: Payload, title: string): Promise<string> {
  const { docs } = await payload.find({
    ...{ collection: 'knowledge', where: { title: { equals: title } }, overrideAccess: true },
    ...{ depth: 0, limit: 1, select: { number: true } },
  })
  return docs[0]?.number ?? ''
}

function fieldsOf(entry: DemoEntry, now: Date) {
  const inDays = (days?: number) =>
    days === undefined ? null : new Date(now.getTime() + days * day).toISOString()
  return {
    title: entry.title,
    summary: entry.summary,
    openToUnits: entry.open !== 'none',
    openToPublic: entry.open === 'public',
    body: composeBody(entry.body) as Knowledge['body'],
    similarQuestions: [...(entry.similarQuestions ?? [])],
    keywords: [...(entry.keywords ?? [])],
    basis: entry.basis ?? null,
    themes: themesOf(entry.title),
    validFrom: inDays(entry.validFrom),
    validUntil: inDays(entry.validUntil),
    reviewBy: inDays(entry.reviewBy),
    contact: entry.contact ?? {},
  }
}

async function lead(given: {
  payload: Payload
  entry: DemoEntry
  text: Text
  editor: User
  approver: User
  when: Date
}): Promise<void> {
  const { payload, entry, text, editor, approver, when } = given
  const { state } = entry
  if ('draft' in state) return
  const { id, revision } = text
  const common = { library: 'knowledge', id } as const
  const as = (user: User) => createLocalReq({ user }, payload)

  const isWaiting = 'pending' in state
  // Some are approved within hours, others within days.
  const waited = (2 + ((entry.title.length * 7) % 60)) * (day / 24)
  const submitted = isWaiting ? when : new Date(when.getTime() - waited)
  const body = { revision, findings: graveKinds }
  await takeStep({ req: await as(editor), ...common, step: 'submit', body, at: submitted })
  if (isWaiting) return
  await openReview({ req: await as(approver), ...common, at: when })
  const step = 'approved' in state ? 'approve' : 'return'
  const decision = 'returned' in state ? { reason: state.reason } : { confirmed: true }
  await takeStep({
    req: await as(approver),
    ...common,
    step,
    body: { ...body, ...decision },
    at: when,
  })
}

export function personOf(users: People, key: string, role: Role): User {
  const found = users.find((person) => person.key === key && person.user.roles.includes(role))
  if (!found) throw new Error(`The demo city has no ${role} for ${key}.`)
  return found.user
}

function daysAgo(state: Standing): number {
  if ('approved' in state) return state.approved
  if ('pending' in state) return state.pending
  return 'draft' in state ? state.draft : state.returned
}

/** A working hour of about so many days ago; no two entries at the same minute. */
function workingHour(now: Date, state: Standing, at: number): Date {
  const date = new Date(now.getTime() - daysAgo(state) * day)
  // 01:00 UTC is nine in the morning in Shanghai.
  date.setUTCHours(1, (at * 7) % 180, 0, 0)
  const weekday = date.getUTCDay()
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0
  return new Date(Math.min(date.getTime() - back * day, now.getTime()))
}
