import { createLocalReq, type PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { promotionRefusals } from '@/i18n/promoting'
import { wrongStateTexts } from '@/i18n/refusals'
import type { Knowledge } from '@/payload-types'
import { latestDecision } from '../decisions'
import { findEntry, writersOf, type Entry } from '../entry'
import { inTransaction } from '../inTransaction'
import { namesOf } from '../namesOf'
import { Refused } from '../Refused'
import { saveContextOf } from '../saving/saveContext'
import { takeStep } from '../step/takeStep'
import { byId, findOne } from '../store'
import { frontPlaceOf, type FrontPlace } from './frontPlace'
import { textFrom } from './liveText'
import { answerOf, idFrom, promotionsOf, recordReview, type Review } from './reviews'
import { closing, type Answered } from './answering'

/** Where an answer leads. */
export type Promoted = { entry: Pick<Entry, 'id' | 'number' | 'library'>; isNew: boolean }

const wrong = (words: { zh: string; en: string }) => new Refused('wrongState', { detail: words })

/**
 * 据此新增: a draft in the unit's 热点信息 made of the live text, which it names as related, or of a query. Asked again, it
 * leads to the same draft; a new one only where that was deleted. Throws `Refused`.
 */
export async function draftFrom(answered: Answered): Promise<Promoted> {
  const { req, unit, kind, subject, entry, title } = answered
  const place = await placeFor(req, unit)
  if (entry && place.isForCounty) throw wrong(promotionRefusals.markInstead)
  if (entry?.deletionRequestedBy) throw wrong(wrongStateTexts.requested)
  const before = await draftBefore(answered)
  if (before.kept) return leadTo(before.kept, false)
  const text = entry ? await textFrom(req, entry) : { title }
  const data = { ...text, category: place.category, ...(place.isForCounty && { forCounty: true }) }
  // After a draft that was deleted the next one is another.
  const [id, draft] = ['row', 'entry'].map((what) =>
    idFrom(what, unit, kind, subject, before.count),
  ) as [string, string]
  const review = answerOf(req, answered.now, {
    ...{ id, unit, kind, subject, outcome: 'drafted', entry: draft },
  })
  try {
    await inTransaction(req, () => write(answered, review, data))
  } catch (error) {
    // Somebody asked at the same moment, where no transaction makes one wait.
    const made = await findEntry(await createLocalReq({}, req.payload), draft)
    if (!made) throw error
    return leadTo(made, false)
  }
  return leadTo(await findEntry(req, draft), true)
}

/** The row first: what is killed between the two is made good by whoever asks again. */
async function write(answered: Answered, review: Review, data: object): Promise<void> {
  const { req, title } = answered
  await recordReview(req, review, title)
  saveContextOf(req).entryId = review.entry ?? undefined
  await req.payload.create({
    ...{ collection: 'knowledge', data: data as Knowledge, overrideAccess: false, depth: 0, req },
  })
  delete saveContextOf(req).entryId
  await closing(answered)
}

/** The draft this led to before, where it is kept, and how many there were that are not. */
async function draftBefore({ req, unit, kind, subject }: Answered) {
  const all = await promotionsOf(req.payload, unit)
  const drafts = all.filter(
    (one) => one.outcome === 'drafted' && one.kind === kind && one.subject === subject,
  )
  const last = drafts.at(-1)
  const made = last?.entry ? await findEntry(req, last.entry) : null
  if (made && !made.trashedAt) return { kept: made, count: drafts.length }
  const isGone = made !== null || (last?.entry && (await wasPurged(req, last.entry)))
  return { kept: null, count: last && !isGone ? drafts.length - 1 : drafts.length }
}

const wasPurged = (req: PayloadRequest, entry: string) =>
  findOne({ req, collection: 'decisions', where: byId(`purge:${entry}`) })

/**
 * 改归热点信息, or 推荐到县级热点 of a township's: by a revision of the working copy, which is submitted and approved as
 * all are; the approved text stays online. What is there already is led to. Throws `Refused`.
 */
export async function moveToFront(
  answered: Answered & { entry: Entry },
  outcome: 'revised' | 'marked',
): Promise<Promoted> {
  const { req, actor, unit, entry, now } = answered
  const place = await placeFor(req, unit)
  const refused = promotionRefusals
  if (place.isForCounty !== (outcome === 'marked'))
    throw wrong(place.isForCounty ? refused.markInstead : refused.noTownship)
  if (entry.library !== 'knowledge') throw wrong(refused.knowledgeOnly)
  const text = await findOne<Knowledge>({ req, collection: 'knowledge', where: byId(entry.id) })
  if (!text) throw new Refused('notFound')
  if (place.isForCounty ? text.forCounty : entry.category === place.category)
    return leadTo(entry, false)
  if (entry.liveRevision === null) throw wrong(wrongStateTexts.offline)
  if (entry.state === 'pending') throw wrong(wrongStateTexts.pending)
  if (entry.state !== 'approved') await refuseIfHeld(req, actor, entry)
  const review = answerOf(req, now, {
    ...{ unit, kind: 'entry', subject: entry.id, outcome, entry: entry.id },
  })
  await inTransaction(req, async () => {
    await revise(req, entry, place)
    await recordReview(req, review, answered.title)
    await closing(answered)
  })
  return leadTo(entry, true)
}

async function revise(req: PayloadRequest, entry: Entry, place: FrontPlace): Promise<void> {
  const { id, revision, state } = entry
  if (state === 'approved')
    await takeStep({ req, library: 'knowledge', id, step: 'revise', body: { revision } })
  await req.payload.update({
    ...{ collection: 'knowledge', id, overrideAccess: false, depth: 0, req },
    data: {
      ...(place.isForCounty ? { forCounty: true } : { category: place.category }),
      startedFrom: revision,
    },
  })
}

/** A revision under way is somebody's: what they have open would be older than what is stored. */
async function refuseIfHeld(req: PayloadRequest, actor: Actor, entry: Entry): Promise<void> {
  const writers = writersOf(entry)
  const revised = await latestDecision(req, entry.id, { steps: ['revise'] })
  const holders = writers.length > 0 ? writers : [revised?.by].filter((id) => id != null)
  if (holders.length === 0 || holders.includes(actor.id)) return
  const names = await namesOf(req.payload, holders)
  throw wrong(promotionRefusals.heldBy(holders.map((id) => names.get(id) ?? '').join('、')))
}

async function placeFor(req: PayloadRequest, unit: string): Promise<FrontPlace> {
  const place = await frontPlaceOf(req.payload, unit)
  if (!place) throw wrong(promotionRefusals.noPlace)
  return place
}

function leadTo(entry: Entry | null, isNew: boolean): Promoted {
  if (!entry) throw new Refused('notFound')
  const { id, number, library } = entry
  return { entry: { id, number, library }, isNew }
}
