import type { PayloadRequest } from 'payload'
import type { State, Step, StepRule } from '@/access/rules'
import { recordStep } from './audit/recordStep'
import { nextChange } from './counters'
import { switchesOfCopy, type Switches } from './effects'
import type { Entry } from './entry'
import { faultPoint } from './faultPoint'
import { withoutNumbers } from './findings/maskNumbers'
import { moveText } from './moveText'
import { appearanceOf, placeOf, type Appearance, type WorkingText } from './publication'
import { byId, findOne, insertOnce, swap } from './store'
import { tell } from './telling/tell'
import { writeText } from './writeText'

/** What a step still owes once the register has moved; stored in the register until it is done. */
export type Intent = {
  step: Step
  decision: string
  revision: number
  from: State
  to: State
  by: string
  byName: string
  unitName: string
  isActingForUnit: boolean
  /** The approver whose right a delegate used. */
  onBehalfOf: string | null
  onBehalfOfName: string | null
  reason: string
  confirmed: readonly string[]
  writers: readonly string[]
  details: Record<string, unknown> | null
  at: string
  /** What happens to the live row. */
  publication: Exclude<StepRule['publication'], 'asAsked'>
  /** The switches readers and copy get; null where they stay. */
  switches: Switches | null
  /** saveDirectly: what is written into the text first. */
  text: Record<string, unknown> | null
  /** resume: the publication that is shown again. */
  again: string | null
  /** agree, object: the unit that answers. */
  answering: { unit: string; unitName: string } | null
}

type LiveRow = { id: string; slot: string } & Record<string, unknown>

/**
 * Everything that follows the compare-and-set. Idempotent: a step runs it inside its transaction, and
 * start-up runs the same lines for what a killed process left (databases without transactions).
 */
export async function finish(
  req: PayloadRequest,
  entry: Entry,
  rendered?: Appearance,
): Promise<void> {
  if (!entry.intent) return
  const intent = JSON.parse(entry.intent) as Intent
  faultPoint('step.moved')
  if (intent.text) await writeText(req, entry, intent)
  faultPoint('step.written')
  await publish(req, entry, intent, rendered)
  if (intent.switches) await writeSwitches(req, entry, intent)
  await record(req, entry, intent)
  await tell(req, entry, intent)
  faultPoint('step.recorded')
  await swap({
    req,
    collection: 'register',
    where: { ...byId(entry.id), lock: { equals: entry.lock } },
    data: { intent: null },
  })
  faultPoint('step.finished')
}

async function publish(
  req: PayloadRequest,
  entry: Entry,
  intent: Intent,
  rendered: Appearance | undefined,
): Promise<void> {
  const { publication, switches } = intent
  if (publication === 'none') return
  if (publication === 'place') await moveText(req, entry)
  const closed = await closeLive(req, entry, intent)
  faultPoint('step.closed')
  if (publication === 'open') {
    await openLive(req, entry, intent, rendered ?? (await render(req, entry)))
  } else if (publication === 'again') {
    const where = byId(intent.again ?? '')
    const row = await findOne<LiveRow>({ req, collection: 'publications', where })
    if (row) await reopenLive({ req, entry, intent, row })
  } else if (publication !== 'close' && closed) {
    await reopenLive({ req, entry, intent, row: { ...closed, ...switches } })
  }
  faultPoint('step.opened')
}

/** Closes the live row another decision opened and returns it; also when a killed run closed it. */
async function closeLive(
  req: PayloadRequest,
  entry: Entry,
  intent: Intent,
): Promise<LiveRow | null> {
  const slot = { slot: { equals: entry.id } }
  const live = await findOne<LiveRow>({ req, collection: 'publications', where: slot })
  if (!live || live.id === intent.decision) {
    const where = { closedBy: { equals: intent.decision } }
    return findOne<LiveRow>({ req, collection: 'publications', where })
  }
  await swap({
    req,
    collection: 'publications',
    where: { ...byId(live.id), ...slot },
    data: {
      slot: live.id,
      isLive: false,
      until: intent.at,
      closedBy: intent.decision,
      changeSeq: await nextChange(req),
      dirty: true,
    },
  })
  return live
}

/** The same text with other switches, at its new place, or online again: approved when it was approved. */
async function reopenLive(given: {
  req: PayloadRequest
  entry: Entry
  intent: Intent
  row: LiveRow
}): Promise<void> {
  const { req, entry, intent } = given
  const { createdAt: _created, updatedAt: _updated, ...row } = given.row
  await insertOnce({
    req,
    collection: 'publications',
    data: {
      ...row,
      ...(await placeOf(req, entry)),
      ...(await opened(req, entry, intent)),
      until: null,
      closedBy: null,
    },
  })
}

async function openLive(
  req: PayloadRequest,
  entry: Entry,
  intent: Intent,
  appearance: Appearance,
): Promise<void> {
  const where = byId(intent.decision)
  if (await findOne({ req, collection: 'publications', where })) return
  await insertOnce({
    req,
    collection: 'publications',
    data: {
      ...appearance,
      ...intent.switches,
      files: appearance.attachments.map(({ hash }) => hash).join(' '),
      ...(await opened(req, entry, intent)),
      entry: entry.id,
      library: entry.library,
      number: entry.number,
      revision: intent.revision,
      approvedAt: intent.at,
    },
  })
}

const opened = async (req: PayloadRequest, entry: Entry, intent: Intent) => ({
  id: intent.decision,
  slot: entry.id,
  isLive: true,
  from: intent.at,
  openedBy: intent.decision,
  changeSeq: await nextChange(req),
  dirty: true,
})

/** The switches belong to the live item; the copy follows, so that the next revision starts from them. */
async function writeSwitches(req: PayloadRequest, entry: Entry, intent: Intent): Promise<void> {
  const { openToUnits, openToPublic } = switchesOfCopy(intent)
  const data = {
    ...(entry.library !== 'cases' && openToUnits !== undefined ? { openToUnits } : {}),
    ...(entry.library !== 'plans' && openToPublic !== undefined ? { openToPublic } : {}),
  }
  if (Object.keys(data).length === 0) return
  await swap({ req, collection: entry.library, where: byId(entry.id), data })
}

async function record(req: PayloadRequest, entry: Entry, intent: Intent): Promise<void> {
  const { decision, publication: _, switches: _s, text: _t, again: _a, answering, ...rest } = intent
  const { sentence, ...details } = rest.details ?? {}
  const kept =
    typeof sentence === 'string' ? { ...details, sentence: withoutNumbers(sentence) } : rest.details
  const data = {
    ...rest,
    details: answering ?? kept,
    // Never changed again and read by others: a number of a person is masked.
    reason: withoutNumbers(rest.reason),
    id: decision,
    entry: entry.id,
    library: entry.library,
    number: entry.number,
    title: withoutNumbers(entry.title),
    unit: entry.unit,
  }
  await insertOnce({ req, collection: 'decisions', data })
  await recordStep(req, data)
}

async function render(req: PayloadRequest, entry: Entry): Promise<Appearance> {
  const where = byId(entry.id)
  const text = await findOne<WorkingText>({ req, collection: entry.library, where })
  if (text?.revision !== entry.revision) {
    throw new Error(`${entry.number}: text and register are not of one revision.`)
  }
  return appearanceOf(req, entry, text)
}
