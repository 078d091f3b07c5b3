import type { Payload } from 'payload'
import { atTheUnit } from '@/access/tasks'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { differenceOf, type Difference } from '../reviewing/differenceOf'
import type { Appearance } from '../step/publication'
import { askReview, graceDays } from './askReviews'
import { tasksWhere } from './task'

type Based = Record<'entry' | 'number' | 'unit' | 'approvedAt' | 'basedOn', string> & {
  revision: number
}

type Row = Appearance & {
  id: string
  number: string
  hash: string | null
  isLive: boolean | null
  changeSeq: number
  from: string
  until: string | null
}

/** What readers see of a text: other words they are found by, or another place, make it no other one. */
const seen: readonly string[] = [
  ...['title', 'summary', 'plain', 'basis', 'contact', 'attachments', 'validFrom', 'validUntil'],
]

/** What differs between two texts of an original as far as it matters to those that are based on it. */
export const changesSeen = (before: Appearance, after: Appearance): Difference[] =>
  differenceOf(before, after).filter(({ field }) => seen.includes(field))

const columns = [
  ...['id', 'number', 'hash', 'isLive', 'changeSeq', 'title', 'summary', 'plain', 'basis'],
  ...['contact', 'attachments', 'validFrom', 'validUntil', 'from', 'until'],
]

/**
 * 依据的上级事项有变化: where readers of this entry got another text since a place in the sequence of changes, or none, each
 * text online that is based on it is asked back, once for all that changed before its unit sees to it; not what was
 * approved since, beside the original as it is now. Returns how many tasks came of it.
 */
export async function askByOriginal(
  payload: Payload,
  { entry, after, now }: { entry: string; after: number; now: Date },
): Promise<number> {
  const [newest] = await readRows(payload, {
    ...{ collection: 'publications', columns: ['number'], sort: '-changeSeq', limit: 1 },
    where: { entry: { equals: entry } },
  })
  const based = newest ? await basedOn(payload, [String(newest.number)]) : []
  if (based.length === 0) return 0
  const change = await changeSince(payload, entry, after)
  return change ? ask(payload, based, { ...change, about: String(newest?.number), now }) : 0
}

/** Originals looked at in one question. */
const atOnce = 200

/**
 * The same where an original's validity ended, which no change tells of: each text online that was approved before that is asked
 * back. Returns how many tasks came of it.
 */
export async function askByEnded(payload: Payload, now = new Date()): Promise<number> {
  const ended = (await readRows(payload, {
    ...{ collection: 'publications', columns: ['id', 'number', 'validUntil'], limit: 0 },
    where: {
      and: [{ isLive: { equals: true } }, { validUntil: { less_than: now.toISOString() } }],
    },
  })) as { id: string; number: string; validUntil: string }[]
  let opened = 0
  for (let at = 0; at < ended.length; at += atOnce) {
    const some = ended.slice(at, at + atOnce)
    const based = await basedOn(
      payload,
      some.map(({ number }) => number),
    )
    for (const { id, number: about, validUntil } of some) {
      const those = based.filter((row) => row.basedOn === about)
      // Of the entry and its end: its publication is another one once it is opened or moved.
      const change = { before: id, once: `${about}:ended:${validUntil}`, at: validUntil }
      opened += await ask(payload, those, { ...change, about, now })
    }
  }
  return opened
}

/** The text that was, the one that is by its name, and since when. */
type Change = { before: string; once: string; at: string }
type Asking = Change & { about: string; now: Date }

/** Those that were approved before the change, and have it not before them already. */
async function ask(
  payload: Payload,
  based: readonly Based[],
  { before, once, at, about, now }: Asking,
): Promise<number> {
  const those = based.filter(({ approvedAt }) => approvedAt <= at)
  const known = await askedAmong(payload, those, about)
  let opened = 0
  for (const row of those) {
    if (known.has(row.entry)) continue
    opened += await askReview(payload, row, {
      ...{ cause: 'original', due: dayBefore(dayOf(now), -graceDays), now },
      ...{ about, once, matter: matterOf(before) },
    })
  }
  return opened
}

/** Live texts that are based on the entries of these numbers. */
const basedOn = async (payload: Payload, numbers: readonly string[]): Promise<Based[]> =>
  (await readRows(payload, {
    ...{ collection: 'publications', limit: 0 },
    columns: ['entry', 'number', 'revision', 'unit', 'approvedAt', 'basedOn'],
    where: { and: [{ isLive: { equals: true } }, { basedOn: { in: [...numbers] } }] },
  })) as Based[]

/** Those, by their entries, whose unit has it before it, and nobody said yet that it is all right. */
async function askedAmong(
  payload: Payload,
  based: readonly Based[],
  about: string,
): Promise<ReadonlySet<string | null>> {
  if (based.length === 0) return new Set()
  const tasks = await tasksWhere(payload, {
    and: [
      ...[{ entry: { in: based.map(({ entry }) => entry) } }, { cause: { equals: 'original' } }],
      ...[{ about: { equals: about } }, { state: { in: [...atTheUnit] } }],
    ],
  })
  return new Set(tasks.map(({ entry }) => entry))
}

/** The text readers had before the first change since then, and what they have now; null where they see no other one. */
async function changeSince(payload: Payload, entry: string, after: number): Promise<Change | null> {
  const rows = (await readRows(payload, {
    ...{ collection: 'publications', columns, sort: 'changeSeq', limit: 0 },
    where: { entry: { equals: entry } },
  })) as unknown as Row[]
  const last = rows.at(-1)
  const changed = rows.filter((row, at) => {
    const before = rows[at - 1]
    // One that is closed has the number of its closing: it was opened right behind the one before.
    const opened = row.isLive ? row.changeSeq : (before?.changeSeq ?? 0)
    return before && opened > after && isOther(before, row)
  })
  const [first, newest] = [changed[0], changed.at(-1)]
  const before = first && rows[rows.indexOf(first) - 1]
  if (before && newest && last?.isLive)
    return { before: before.id, once: newest.id, at: newest.from }
  if (!last || last.isLive || last.changeSeq <= after) return null
  const isGone = await wentOffline(payload, entry)
  const at = last.until ?? last.from
  return isGone ? { before: (before ?? last).id, once: `${last.id}:offline`, at } : null
}

const isOther = (before: Row, after: Row): boolean =>
  (before.hash === null || before.hash !== after.hash) && changesSeen(before, after).length > 0

/** Where no transaction hides it, a text that is shown anew is closed for a moment. */
async function wentOffline(payload: Payload, entry: string): Promise<boolean> {
  const [row] = await readRows(payload, {
    ...{ collection: 'register', columns: ['liveRevision'], limit: 1 },
    where: { id: { equals: entry } },
  })
  return !row || row.liveRevision === null
}

const prefix = 'original:'
const matterOf = (publication: string): string => prefix + publication

/** Of a review because of its original, the publication of it before it changed. */
export const beforeOf = ({ matter }: { matter: string | null }): string | null =>
  matter?.startsWith(prefix) ? matter.slice(prefix.length) : null
