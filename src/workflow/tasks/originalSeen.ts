import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { audienceOf, audienceQuery, isVisibleTo } from '@/access/audience'
import { readRows } from '@/tables'
import type { Difference } from '../reviewing/differenceOf'
import type { Appearance } from '../step/publication'
import { beforeOf, changesSeen } from './originals'
import { isOver, type LiveText } from './liveTexts'
import type { Task } from './task'

/** The entry a text is based on that is asked back because it changed. */
export type OriginalSeen = {
  number: string
  /** Null where this person may not read it now, or nobody can. */
  title: string | null
  isOnline: boolean
  /** It is online, and nobody reads it since its validity ended. */
  isEnded: boolean
  /** Where it went offline as merged, the number of the other, if this person may read that now. */
  successor: string | null
  /** Since the text before the first change that was not seen to; null where both are not this person's to read. */
  difference: Difference[] | null
}

type Standing = { liveRevision: number | null; successor: string | null }
type Row = Appearance & { entry: string; number: string }

/** What this person sees now of what changed; null of any other task. Rejects as the database does. */
export async function originalSeen(
  payload: Payload,
  actor: Actor,
  task: Pick<Task, 'matter' | 'about'>,
  now: Date,
): Promise<OriginalSeen | null> {
  const id = beforeOf(task)
  if (!id) return null
  const number = task.about
  const audience = audienceOf(actor)
  const [[before], [after], [standing], [live]] = (await Promise.all([
    readRows(payload, { collection: 'publications', where: { id: { equals: id } }, limit: 1 }),
    readRows(payload, {
      ...{ collection: 'publications', limit: 1 },
      where: { and: [audienceQuery(audience, now), { number: { equals: number } }] },
    }),
    readRows(payload, {
      ...{ collection: 'register', columns: ['liveRevision', 'successor'], limit: 1 },
      where: { number: { equals: number } },
    }),
    readRows(payload, {
      ...{ collection: 'publications', columns: ['validUntil'], limit: 1 },
      where: { and: [{ isLive: { equals: true } }, { number: { equals: number } }] },
    }),
  ])) as unknown as [Row[], Row[], Standing[], Pick<LiveText, 'validUntil'>[]]
  const readable = async (id: string | null) => {
    if (!id) return null
    const [row] = await readRows(payload, {
      ...{ collection: 'publications', columns: ['number'], limit: 1 },
      where: { and: [audienceQuery(audience, now), { slot: { equals: id } }] },
    })
    return row ? String(row.number) : null
  }
  // What it said was open to them then, whatever its validity is by now.
  const always = { validFrom: null, validUntil: null }
  const isSeen = before && isVisibleTo(audience, { ...before, ...always }, now.getTime())
  const isOnline = (standing?.liveRevision ?? null) !== null
  return {
    ...{ number, title: after?.title ?? null, isOnline },
    isEnded: live !== undefined && isOver(live, now),
    successor: isOnline ? null : await readable(standing?.successor ?? null),
    difference: isSeen && after ? changesSeen(before, after) : null,
  }
}
