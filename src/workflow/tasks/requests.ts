import { randomUUID } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload, PayloadRequest } from 'payload'
import { taskTexts } from '@/i18n/tasks'
import { Refused } from '../Refused'
import { requestAs } from '../requestAs'
import { openTask, type NewTask, type Opened, type TaskReport } from './openTask'
import { unitOrCentre } from './task'

/**
 * A 维护需求 under way: written down before its first task and struck out after its last, since each task has a transaction
 * of its own: five hundred in one would keep all others waiting. What a kill interrupts is taken up at start-up.
 */
type Request = Pick<NewTask, 'about' | 'due' | 'entry'> & {
  units: readonly string[]
  report: TaskReport & { by: string }
  at: string
}

const prefix = 'request:'

/**
 * Puts a task before each of these units. Throws `Refused` (503) with a sentence where that stops amid it: it goes on by
 * itself in a moment, and is not to be asked once more.
 */
export async function askUnits(req: PayloadRequest, request: Request): Promise<Opened[]> {
  const key = `${prefix}${randomUUID()}`
  await req.payload.kv.set(key, request)
  try {
    return await carryOut(req.payload, key)
  } catch (error) {
    goOnLater(req.payload, key, error)
    const detail = { zh: taskTexts.zh.goesOn, en: taskTexts.en.goesOn }
    throw new Refused('busy', { detail })
  }
}

/** Takes up every request that a kill interrupted; returns how many there were. */
export async function repairRequests(payload: Payload): Promise<number> {
  const keys = (await payload.kv.keys()).filter((key) => key.startsWith(prefix))
  for (const key of keys) await goOn(payload, key)
  return keys.length
}

/**
 * All that is left of it; each task has an id of its request and unit, so that it is there once. A unit that fails holds
 * up no other: it alone is left. Rejects as the first that failed did.
 */
async function carryOut(payload: Payload, key: string): Promise<Opened[]> {
  const request = await payload.kv.get<Request>(key)
  if (!request) return []
  const opened: Opened[] = []
  const failed: { unit: string; error: unknown }[] = []
  for (const unit of request.units) {
    await askUnit(payload, key, { ...request, unit }).then(
      (one) => opened.push(one),
      (error: unknown) => failed.push({ unit, error }),
    )
    await breathe()
  }
  const [first] = failed
  if (first) {
    await payload.kv.set(key, { ...request, units: failed.map(({ unit }) => unit) })
    throw first.error
  }
  await payload.kv.delete(key)
  return opened
}

async function askUnit(
  payload: Payload,
  key: string,
  { units: _, unit, report, at, ...asked }: Request & { unit: string },
): Promise<Opened> {
  const req = await requestAs(payload, report.by)
  const task = {
    ...{ ...asked, id: `${key}:${unit}`, kind: 'request' as const, matter: key },
    ...{ unit: await unitOrCentre(req, unit), at: new Date(at) },
  }
  return openTask(req, task, report)
}

async function goOn(payload: Payload, key: string, pause = shortestPause): Promise<void> {
  await carryOut(payload, key).catch((error: unknown) => goOnLater(payload, key, error, pause))
}

/** How long after a failure it is tried again, in milliseconds: each time twice as long, up to the longest. */
const shortestPause = 5_000
const longestPause = 300_000

function goOnLater(payload: Payload, key: string, error: unknown, pause = shortestPause): void {
  payload.logger.error({ err: error, msg: 'A request stopped; it goes on in a moment.' })
  const next = Math.min(2 * pause, longestPause)
  setTimeout(() => void goOn(payload, key, next), pause).unref()
}
