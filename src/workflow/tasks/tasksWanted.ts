import type { Where } from 'payload'
import { z } from 'zod'
import type { Actor } from '@/access/actor'
import { filedIn } from '@/access/listFilter'
import { seesOwnAlone, taskKinds, tasksSeenQuery, taskStates, unfinished } from '@/access/tasks'
import { dayOf } from '@/shanghaiDay'
import { whereAll } from '../usage/daysWanted'
import { ofUnit, wantedIn } from '../usage/viewsWanted'

/** Tasks in one of these states, or all that are not over. */
export const statesAsked = ['unfinished', ...taskStates] as const

/** Which tasks somebody wants to see; what is left out does not narrow. */
export const tasksAsked = z.object({
  kind: z.enum(taskKinds).optional().meta({ description: '类别 / kind' }),
  state: z.enum(statesAsked).optional().meta({
    description: '状态，unfinished 为未办结 / state, or all that are not over',
  }),
  ...ofUnit(),
  entry: z
    .string()
    .regex(/^[A-Za-z]{2}\d{1,10}$/)
    .optional()
    .meta({ description: '内容的编号 / number of an entry' }),
  overdue: z.enum(['true']).optional().meta({ description: '只看超期 / overdue alone' }),
  own: z.enum(['true']).optional().meta({ description: '只看本人上报 / told by oneself alone' }),
})

export type TasksWanted = z.output<typeof tasksAsked>

/** What the address of the page asks for. */
export const tasksWantedIn = (query: Record<string, unknown> | undefined): TasksWanted =>
  wantedIn(tasksAsked, query)

/** The rows of `tasks` that this person sees and wants, as `readRows` and `countRows` are asked for them. */
export function tasksWanted(actor: Actor, wanted: TasksWanted, now: Date) {
  const seen = tasksSeenQuery(actor)
  const { kind, state, unit, alone, entry, overdue, own } = wanted
  const where = whereAll([
    seen === true ? {} : seen === false ? { id: { in: [] } } : seen,
    kind && { kind: { equals: kind } },
    state && { state: state === 'unfinished' ? { in: [...unfinished] } : { equals: state } },
    unit ? (alone ? { unit: { equals: unit } } : filedIn(unit)) : undefined,
    entry ? { entryNumber: { equals: entry.toUpperCase() } } : undefined,
    // What a unit names as the answer of a gap is not found by asking for it.
    entry && actor.isKey && { kind: { equals: 'correction' } },
    overdue && { and: [{ state: { in: [...unfinished] } }, { due: { less_than: dayOf(now) } }] },
    own && { reporters: { contains: actor.id } },
  ])
  const asked = { collection: 'tasks' as const, where }
  return own || seesOwnAlone(actor) ? { ...asked, namedBy: toldBy(actor) } : asked
}

/** The tasks somebody told of are found by what they told, and not by looking through all. */
const toldBy = ({ id }: Actor) => ({
  ...{ collection: 'taskReports' as const, column: 'task' },
  where: { by: { equals: id } } satisfies Where,
})
