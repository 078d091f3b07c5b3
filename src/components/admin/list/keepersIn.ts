import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { keepingSeen } from '@/access/keeping'
import { savedBy, type Library } from '@/access/rules'
import { namesOf } from '@/workflow/namesOf'
import type { LibraryAsked } from './libraryAsked'

export type KeeperChoice = { id: string; name: string | null }

/**
 * Whose entries a list can be narrowed to: one's own for those who write (`name` null), and whoever the address
 * names; nobody where nobody's keeping is this person's business.
 */
export async function keepersIn(given: {
  payload: Payload
  actor: Actor
  library: Library
  asked: Pick<LibraryAsked, 'keeper'>
}): Promise<KeeperChoice[]> {
  const { payload, actor, library, asked } = given
  if (keepingSeen(actor) === 'none') return []
  const own = actor.roles.includes(savedBy[library]) ? [{ id: actor.id, name: null }] : []
  const { keeper } = asked
  if (!keeper || keeper === actor.id) return own
  const name = (await namesOf(payload, [keeper])).get(keeper)
  return [...own, { id: keeper, name: name ?? '—' }]
}
