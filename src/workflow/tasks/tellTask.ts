import type { PayloadRequest } from 'payload'
import { deputyUnitOf, type Deciding } from '@/access/deputies'
import type { Role } from '@/access/rules'
import { taskSteps, type TaskKind, type TaskStepRule } from '@/access/tasks'
import { aboutTask } from '@/i18n/tasksTold'
import { decidingNow } from '../accounts/deputising'
import { change } from '../store'
import { tellCentre, tellMatter, tellPeople, type MatterEvent } from '../telling/matters'
import { reportersOf, type Task } from './task'

export type TaskEvent = Extract<MatterEvent, `task${string}`>

const pageOf = ({ id }: Pick<Task, 'id'>) => `/admin/tasks/${id}`
/** Where who told of it reads what became of it, in the admin or not. */
const ownPage = '/desk/tasks'

/** Each write of a task is an event of its own; what is told by the clock names itself. */
const idOf = ({ id, lock }: Task, more?: string) => `${id}:${more ?? lock}`

const rolesOf = (kind: TaskKind, { by }: TaskStepRule): readonly Role[] => by[kind] ?? []

/**
 * Tells the people of the unit it lies with, or the centre where the centre takes the next step: also of what lies with the
 * centre itself, which hands it on.
 */
export async function tellTask(
  req: PayloadRequest,
  task: Task,
  event: TaskEvent,
  at: Date,
  { as, roles = ['editor', 'approver'] }: { as?: string; roles?: readonly Role[] } = {},
): Promise<void> {
  const matter = { id: idOf(task, as), event, page: pageOf(task), about: aboutTask(task), at }
  const city = await decidingNow(req.payload)
  const isCentres = city.units.some(({ id, isCentre }) => id === task.unit && isCentre)
  if (isCentres || roles.includes('centre')) await tellCentre(req, matter)
  const others = roles.filter((role) => role !== 'centre')
  if (others.length === 0) return
  await tellMatter(req, { ...matter, unit: task.unit, roles: others })
  const deputy = others.includes('approver') && deputyIn(city, task.unit)
  if (deputy) await tellMatter(req, { ...matter, unit: deputy, roles: ['approver'] })
}

/** Whose approvers decide in place of a unit that has none (代审批); null where it has one. */
const deputyIn = (city: Deciding, unit: string): string | null =>
  city.approvers.get(unit)?.length ? null : deputyUnitOf(unit, city)

/** Tells whoever decides on the answer. */
export const tellDeciders = (req: PayloadRequest, task: Task, at: Date): Promise<void> =>
  tellTask(req, task, 'taskAnswered', at, {
    roles: [...rolesOf(task.kind, taskSteps.accept), ...rolesOf(task.kind, taskSteps.reconfirm)],
  })

/** Tells those who told of it what became of it, but not of what they did themselves. */
export async function tellReporters(
  req: PayloadRequest,
  task: Task,
  { at, by }: { at: Date; by: string | null },
): Promise<void> {
  const people = reportersOf(task).filter((id) => id !== by)
  const matter = { id: idOf(task), event: 'taskTold' as const, page: ownPage, at }
  await tellPeople(req, { ...matter, about: aboutTask(task), people })
}

/**
 * What asked for something does no longer: somebody took the step, or it needs none any more. Of all that was told, or
 * of what was `before`.
 */
export async function settleTold(
  req: PayloadRequest,
  task: Pick<Task, 'id'>,
  { at, before }: { at: Date; before?: Date },
) {
  const asking: readonly TaskEvent[] = [
    ...(['taskOpened', 'taskReturned', 'taskAnswered', 'taskDue', 'taskOverdue'] as const),
    ...(['taskLapses'] as const),
  ]
  await change({
    ...{ req, collection: 'messages' },
    where: {
      and: [
        { event: { in: [...asking] } },
        { page: { equals: pageOf(task) } },
        { settledAt: { exists: false } },
        ...(before ? [{ at: { less_than: before.toISOString() } }] : []),
      ],
    },
    data: { settledAt: at.toISOString() },
  })
}
