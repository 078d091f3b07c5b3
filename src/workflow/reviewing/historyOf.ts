import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { mayReadCopy } from '@/access/reach'
import type { Library } from '@/access/rules'
import { readRows } from '@/tables'
import { noteReading } from '../audit/readings'
import { keepingOf } from '../accounts/keeping/keepingOf'
import { differenceOf, type Difference, type LiveText } from './differenceOf'
import { withThemes } from './withThemes'
import { copyOf, findEntry, type Entry } from '../entry'
import { nameOfEntry } from '../findings/personalNumbers'
import { Refused } from '../Refused'
import { byId, findOne } from '../store'

type Asked = { req: PayloadRequest; library: Library; id: string }

/**
 * The decisions of an entry, newest first, and who looked after it when, for those who may read its
 * working copy.
 */
export async function historyOf(asked: Asked) {
  const { keeper } = await checkReach(asked)
  const { req, id } = asked
  const docs = await readRows(req.payload, {
    collection: 'decisions',
    where: { entry: { equals: id } },
    sort: '-seq',
    limit: 0,
  })
  return { docs, totalDocs: docs.length, ...(await keepingOf(req.payload, { id, keeper })) }
}

/**
 * What one decision changed for readers: the text it opened beside the one before it. Null where it changed
 * nothing for them; `before` null at the first approval, `after` null where the text went offline.
 */
export async function changeOf(asked: Asked & { decision: string }): Promise<{
  decision: string
  wasOnline: boolean
  isOnline: boolean
  difference: Difference[] | null
}> {
  await checkReach(asked)
  const { req, id, decision } = asked
  const record = await findOne<{ id: string; entry: string }>({
    req,
    collection: 'decisions',
    where: byId(decision),
  })
  if (record?.entry !== id) throw new Refused('notFound')
  const [before, after] = await Promise.all([
    findOne<LiveText>({
      req,
      collection: 'publications',
      where: { closedBy: { equals: decision } },
    }),
    findOne<LiveText>({ req, collection: 'publications', where: byId(decision) }),
  ])
  const difference =
    before && after ? await withThemes(req.payload, differenceOf(before, after)) : null
  return { decision, wasOnline: before !== null, isOnline: after !== null, difference }
}

/** Whoever asks for an entry's past reads of it; that is on record. */
async function checkReach({ req, library, id }: Asked): Promise<Entry> {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const entry = await findEntry(req, id)
  if (entry?.library !== library || !mayReadCopy(actor, copyOf(entry)))
    throw new Refused('notFound')
  const by = { by: actor.id, byName: actor.name }
  const subject = { subject: id, subjectName: nameOfEntry(entry) }
  noteReading(req.payload, { action: `${library}.history`, ...by, ...subject })
  return entry
}
