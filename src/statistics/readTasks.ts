import { setImmediate as breathe } from 'node:timers/promises'
import type { CollectionSlug, Payload, Where } from 'payload'
import { dayOf } from '@/shanghaiDay'
import { countGroups, readRows } from '@/tables'
import { taskKeys, type TaskKey } from './figures'
import { thenOf, within, type Span } from './span'

export const isOfTasks = (key: string): key is TaskKey => taskKeys.some((one) => one === key)

type Counted = { collection: Extract<CollectionSlug, 'sampleChecks' | 'tasks'>; where: Where }

/** Which rows each of these counts: of a span, or as they stood at its end; now, where that is still to come. */
export function countedTasks(key: TaskKey, span: Span, now: Date): Counted {
  const then = thenOf(span, now)
  const at = then.toISOString()
  const all = (...conditions: Where[]): Counted => ({
    ...{ collection: 'tasks', where: { and: conditions } },
  })
  const open: Where[] = [
    { at: { less_than_equal: at } },
    { or: [{ overAt: { exists: false } }, { overAt: { greater_than: at } }] },
  ]
  const over = (...more: Where[]) => all(...within('overAt', span), ...more)
  const corrections: Where = { kind: { equals: 'correction' } }
  const checks = (...more: Where[]): Counted => ({
    ...{ collection: 'sampleChecks', where: { and: [...within('at', span), ...more] } },
  })
  const rules: Record<TaskKey, Counted> = {
    tasksOpen: all(...open),
    // A merge waits for one of two units: whose turn it was then, is not kept.
    tasksOverdue: all(
      ...open,
      { due: { less_than: dayOf(then) } },
      { kind: { not_equals: 'merge' } },
    ),
    tasksTold: all(...within('at', span)),
    tasksClosed: over({ state: { equals: 'closed' } }),
    tasksRefused: over({ state: { equals: 'refused' } }),
    corrections: all(...within('at', span), corrections),
    upheld: all(...within('answeredAt', span), corrections),
    byReplay: over({ outcome: { equals: 'found' } }),
    sampled: checks(),
    flawed: checks({ isFlawed: { equals: true } }),
  }
  return rules[key]
}

type OfUnit = { unit: string; key: TaskKey; count: number }

/** How many there are of each, by the unit they lie with now. */
export async function countTasks(payload: Payload, span: Span, now: Date): Promise<OfUnit[]> {
  const counts: OfUnit[] = []
  for (const key of taskKeys) {
    await breathe()
    const groups = await countGroups(payload, { ...countedTasks(key, span, now), by: ['unit'] })
    for (const { unit, count } of groups) counts.push({ unit: String(unit), key, count })
  }
  return counts
}

/** Hours from being told to the end of each that was closed within the span, with whose it is, and whether it put right what was told. */
export async function readTaskHours(payload: Payload, span: Span, now: Date) {
  const rows = await readRows(payload, {
    ...countedTasks('tasksClosed', span, now),
    ...{ columns: ['unit', 'at', 'overAt', 'outcome'], limit: 0 },
  })
  return rows.map(({ unit, at, overAt, outcome }) => ({
    unit: String(unit),
    isPutRight: outcome === 'corrected',
    hours: Math.max(0, (Date.parse(String(overAt)) - Date.parse(String(at))) / (60 * 60_000)),
  }))
}
