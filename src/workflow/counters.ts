import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { libraries, numberPrefix, type Library } from '@/access/rules'
import { byId, findOne, insertOnce, swap } from './store'

/** The next entry number of a library, such as ZS000123: readable, unique, never used again. */
export async function nextNumber(req: PayloadRequest, library: Library): Promise<string> {
  const value = await nextValue(req, library)
  return `${numberPrefix[library]}${String(value).padStart(6, '0')}`
}

/** The next number of a task, such as RW000123; it is never used again either. */
export const nextTaskNumber = async (req: PayloadRequest): Promise<string> =>
  `RW${String(await nextValue(req, 'tasks')).padStart(6, '0')}`

/** The next step of the sequence that search follows. */
export const nextChange = (req: PayloadRequest): Promise<number> => nextValue(req, 'changes')

/** The number of the last change that was given, also where it is not written yet. */
export async function lastChange(req: PayloadRequest): Promise<number> {
  const row = await findOne<Counter>({ req, collection, where: byId('changes') })
  return row?.value ?? 0
}

/** Makes the counters a new database lacks; before the port opens, so that nobody races for it. */
export async function ensureCounters(payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload)
  for (const id of [...libraries, ...others]) {
    await insertOnce({ req, collection, data: { id, value: 0 } })
  }
}

/** The sequence of changes, lines of the log, tasks, tasks that others join, and how far tasks and facts have followed. */
const others = ['changes', 'audit', 'tasks', 'joinable', 'settledTasks', 'facts']

const collection = 'counters'
type Counter = { id: string; value: number }

async function nextValue(req: PayloadRequest, counter: string): Promise<number> {
  const data = { value: { $inc: 1 } }
  const row = await swap<Counter>({ req, collection, where: byId(counter), data })
  if (!row) throw new Error(`The counter ${counter} is missing.`)
  return row.value
}
