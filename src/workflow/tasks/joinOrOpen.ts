import { Mutex } from 'async-mutex'
import type { PayloadRequest } from 'payload'
import { once } from '@/once'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { byId, findOne, swap } from '../store'
import { joinTask, openTask, type NewTask, type Opened, type TaskReport } from './openTask'

type Joining = {
  /** The open task that is the same, by its id; null where there is none. */
  known: () => Promise<string | null>
  /** As it is opened where there is none. */
  task: () => Promise<NewTask>
  /** As it is on record with a task that is there already. */
  joining: TaskReport
  /** What else whoever joins does to it, where it is not over: first, so that nobody is on record for what could not be done. */
  adding?: (id: string) => Promise<void>
  report: TaskReport
  at: Date
}

/** One at a time in a process: who looks while another one opens would not see it. */
const turn = once('joinable', () => new Mutex())

/** Counts the tasks that were opened, so that another process that opened one meanwhile is noticed. */
const counter = byId('joinable')

/** So many open one between the look and the write at the most. */
const tries = 20

/**
 * Tells of what may be told already: the open task that is the same grows by one, else it is opened. Of those who tell
 * the same at the same instant one opens it and the others join. Throws `Refused` (503) where too many tell at once.
 */
export async function joinOrOpen(req: PayloadRequest, given: Joining): Promise<Opened> {
  return (await join(req, given)) ?? turn.runExclusive(() => openUnlessKnown(req, given))
}

async function openUnlessKnown(req: PayloadRequest, given: Joining): Promise<Opened> {
  for (let again = 1; again <= tries; again += 1) {
    const seen = await findOne<{ id: string; value: number }>({
      ...{ req, collection: 'counters', where: counter },
    })
    const joined = await join(req, given)
    if (joined) return joined
    const task = await given.task()
    const opened = await inTransaction(req, async () => {
      const where = { and: [counter, { value: { equals: seen?.value } }] }
      const data = { value: { $inc: 1 } }
      const isFirst = (await swap({ req, collection: 'counters', where, data })) !== null
      return isFirst ? openTask(req, task, given.report) : null
    })
    if (opened) return opened
  }
  throw new Refused('busy')
}

async function join(
  req: PayloadRequest,
  { known, joining, adding, at }: Joining,
): Promise<Opened | null> {
  const id = await known()
  if (id === null) return null
  return inTransaction(req, async () => {
    await adding?.(id)
    return joinTask(req, id, joining, at)
  })
}
