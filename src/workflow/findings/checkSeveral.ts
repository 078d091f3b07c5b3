import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { mayReadCopy } from '@/access/reach'
import type { Library } from '@/access/rules'
import { readRows } from '@/tables'
import { noteReading } from '../audit/readings'
import { copyOf, type Entry } from '../entry'
import type { WorkingText } from '../step/publication'
import { Refused } from '../Refused'
import { said, sentAs } from '../sentAs'
import { byId, findOne } from '../store'
import { countFindings, type FindingCounts } from './findingsOf'
import { readFindings } from './readFindings'

export type Flagged = { id: string; number: string; title: string; counts: FindingCounts }

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
