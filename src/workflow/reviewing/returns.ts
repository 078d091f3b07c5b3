import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { latestDecision, latestDecisions } from '../decisions'
import { keptEntries, type Entry } from '../entry'
import { appearanceOf, type Appearance, type WorkingText } from '../step/publication'
import { differenceOf, type Difference } from './differenceOf'
import { withThemes } from './withThemes'

/** Entries of a unit that were returned and wait for it, with the reason given last; null where none is on record. */
export async function returnedTo(
  req: PayloadRequest,
  unit: string,
): Promise<(Entry & { reason: string | null })[]> {
  const returned = await keptEntries(req, {
    and: [{ unit: { equals: unit } }, { state: { equals: 'returned' } }],
  })
  const ids = returned.map(({ id }) => id)
  const last = await latestDecisions(req, ids, 'return')
  return returned.map((entry) => {
    const decision = last.get(entry.id)
    return { ...entry, reason: decision ? (decision.reason ?? '') : null }
  })
}

/**
 * What changed since the revision this person returned last; null where they returned none, or the text was
 * approved since and the difference from the live text tells it. Its text is the version that was saved.
 */
export async function sinceMyReturn(given: {
  req: PayloadRequest
  actor: Actor
  entry: Entry
  appearance: Appearance
}): Promise<Difference[] | null> {
  const { req, actor, entry, appearance } = given
  const returned = await lastReturn(req, actor, entry)
  if (returned === null) return null
  const text = await versionOf(req, entry, returned)
  if (!text) return null
  return withThemes(req.payload, differenceOf(await appearanceOf(req, entry, text), appearance))
}

/** The revision this person returned, unless a text went online by a later decision. */
async function lastReturn(req: PayloadRequest, actor: Actor, entry: Entry): Promise<number | null> {
  const [returned, online] = await Promise.all([
    latestDecision(req, entry.id, { steps: ['return'], by: actor.id }),
    latestDecision(req, entry.id, { steps: ['approve', 'saveDirectly'] }),
  ])
  return returned && (returned.seq ?? 0) > (online?.seq ?? 0) ? returned.revision : null
}

/** Each save keeps a version; the newest of a revision has what readers would have seen of it. */
async function versionOf(
  req: PayloadRequest,
  { id, library }: Entry,
  revision: number,
): Promise<WorkingText | null> {
  const { docs } = await req.payload.findVersions({
    collection: library,
    where: { and: [{ parent: { equals: id } }, { 'version.revision': { equals: revision } }] },
    sort: '-updatedAt',
    limit: 1,
    overrideAccess: true,
    depth: 0,
    pagination: false,
    req,
  })
  const [latest] = docs
  return latest ? ({ ...latest.version, id } as unknown as WorkingText) : null
}
