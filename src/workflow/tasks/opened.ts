import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { audienceOf, audienceQuery } from '@/access/audience'
import { isInReach, mayOpenCopy } from '@/access/reach'
import { isOver, opensText, seesTask } from '@/access/tasks'
import { fileAddress } from '@/blocks/webAddress'
import { readRows } from '@/tables'
import { copyOf, findEntry, isLive, type Entry } from '../entry'
import { Refused } from '../Refused'
import { noteOpening, openingId } from '../reviewing/openReview'
import type { Appearance, LiveRow, TextRead } from '../step/publication'
import { byId, findOne } from '../store'
import { themesIn } from '../themes/themesOf'
import { wordsOf } from './refuse'
import { findTask, taskFacts, unitOrCentre, type Task } from './task'

type Reviewed = { entry: Entry; row: LiveRow }

/**
 * The text a review is of: the one that is online, or the one that went offline because nobody reviewed it. Null where there
 * is none.
 */
export async function textToReview(
  req: PayloadRequest,
  task: Pick<Task, 'entry'>,
): Promise<Reviewed | null> {
  const entry = task.entry ? await findEntry(req, task.entry) : null
  if (!entry || !(isLive(entry) || entry.isLapsed)) return null
  const where = isLive(entry) ? { slot: { equals: entry.id } } : byId(entry.withdrawnFrom ?? '')
  const row = await findOne<LiveRow>({ req, collection: 'publications', where })
  return row && { entry, row }
}

/**
 * May this person read the text as it stands now? That they told of the task, or that it lies with their unit while the
 * text went to another one, is not enough.
 */
async function mayRead(
  req: PayloadRequest,
  actor: Actor,
  { task, entry, row }: Reviewed & { task: Task },
): Promise<boolean> {
  if (mayOpenCopy(actor, copyOf(entry))) return true
  const { id: doing } = await unitOrCentre(req, entry.unit)
  if (doing === task.unit && isInReach(actor, taskFacts(task))) return true
  const read: Where[] = [byId(row.id), audienceQuery(audienceOf(actor), new Date())]
  const where = { and: read }
  return isLive(entry) && (await findOne({ req, collection: 'publications', where })) !== null
}

/** What was opened: as the review of a working copy of the same words is. */
const openingOf = (actor: Actor, { entry, revision, hash }: Opened) => ({
  ...{ actor, id: entry, revision, hash: hash ?? '' },
})
type Opened = { entry: string; revision: number; hash: string | null }

const rowOpened = ({ entry, row }: Reviewed): Opened => ({
  ...{ entry: entry.id, revision: row.revision },
  hash: (row.hash as string | null | undefined) ?? null,
})

/**
 * `GET /api/tasks/{id}/text`: the text a review or a merge is of, as readers have it. That it was opened is on record, as the review of
 * a working copy is, and its steps ask for it. Throws `Refused` (404).
 */
export async function openTaskText(req: PayloadRequest, actor: Actor, id: string) {
  const task = await findTask(req, id)
  if (!task || isOver(task) || !opensText(task.kind) || !seesTask(actor, taskFacts(task)))
    throw new Refused('notFound')
  const found = await textToReview(req, task)
  if (!found || !(await mayRead(req, actor, { ...found, task }))) throw new Refused('notFound')
  const { entry, row } = found
  const opening = { ...openingOf(actor, rowOpened(found)), task: task.id }
  await noteOpening(req, entry, { ...opening, at: new Date() })
  const { library, number } = entry
  const themeNames = await themesIn(req.payload, row.themes)
  const standing = { library, entry: entry.id, number, isOnline: isLive(entry) }
  return {
    ...standing,
    revision: row.revision,
    text: { ...textIn(row as unknown as Appearance), themeNames },
  }
}

/** What readers have of a text, with the addresses of its files. */
const textIn = (row: Appearance): TextRead => ({
  ...{ title: row.title, summary: row.summary, html: row.html },
  ...{ basis: row.basis, basedOn: row.basedOn ?? null },
  ...{ similarQuestions: row.similarQuestions ?? [], keywords: row.keywords ?? [] },
  ...{ contact: row.contact, openToUnits: row.openToUnits, openToPublic: row.openToPublic },
  ...{ validFrom: row.validFrom, validUntil: row.validUntil },
  attachments: (row.attachments ?? []).map((file) => ({
    ...{ ...file, address: fileAddress(file.hash, file.name) },
  })),
})

/** With this task, or its working copy since the task is there: what was opened for an earlier term was another look. */
const openedWhere = (
  opening: ReturnType<typeof openingOf>,
  task: Pick<Task, 'id' | 'at'>,
): Where => ({
  or: [
    byId(openingId({ ...opening, task: task.id })),
    { and: [byId(openingId(opening)), { at: { greater_than_equal: task.at } }] },
  ],
})

/**
 * 复核 is of the text as it is now, which this person opened; the revision they saw may be sent along. Throws `Refused`: 400
 * where it was not opened, 409 where it is another.
 */
export async function openedNow(
  req: PayloadRequest,
  actor: Actor,
  task: Task,
  revision: number | undefined,
): Promise<void> {
  const found = await textToReview(req, task)
  if (!found) throw new Refused('notFound')
  const latest = found.row.revision
  if (revision !== undefined && revision !== latest)
    throw new Refused('changedMeanwhile', { latest })
  if (!(await mayRead(req, actor, { ...found, task }))) throw new Refused('notFound')
  const where = openedWhere(openingOf(actor, rowOpened(found)), task)
  if (await findOne({ req, collection: 'audit', where })) return
  throw new Refused('notOpened', { fields: ['opened'], detail: wordsOf('opened') })
}

/** The tasks among these, by their ids, of which this person opened the text as it is now. */
export async function openedAmong(
  { payload }: PayloadRequest,
  actor: Actor,
  tasks: readonly Pick<Task, 'id' | 'entry' | 'at'>[],
): Promise<ReadonlySet<string>> {
  const entries = [...new Set(tasks.flatMap(({ entry }) => entry ?? []))]
  if (entries.length === 0) return new Set()
  const lapsed = await readRows(payload, {
    ...{ collection: 'register', columns: ['withdrawnFrom'], limit: 0 },
    where: { and: [{ id: { in: entries } }, { isLapsed: { equals: true } }] },
  })
  const rows = (await readRows(payload, {
    ...{ collection: 'publications', columns: ['entry', 'revision', 'hash'], limit: 0 },
    where: {
      or: [
        { slot: { in: entries } },
        { id: { in: lapsed.map(({ withdrawnFrom }) => withdrawnFrom) } },
      ],
    },
  })) as Opened[]
  const textOf = new Map(rows.map((row) => [row.entry, openingOf(actor, row)]))
  const of = tasks.flatMap(({ id, at, entry }) => {
    const opening = entry ? textOf.get(entry) : undefined
    return opening
      ? [{ id, at, with: openingId({ ...opening, task: id }), copy: openingId(opening) }]
      : []
  })
  const lines = await readRows(payload, {
    ...{ collection: 'audit', columns: ['id', 'at'], limit: 0 },
    where: { id: { in: of.flatMap((one) => [one.with, one.copy]) } },
  })
  const since = new Map(lines.map(({ id, at }) => [String(id), Date.parse(String(at))]))
  const isOpened = (one: (typeof of)[number]) =>
    since.has(one.with) || (since.get(one.copy) ?? 0) >= Date.parse(one.at)
  return new Set(of.filter(isOpened).map(({ id }) => id))
}
