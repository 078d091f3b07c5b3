import { createLocalReq, type Payload } from 'payload'
import { actorOf } from '@/access/actor'
import type { Role, Step } from '@/access/rules'
import type { Knowledge, User } from '@/payload-types'
import { graveKinds } from '@/workflow/findings/findingKinds'
import { gradeWithdrawal, wrongWithdrawal } from '@/workflow/reporting/grade'
import { openReview } from '@/workflow/reviewing/openReview'
import { takeStep } from '@/workflow/step/takeStep'
import { past, revisions, type DemoRevision } from './city/changes'
import type { DemoEntry } from './shape'

type PersonOf = (unit: string, role: Role) => User
type Given = { payload: Payload; texts: readonly DemoEntry[]; personOf: PersonOf; now: Date }
type Text = Pick<Knowledge, 'id' | 'revision' | 'summary'>

const day = 24 * 60 * 60 * 1000
const hour = 60 * 60 * 1000

/** The texts as they were first approved. */
export const asFirstApproved = (texts: readonly DemoEntry[]): DemoEntry[] =>
  texts.map((text) => {
    const revision = revisions.find(({ title }) => title === text.title)
    if (!revision) return text
    const { now, before } = revision
    if (!text.summary.includes(now)) throw new Error(`${text.title} does not say ${now}.`)
    return { ...text, summary: text.summary.replace(now, before) }
  })

/** What became of approved answers since: some say something else now, some went offline, each by the workflow. */
export async function writeChanges({ payload, texts, personOf, now }: Given): Promise<void> {
  const titles = [...revisions, ...past].map(({ title }) => title)
  const successors = past.flatMap(({ gone }) => ('successor' in gone ? (gone.successor ?? []) : []))
  const known = await textsOf(payload, [...titles, ...successors])
  const unitOf = new Map(texts.map(({ title, unit }) => [title, unit]))
  const taking = stepsOf(payload)
  for (const revision of revisions)
    await revise(taking, { payload, revision, texts, text: known(revision.title), personOf, now })
  for (const { title, unit, gone } of past) {
    const text = known(title)
    const at = momentBefore(now, gone.ago)
    const approver = personOf(unitOf.get(title) ?? unit, 'approver')
    if ('deleted' in gone) {
      const asked = new Date(at.getTime() - 3 * hour)
      const reason = { reason: gone.deleted }
      await taking(personOf(unit, 'editor'), text, 'requestDeletion', asked, reason)
      await taking(approver, text, 'approveDeletion', at)
      continue
    }
    const { kind, sentence, successor, grade } = gone
    const to = successor && { successor: known(successor).id }
    const decision = await taking(approver, text, 'withdraw', at, { kind, sentence, ...to })
    const graded = new Date(at.getTime() + 20 * hour)
    if (grade)
      await gradeAs(payload, personOf('centre', 'centre'), { decision, ...grade, now: graded })
  }
}

type Grade = { decision: string | undefined; isGrave: boolean; sentence: string; now: Date }

async function gradeAs(payload: Payload, user: User, { decision: id = '', ...grade }: Grade) {
  const req = await createLocalReq({ user }, payload)
  const [actor, decision] = [actorOf(req.user), await wrongWithdrawal(payload, id)]
  if (actor && decision) await gradeWithdrawal({ req, actor, decision, ...grade })
}

async function textsOf(payload: Payload, titles: readonly string[]) {
  const { docs } = await payload.find({
    ...{ collection: 'knowledge', where: { title: { in: [...titles] } }, depth: 0 },
    ...{ pagination: false, overrideAccess: true },
  })
  const byTitle = new Map(docs.map((doc) => [doc.title, doc]))
  return (title: string) => {
    const text = byTitle.get(title)
    if (!text) throw new Error(`The demo city has no entry ${title}.`)
    return text
  }
}

/** Takes a step as somebody; resolves to the id of the decision. */
const stepsOf =
  (payload: Payload) =>
  async (
    user: User,
    { id, revision }: Pick<Text, 'id' | 'revision'>,
    step: Step,
    at: Date,
    more = {},
  ) => {
    const req = await createLocalReq({ user }, payload)
    const body = { revision, confirmed: true, findings: graveKinds, ...more }
    if (step === 'approve') await openReview({ req, library: 'knowledge', id, at })
    const { decision } = await takeStep({ req, library: 'knowledge', id, step, body, at })
    return decision
  }

type Revising = {
  payload: Payload
  revision: DemoRevision
  texts: readonly DemoEntry[]
  text: Text
  personOf: PersonOf
  now: Date
}

async function revise(taking: ReturnType<typeof stepsOf>, given: Revising): Promise<void> {
  const { payload, revision, texts, text, personOf, now } = given
  const written = texts.find(({ title }) => title === revision.title)
  if (!written) throw new Error(`The demo city has no entry ${revision.title}.`)
  const at = momentBefore(now, revision.ago)
  const earlier = (hours: number) => new Date(at.getTime() - hours * hour)
  const editor = personOf(written.unit, 'editor')
  await taking(editor, text, 'revise', earlier(26))
  const saved = await payload.update({
    ...{ collection: 'knowledge', id: text.id, user: editor, overrideAccess: false, depth: 0 },
    data: { summary: written.summary, startedFrom: text.revision },
  })
  await taking(editor, saved, 'submit', earlier(24))
  await taking(personOf(written.unit, 'approver'), saved, 'approve', at)
}

/** In the morning of a working day, about so many days ago. */
function momentBefore(now: Date, ago: number): Date {
  const at = new Date(now.getTime() - ago * day)
  at.setUTCHours(2, (ago * 11) % 60, 0, 0)
  const weekday = at.getUTCDay()
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0
  return new Date(at.getTime() - back * day)
}
