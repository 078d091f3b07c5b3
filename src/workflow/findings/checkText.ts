import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf, idOf } from '@/access/actor'
import { mayReadCopy } from '@/access/reach'
import type { Library } from '@/access/rules'
import { readRows } from '@/tables'
import { noteReading } from '../audit/readings'
import { copyOf, findEntry, type Entry } from '../entry'
import type { ToldContradiction } from '../facts/contradictions'
import { contradictionsOfWritten } from '../facts/ofWritten'
import { Refused } from '../Refused'
import { differenceOf, type Difference, type LiveText } from '../reviewing/differenceOf'
import { withThemes } from '../reviewing/withThemes'
import { textSent } from '../saving/textSent'
import { said, sentAs } from '../sentAs'
import { appearanceOf, type WorkingText } from '../step/publication'
import { byId, findOne } from '../store'
import { countFindings, type Finding, type FindingCounts } from './findingsOf'
import { nameOfEntry } from './personalNumbers'
import { readFindings } from './readFindings'

type Looked = {
  passages: Finding[]
  contradictions: ToldContradiction[]
  difference: Difference[] | null
}

/**
 * The findings of an entry as it would be with the fields that are sent, which live texts say otherwise, and what would
 * differ from its live text (null where nothing is online), before they are saved: a direct save is online at once, and
 * its writer looks first. Nothing of what is sent is stored.
 */
export async function checkText(given: {
  req: PayloadRequest
  library: Library
  id: string
  body: Record<string, unknown>
}): Promise<Looked> {
  const { req, library, id, body } = given
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const sent = textSent(req, library, body)
  const entry = await findEntry(req, id)
  const text = entry && (await findOne<WorkingText>({ req, collection: library, where: byId(id) }))
  if (!text || entry.library !== library || !mayReadCopy(actor, copyOf(entry)))
    throw new Refused('notFound')
  const { unit, categoryKey, topic, revision } = entry
  const by = { by: actor.id, byName: actor.name, subject: id, subjectName: nameOfEntry(entry) }
  noteReading(req.payload, { action: `${library}.read`, ...by, revision })
  const written = { ...text, ...sent }
  return {
    passages: await readFindings({ req, library, unit, categoryKey, topic, text: written }),
    contradictions: await contradictionsOfWritten({ req, actor, entry, text: written }),
    difference: await differenceToLive(req, entry, written),
  }
}

async function differenceToLive(req: PayloadRequest, entry: Entry, text: WorkingText) {
  const where = { slot: { equals: entry.id } }
  const live = await findOne<LiveText>({ req, collection: 'publications', where })
  if (!live) return null
  // Where the text says it is filed, be it a place that a save would refuse.
  const category = entry.library === 'knowledge' ? idOf(text.category) : entry.category
  const unit = entry.library === 'cases' ? (idOf(text.unit) ?? entry.unit) : entry.unit
  const filed = { ...entry, category, unit }
  // Whom a text is open to is not changed with it; a case's switch goes with its text.
  const { openToUnits, openToPublic } = live
  const switches = entry.library === 'cases' ? {} : { openToUnits, openToPublic }
  const appearance = await appearanceOf(req, filed, { ...text, ...switches }, 'review')
  return withThemes(req.payload, differenceOf(live, appearance))
}

type Flagged = { id: string; number: string; title: string; counts: FindingCounts }

/** More at once would hold the others up too long. */
const most = 50

export const severalSent = z.object({
  ids: said(z.array(z.string()).min(1).max(most), {
    zh: `请用 ids 列出 1 至 ${most} 条内容。`,
    en: `List 1 to ${most} entries in ids.`,
  }),
})

/**
 * `POST /api/{library}/findings` with `ids` (1 to 50): which of these saved texts have findings, how many of
 * each kind, in the order asked; what is not in reach is left out. Asked before several are submitted.
 */
export async function checkSeveral(given: {
  req: PayloadRequest
  library: Library
  body: Record<string, unknown>
}): Promise<{ flagged: Flagged[] }> {
  const { req, library, body } = given
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const { ids } = sentAs(severalSent, body)
  const rows = (await readRows(req.payload, {
    collection: 'register',
    where: { and: [{ id: { in: ids } }, { library: { equals: library } }] },
    limit: 0,
  })) as Entry[]
  const flagged: Flagged[] = []
  const numbers: string[] = []
  for (const id of ids) {
    const entry = rows.find((row) => row.id === id)
    if (!entry || !mayReadCopy(actor, copyOf(entry))) continue
    const text = await findOne<WorkingText>({ req, collection: library, where: byId(id) })
    const { number, title, unit, categoryKey, topic } = entry
    numbers.push(`${number}/${entry.revision}`)
    const written = { req, library, unit, categoryKey, topic, text: text ?? {} }
    const counts = countFindings(await readFindings(written))
    if (counts) flagged.push({ id, number, title, counts })
  }
  // What they contain is told: whoever asks has read them.
  const by = { by: actor.id, byName: actor.name }
  noteReading(req.payload, { ...by, action: `${library}.list`, details: { numbers } })
  return { flagged }
}
