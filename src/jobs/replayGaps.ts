import type { Payload } from 'payload'
import { audienceOf } from '@/access/audience'
import { searchEntries } from '@/reading/search'
import { searchEngine } from '@/search'
import { queriesOf, type AskedBy, type Replayed } from '@/workflow/tasks/replay'
import type { Task } from '@/workflow/tasks/task'

/**
 * Asks the queries of a gap again, as the box at the desk or on the portal would for whoever asked; null where search
 * answers from the database alone, whose order says nothing. Nobody asked now: nothing of it is on record.
 */
export async function replayGap(
  payload: Payload,
  task: Task,
  now: Date,
): Promise<Replayed[] | null> {
  const replayed = new Map<string, Replayed>()
  for (const asked of await queriesOf(payload, task)) {
    const key = JSON.stringify([asked.query, audienceOf(asked.actor)])
    if (replayed.has(key)) continue
    const place = await placeIn(payload, task, asked, now)
    if (place === undefined) return null
    replayed.set(key, { query: asked.query, place, isPublic: asked.actor === null })
  }
  return [...replayed.values()]
}

async function placeIn(payload: Payload, task: Task, { query, actor }: AskedBy, now: Date) {
  const { hits, degraded } = await searchEntries({
    ...{ payload, engine: searchEngine(), now, audience: audienceOf(actor) },
    ...{ text: query, page: 1, facets: false, explain: false },
    ownUnit: actor?.unit,
  })
  if (degraded) return undefined
  const at = hits.findIndex(({ number }) => number === task.entryNumber)
  return at < 0 ? null : at + 1
}
