import type { PayloadRequest } from 'payload'
import { steps, type State, type Step, type StepRule } from '@/access/rules'
import { nextChange } from './counters'
import type { Entry } from './entry'
import { appearanceOf, placeOf, type Appearance, type WorkingText } from './publication'
import { byId, findOne, insertOnce, swap } from './store'

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
  reason: string
  confirmed: readonly string[]
  writers: readonly string[]
  at: string
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
  const { publication }: StepRule = steps[intent.step]
  if (publication === 'open') {
    await closeLive(req, entry, intent)
    await openLive(req, entry, intent, rendered ?? (await render(req, entry)))
  }
  if (publication === 'place') {
    await moveText(req, entry)
    const live = await closeLive(req, entry, intent)
    if (live) await reopenLive(req, entry, intent, live)
  }
  await record(req, entry, intent)
  await swap({
    req,
    collection: 'register',
    where: { ...byId(entry.id), lock: { equals: entry.lock } },
    data: { intent: null },
  })
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

/** The same text at its new place: approved when it was approved. */
async function reopenLive(
  req: PayloadRequest,
  entry: Entry,
  intent: Intent,
  live: LiveRow,
): Promise<void> {
  const { createdAt: _created, updatedAt: _updated, ...row } = live
  await insertOnce({
    req,
    collection: 'publications',
    data: {
      ...row,
      ...(await placeOf(req, entry)),
      id: intent.decision,
      slot: entry.id,
      isLive: true,
      from: intent.at,
      until: null,
      openedBy: intent.decision,
      closedBy: null,
      changeSeq: await nextChange(req),
      dirty: true,
    },
  })
}

/** The working copy carries its place too, so that what is in reach is one query. */
async function moveText(req: PayloadRequest, entry: Entry): Promise<void> {
  await swap({
    req,
    collection: entry.library as 'knowledge',
    where: byId(entry.id),
    data: { unit: entry.unit, unitAbove: entry.unitAbove, category: entry.category },
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
      files: appearance.attachments.map(({ hash }) => hash).join(' '),
      id: intent.decision,
      slot: entry.id,
      isLive: true,
      entry: entry.id,
      library: entry.library,
      number: entry.number,
      revision: intent.revision,
      approvedAt: intent.at,
      from: intent.at,
      openedBy: intent.decision,
      changeSeq: await nextChange(req),
      dirty: true,
    },
  })
}

async function record(req: PayloadRequest, entry: Entry, intent: Intent): Promise<void> {
  const { decision, ...rest } = intent
  await insertOnce({
    req,
    collection: 'decisions',
    data: {
      ...rest,
      id: decision,
      entry: entry.id,
      library: entry.library,
      number: entry.number,
      title: entry.title,
      unit: entry.unit,
    },
  })
}

async function render(req: PayloadRequest, entry: Entry): Promise<Appearance> {
  const where = byId(entry.id)
  const text = await findOne<WorkingText>({ req, collection: entry.library as 'knowledge', where })
  if (text?.revision !== entry.revision) {
    throw new Error(`${entry.number}: text and register are not of one revision.`)
  }
  return appearanceOf(req, entry, text)
}
