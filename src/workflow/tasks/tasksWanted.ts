import { z } from 'zod'
import { taskKinds, taskStates } from '@/access/tasks'
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
