import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { isInReach } from '@/access/reach'
import { fields, type Library } from '@/access/rules'
import { noteReading } from '../audit/readings'
import { findEntry } from '../entry'
import type { WorkingText } from '../publication'
import { Refused } from '../Refused'
import { byId, findOne } from '../store'
import type { Finding } from './findingsOf'
import { nameOfEntry } from './nameOfEntry'
import { readFindings } from './readFindings'

/**
 * The findings of an entry as it would be with the fields that are sent, before they are saved: a direct save
 * is online at once, and its writer looks first. Nothing of what is sent is stored.
 */
export async function checkText(given: {
  req: PayloadRequest
  library: Library
  id: string
  body: Record<string, unknown>
}): Promise<{ passages: Finding[] }> {
  const { req, library, id, body } = given
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const entry = await findEntry(req, id)
  const text = entry && (await findOne<WorkingText>({ req, collection: library, where: byId(id) }))
  if (!text || entry.library !== library || !isInReach(actor, entry)) throw new Refused('notFound')
  const { unit, categoryKey, topic, revision } = entry
  const by = { by: actor.id, byName: actor.name, subject: id, subjectName: nameOfEntry(entry) }
  noteReading(req.payload, { action: `${library}.read`, ...by, revision })
  const known: readonly string[] = fields[library].map(({ name }) => name)
  const sent = Object.fromEntries(Object.entries(body).filter(([name]) => known.includes(name)))
  const written = { ...text, ...sent }
  return { passages: await readFindings({ req, library, unit, categoryKey, topic, text: written }) }
}
