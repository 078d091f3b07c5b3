import type { PayloadRequest } from 'payload'
import { recordStep } from '../audit/recordStep'
import { nextChange } from '../counters'
import { contentHash } from '../audit/digests'
import { switchesOfCopy } from './effects'
import type { Entry } from '../entry'
import { faultPoint } from './faultPoint'
import { withoutNumbers } from '../findings/maskNumbers'
import type { Intent } from './intent'
import { moveText } from '../saving/moveText'
import { appearanceOf, placeOf, type Appearance, type WorkingText } from './publication'
import { Refused } from '../Refused'
import { byId, findOne, insert, insertOnce, swap } from '../store'
import { tell } from '../telling/tell'
import { writeText } from './writeText'

type LiveRow = { id: string } & Record<string, unknown>

const collection = 'publications'

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
  const shown = await publish(req, entry, intent, rendered)
  if (intent.switches) await writeSwitches(req, entry, intent)
  await record(req, entry, intent, shown)
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

/** What became of the live row: the row that was opened, and the one that was closed. */
type Shown = { opened: LiveRow | null; closed: LiveRow | null }

async function publish(
  req: PayloadRequest,
  entry: Entry,
  intent: Intent,
  rendered: Appearance | undefined,
): Promise<Shown> {
  const { publication, switches } = intent
  if (publication === 'none') return { opened: null, closed: null }
  if (publication === 'place') await moveText(req, entry)
  const closed = await closeLive(req, entry, intent)
  faultPoint('step.closed')
  const opened = await open()
  faultPoint('step.opened')
  return { opened, closed }

  async function open(): Promise<LiveRow | null> {
    if (publication === 'close') return null
    if (publication === 'open') {
      return openLive(req, entry, intent, rendered ?? (await render(req, entry)))
    }
    const where = byId(intent.again ?? '')
    const row =
      publication === 'again'
        ? await findOne<LiveRow>({ req, collection: 'publications', where })
        : closed && { ...closed, ...switches }
    return row && reopenLive({ req, entry, intent, row })
  }
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
}): Promise<LiveRow> {
  const { req, entry, intent } = given
  const { createdAt: _created, updatedAt: _updated, ...row } = given.row
  return insertLive(req, {
    ...row,
    ...(await placeOf(req, entry)),
    ...(await opened(req, entry, intent)),
    until: null,
    closedBy: null,
  })
}

/** What is shown is what was opened and decided on, or nothing is. */
async function openLive(
  req: PayloadRequest,
  entry: Entry,
  intent: Intent,
  appearance: Appearance,
): Promise<LiveRow> {
  const hash = contentHash(appearance)
  if (intent.hash && intent.hash !== hash) {
    throw new Refused('changedMeanwhile', { latest: entry.revision })
  }
  return insertLive(req, {
    ...appearance,
    ...intent.switches,
    hash,
    files: appearance.attachments.map((file) => file.hash).join(' '),
    ...(await opened(req, entry, intent)),
    entry: entry.id,
    library: entry.library,
    number: entry.number,
    revision: intent.revision,
    approvedAt: intent.at,
  })
}

/** Once, however often a step is finished: the row that is there is the one that was written first. */
async function insertLive(req: PayloadRequest, data: LiveRow): Promise<LiveRow> {
  const there = await findOne<LiveRow>({ req, collection, where: byId(data.id) })
  if (!there) await insert({ req, collection, data })
  return there ?? data
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

async function record(
  req: PayloadRequest,
  entry: Entry,
  intent: Intent,
  { opened: shown, closed }: Shown,
): Promise<void> {
  const { decision, publication: _, switches: _s, text: _t, again: _a, answering, ...rest } = intent
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
  await insertOnce({ req, collection: 'decisions', data })
  await recordStep(req, data, { opened: shown, closed: closed?.id ?? null })
}

async function render(req: PayloadRequest, entry: Entry): Promise<Appearance> {
  const where = byId(entry.id)
  const text = await findOne<WorkingText>({ req, collection: entry.library, where })
  if (text?.revision !== entry.revision) {
    throw new Error(`${entry.number}: text and register are not of one revision.`)
  }
  return appearanceOf(req, entry, text)
}
