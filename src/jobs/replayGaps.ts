import type { Payload } from 'payload'
import { audienceOf, type Audience } from '@/access/audience'
import { searchEntries } from '@/reading/search'
import { searchEngine } from '@/search'
import { queriesOf, type AskedBy, type Replayed } from '@/workflow/tasks/replay'
import type { Task } from '@/workflow/tasks/task'

/**
 * Asks the queries of a gap again, as the box at the desk or on the portal would for whoever asked, or as a key asks; null where search
 * answers from the database alone, whose order says nothing. Nobody asked now: nothing of it is on record.
 */
export async function replayGap(
  payload: Payload,
  task: Task,
  now: Date,
): Promise<Replayed[] | null> {
  const replayed = new Map<string, Replayed>()
  for (const { query, actor } of await queriesOf(payload, task)) {
    const audience = audienceOf(actor)
    const key = JSON.stringify([query, audience])
    if (replayed.has(key)) continue
    const place = await placeIn(payload, task, { query, actor, audience }, now)
    if (place === undefined) return null
    replayed.set(key, { query, place, isPublic: audience.sees === 'public' })
  }
  return [...replayed.values()]
}

type Asked = AskedBy & { audience: Audience }

async function placeIn(payload: Payload, task: Task, { query, actor, audience }: Asked, now: Date) {
  const { hits, degraded } = await searchEntries({
    ...{ payload, engine: searchEngine(), now, audience },
    ...{ text: query, page: 1, facets: false, explain: false },
    // Neither a citizen nor a key has its own unit's entries first.
    ownUnit: audience.sees === 'public' || actor?.isKey ? undefined : actor?.unit,
  })
  if (degraded) return undefined
  const at = hits.findIndex(({ number }) => number === task.entryNumber)
  return at < 0 ? null : at + 1
}
