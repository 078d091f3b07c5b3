import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { contentHash } from '../audit/digests'
import { recordStep } from '../audit/recordStep'
import { nextChange } from '../counters'
import { findEntry, type Entry } from '../entry'
import { withoutNumbers } from '../findings/personalNumbers'
import { Refused } from '../Refused'
import { moveText } from '../saving/placeOfText'
import { byId, findAll, findOne, insertOnce, swap } from '../store'
import { tell } from '../telling/tell'
import { writeText } from './directSave'
import { switchesOfCopy } from './effects'
import { faultPoint } from './faultPoint'
import { intentIn, type Intent } from './intent'
import {
  appearanceOf,
  placeOf,
  type Appearance,
  type LiveRow,
  type WorkingText,
} from './publication'

const collection = 'publications'

/** What whoever has just written the intent knows: nothing of it is there yet, and what was read before it holds. */
type Known = { rendered?: Appearance; text?: WorkingText; live?: LiveRow | null }

/** A step that is finished: the entry as it has moved; with nothing known it may have been begun before. */
type Run = { req: PayloadRequest; entry: Entry; intent: Intent; known: Known | undefined }

/** Finishes the step that stands in the register: a killed process left it, or it is still under way. */
export async function finishOpen(req: PayloadRequest, entry: Entry): Promise<void> {
  if (!entry.intent) return
  await finish({ req, entry, intent: intentIn(entry.intent), known: undefined })
}

/**
 * Everything that follows the compare-and-set. Idempotent: a step runs it inside its transaction, and
 * start-up runs the same lines for what a killed process left (databases without transactions).
 */
export async function finish(run: Run): Promise<void> {
  const { req, entry, intent, known } = run
  faultPoint('step.moved')
  if (intent.text) await writeText(req, entry, intent)
  faultPoint('step.written')
  const shown = await publish(run)
  if (intent.switches) await writeSwitches(run)
  await record(run, shown)
  await tell(req, entry, intent, known !== undefined)
  faultPoint('step.recorded')
  if (entry.intent) {
    const where = { ...byId(entry.id), lock: { equals: entry.lock } }
    await swap({ req, collection: 'register', where, data: { intent: null } })
  }
  faultPoint('step.finished')
}

/** What became of the live row: the row that was opened, and the one that was closed. */
type Shown = { opened: LiveRow | null; closed: LiveRow | null }

async function publish(run: Run): Promise<Shown> {
  const { req, entry, intent, known } = run
  const { publication, switches } = intent
  if (publication === 'none') return { opened: null, closed: null }
  if (publication === 'place') await moveText(req, entry)
  const closed = await closeLive(run)
  faultPoint('step.closed')
  const opened = await open()
  faultPoint('step.opened')
  return { opened, closed }

  async function open(): Promise<LiveRow | null> {
    if (publication === 'close') return null
    if (publication === 'open') {
      return openLive(run, known?.rendered ?? (await render(req, entry)))
    }
    const where = byId(intent.again ?? '')
    const row =
      publication === 'again'
        ? await findOne<LiveRow>({ req, collection: 'publications', where })
        : closed && { ...closed, ...switches }
    return row && reopenLive(run, row)
  }
}

/** Closes the live row another decision opened and returns it; also when a killed run closed it. */
async function closeLive({ req, entry, intent, known }: Run): Promise<LiveRow | null> {
  const slot = { slot: { equals: entry.id } }
  const live =
    known?.live === undefined
      ? await findOne<LiveRow>({ req, collection: 'publications', where: slot })
      : known.live
  if (!live || live.id === intent.decision) {
    if (known) return null
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
async function reopenLive(run: Run, shown: LiveRow): Promise<LiveRow> {
  const { createdAt: _created, updatedAt: _updated, ...row } = shown
  return insertLive(run, {
    ...row,
    ...(await placeOf(run.req, run.entry)),
    ...(await opened(run)),
    until: null,
    closedBy: null,
  })
}

/** What is shown is what was opened and decided on, or nothing is. */
async function openLive(run: Run, appearance: Appearance): Promise<LiveRow> {
  const { entry, intent } = run
  const hash = contentHash(appearance)
  if (intent.hash && intent.hash !== hash) {
    throw new Refused('changedMeanwhile', { latest: entry.revision })
  }
  return insertLive(run, {
    ...appearance,
    ...intent.switches,
    hash,
    files: appearance.attachments.map((file) => file.hash).join(' '),
    ...(await opened(run)),
    entry: entry.id,
    library: entry.library,
    number: entry.number,
    revision: intent.revision,
    approvedAt: intent.at,
  })
}

/** Once, however often a step is finished: the row that is there is the one that was written first. */
async function insertLive({ req, known }: Run, data: LiveRow): Promise<LiveRow> {
  const there = known ? null : await findOne<LiveRow>({ req, collection, where: byId(data.id) })
  if (!there) await insertOnce({ req, collection, data, isNew: true })
  return there ?? data
}

const opened = async ({ req, entry, intent }: Run) => ({
  id: intent.decision,
  slot: entry.id,
  isLive: true,
  from: intent.at,
  openedBy: intent.decision,
  changeSeq: await nextChange(req),
  dirty: true,
})

/** The switches belong to the live item; the copy follows, so that the next revision starts from them. */
async function writeSwitches({ req, entry, intent, known }: Run): Promise<void> {
  const { openToUnits, openToPublic } = switchesOfCopy(intent)
  const data = {
    ...(entry.library !== 'cases' && openToUnits !== undefined ? { openToUnits } : {}),
    ...(entry.library !== 'plans' && openToPublic !== undefined ? { openToPublic } : {}),
  }
  if (Object.entries(data).every(([name, isOpen]) => known?.text?.[name] === isOpen)) return
  await swap({ req, collection: entry.library, where: byId(entry.id), data })
}

async function record(run: Run, { opened: shown, closed }: Shown): Promise<void> {
  const { req, entry, intent, known } = run
  const isNew = known !== undefined
  const { decision, answering, ...told } = intent
  const { publication: _, switches: _s, text: _t, again: _a, submitter: _b, ...rest } = told
  const { sentence, ...details } = rest.details ?? {}
  const kept =
    typeof sentence === 'string' ? { ...details, sentence: withoutNumbers(sentence) } : rest.details
  const data = {
    ...rest,
    details: answering ?? kept,
    id: decision,
    // Counts with every write of the register: the order of an entry's decisions, whatever clocks said.
    seq: entry.lock,
    hash: intent.hash ?? (intent.publication === 'open' ? (shown?.hash ?? null) : null),
    entry: entry.id,
    library: entry.library,
    number: entry.number,
    title: withoutNumbers(entry.title),
    unit: entry.unit,
  }
  await insertOnce({ req, collection: 'decisions', data, isNew })
  await recordStep(req, data, { opened: shown, closed: closed?.id ?? null, isNew })
}

async function render(req: PayloadRequest, entry: Entry): Promise<Appearance> {
  const where = byId(entry.id)
  const text = await findOne<WorkingText>({ req, collection: entry.library, where })
  if (text?.revision !== entry.revision) {
    throw new Error(`${entry.number}: text and register are not of one revision.`)
  }
  return appearanceOf(req, entry, text)
}

/** Finishes every step that a killed process left half done; returns how many there were. */
export async function repairOpenIntents(payload: Payload): Promise<number> {
  const req = await createLocalReq({}, payload)
  const docs = await findAll({
    req,
    collection: 'register',
    where: { intent: { exists: true } },
  })
  for (const row of docs) await finishOrTakeBack(payload, row as unknown as Entry)
  return docs.length
}

/** A direct save whose text is refused takes itself back; that is no reason not to start. */
async function finishOrTakeBack(payload: Payload, entry: Entry): Promise<void> {
  const req = await createLocalReq({}, payload)
  try {
    await finishOpen(req, entry)
  } catch (error) {
    const now = await findEntry(await createLocalReq({}, payload), entry.id)
    if (now?.intent) throw error
    payload.logger.warn({ err: error, msg: `${entry.number}: a step was taken back` })
  }
}
