import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { importRefused } from '@/i18n/importSheets'
import { countRows } from '@/tables'
import { Refused } from '../Refused'
import { change } from '../store'
import type { StoredBatch } from './batch'
import { moveBatch } from './moveBatch'
import { recordBatch } from './recordBatch'
import { rowsToRun } from './runRows'
import { countsOf } from './shown'
import { refuseWorkedOn } from './takeBackRows'

export const startSent = z.object({
  overwrite: z.union([z.enum(['none', 'all']), z.array(z.int().min(1)).max(5_000)]).default('none'),
})

/** Sets a batch to be written; only rows a person changed that are named are written over. */
export async function startBatch(
  req: PayloadRequest,
  batch: StoredBatch,
  { overwrite }: z.output<typeof startSent>,
): Promise<StoredBatch> {
  const of: Where = { batch: { equals: batch.id } }
  const collection = 'importRows'
  if (batch.state === 'planned' && overwrite !== 'none') {
    const lines = overwrite === 'all' ? [null] : chunks(overwrite)
    for (const some of lines) {
      const and: Where[] = [of, { outcome: { equals: 'differs' } }]
      if (some) and.push({ line: { in: some } })
      await change({ req, collection, where: { and }, data: { isChosen: true } })
    }
  }
  const todo = await countRows(req.payload, { collection, where: rowsToRun(batch.id) })
  const ended = { and: [of, { result: { exists: true } }] }
  const done = await countRows(req.payload, { collection, where: ended })
  const data = { state: 'running', done, todo: done + todo }
  const started = await moveBatch(req, batch, { from: ['planned', 'stopped'], doing: '开始', data })
  await recordBatch(req, started, { what: 'begin', counts: { rows: todo }, who: whoAsks(req) })
  return started
}

const chunks = (lines: readonly number[], size = 500): number[][] =>
  lines.length <= size ? [[...lines]] : [lines.slice(0, size), ...chunks(lines.slice(size), size)]

/** Sets a batch to be taken back, all of it or nothing. */
export async function takeBackBatch(req: PayloadRequest, batch: StoredBatch): Promise<StoredBatch> {
  const from = ['done', 'stopped'] as const
  if (!from.some((state) => state === batch.state)) {
    throw new Refused('wrongState', { detail: importRefused.wrongState('撤回') })
  }
  await refuseWorkedOn(req, batch)
  const { done: rows } = await countsOf(req, batch.id)
  const data = { state: 'takingBack', done: 0, todo: rows }
  const taken = await moveBatch(req, batch, { from, doing: '撤回', data })
  await recordBatch(req, taken, { what: 'takeBack', counts: { rows }, who: whoAsks(req) })
  return taken
}

function whoAsks(req: PayloadRequest) {
  const actor = actorOf(req.user)
  return actor ? { id: actor.id, name: actor.name } : undefined
}
