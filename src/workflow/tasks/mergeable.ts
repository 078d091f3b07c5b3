import type { PayloadRequest } from 'payload'
import { isInForce } from '@/access/audience'
import { keepsReaders } from '@/access/merging'
import { isOver, type Side } from '@/access/tasks'
import { readRows } from '@/tables'
import { Refused } from '../Refused'
import { invalid, refusedAs } from './refuse'
import { mergingOf, tasksWhere, unitDoing, type Task } from './task'

/** A text of a merge as readers have it; instants in milliseconds. */
export type OnlineText = {
  entry: string
  number: string
  library: string
  title: string
  unit: string
  openToUnits: boolean
  openToPublic: boolean
  validFrom: number | null
  validUntil: number | null
}

const columns = [
  ...(['entry', 'number', 'library', 'title', 'unit'] as const),
  ...(['openToUnits', 'openToPublic', 'validFrom', 'validUntil'] as const),
]

/** These entries' texts online, by their entries. */
export async function textsOnline(
  { payload }: Pick<PayloadRequest, 'payload'>,
  entries: readonly string[],
): Promise<ReadonlyMap<string, OnlineText>> {
  const rows = await readRows(payload, {
    ...{ collection: 'publications', columns, limit: 0, where: { slot: { in: [...entries] } } },
  })
  const texts = rows.map((row) => {
    const valid = { validFrom: instant(row.validFrom), validUntil: instant(row.validUntil) }
    return { ...row, ...valid } as OnlineText
  })
  return new Map(texts.map((text) => [text.entry, text]))
}

const instant = (at: unknown): number | null => (typeof at === 'string' ? Date.parse(at) : null)

/** Both texts of a merge as they are to be merged now, whoever of both units says so. Throws `Refused`. */
export async function textsToMerge(
  req: PayloadRequest,
  task: Task,
  at: Date,
): Promise<Record<Side, OnlineText>> {
  const merging = mergingOf(task)
  if (!merging) throw new Refused('notFound')
  const tasks = await tasksUnderWay(req, task)
  const texts = await textsOnline(req, [merging.goes, merging.stays])
  const [goes, stays] = [texts.get(merging.goes), texts.get(merging.stays)]
  if (!goes) throw new Refused('notFound')
  if (!stays || !isInForce(stays, at.getTime())) throw invalid('stays', 'noSuccessor')
  if (!keepsReaders(goes, stays)) throw invalid('stays', 'fewerReaders')
  if (!(await areOfTheirUnits(req, tasks, [goes, stays]))) throw refusedAs('wrongState')
  return { goes, stays }
}

/** All tasks of a merge. Throws `Refused` where one is over already: the clock ends the other one by it. */
export async function tasksUnderWay(
  { payload }: PayloadRequest,
  { matter }: Pick<Task, 'matter'>,
): Promise<Task[]> {
  const tasks = await tasksWhere(payload, { matter: { equals: matter } })
  if (tasks.some(isOver)) throw refusedAs('wrongState')
  return tasks
}

/** Do the units that are asked still have these texts? The one task that there is of one unit's is of both. */
export async function areOfTheirUnits(
  req: PayloadRequest,
  tasks: readonly Pick<Task, 'entry' | 'unit'>[],
  texts: readonly OnlineText[],
): Promise<boolean> {
  for (const { entry, unit } of texts) {
    const asked = tasks.find((task) => task.entry === entry) ?? tasks[0]
    const isAsked = asked?.unit === unit || (await unitDoing(req, unit))?.id === asked?.unit
    if (!asked || !isAsked) return false
  }
  return true
}
