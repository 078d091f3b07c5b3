import type { Endpoint, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { actorOf, type Actor } from '@/access/actor'
import { importsInto, mayImport, mayImportSomething, seesBatch } from '@/access/importing'
import { libraries } from '@/access/rules'
import { importRefused } from '@/i18n/importSheets'
import { countRows, readRows } from '@/tables'
import { answer, answerAs, bodyOf, param } from '../answer'
import { Refused } from '../Refused'
import { chosenFrom, pageAsked, said, sentAs } from '../sentAs'
import { findBatch, outcomes, results, type StoredBatch } from './batch'
import { moveBatch } from './moveBatch'
import { planBatch } from './plan'
import { resultOf } from './result'
import { pageSize, rowsOfBatch } from './rows'
import { shownBatch, shownBatches, shownRow } from './shown'
import { startBatch, startSent, takeBackBatch } from './startBatch'
import { takeSheet } from './upload'
import { beginWork } from './work'

export const uploadAsked = z.object({
  library: said(z.enum(libraries), importRefused.library),
  name: z.string().max(500).default(''),
})
export const batchesAsked = z.object({ page: pageAsked(pageSize) })
export const rowsAsked = z.object({
  outcome: chosenFrom(outcomes),
  result: chosenFrom(results),
  page: pageAsked(pageSize),
})

/**
 * 导入, under `/api/imports`, for editors into their own unit and for the centre: a sheet as the body of `POST`, then
 * `plan`, `start`, `stop`, `takeBack` by its id. A batch is there for who brought it and for the centre.
 */
export const importEndpoints: Endpoint[] = [
  answerAs('post', '/', async (req) => {
    const actor = importerOf(req)
    const { library, name } = sentAs(uploadAsked, req.query)
    if (!mayImport(actor, library)) throw new Refused('notAllowed')
    const bytes = new Uint8Array((await req.arrayBuffer?.()) ?? [])
    const by = { id: actor.id, name: actor.name }
    const id = await takeSheet({
      ...{ req, library, name, bytes, by, unit: importsInto(actor) },
      signal: req.signal ?? undefined,
    })
    const batch = await batchOf(req, actor, id)
    const headers = { 'cache-control': 'no-store' }
    return Response.json(await shownBatch(req, batch), { status: 201, headers })
  }),
  answer('get', '/', async (req) => {
    const actor = importerOf(req)
    const { page } = sentAs(batchesAsked, req.query)
    const unit = importsInto(actor)
    const where: Where = unit === null ? {} : { by: { equals: actor.id }, unit: { equals: unit } }
    const collection = 'importBatches'
    const [rows, total] = await Promise.all([
      readRows(req.payload, {
        ...{ collection, where, sort: '-at' },
        ...{ limit: pageSize, offset: (page - 1) * pageSize },
      }),
      countRows(req.payload, { collection, where }),
    ])
    return { docs: await shownBatches(req, rows as StoredBatch[]), total }
  }),
  answer('get', '/:id', async (req) => shownBatch(req, await batchAsked(req))),
  answer('get', '/:id/rows', async (req) => {
    const { id } = await batchAsked(req)
    const asked = sentAs(rowsAsked, req.query)
    const { rows, total } = await rowsOfBatch(req.payload, { batch: id, ...asked })
    return { docs: rows.map(shownRow), total }
  }),
  answerAs('get', '/:id/result', async (req) => resultOf(req, await batchAsked(req))),
  answer('post', '/:id/plan', async (req) => {
    const batch = await batchAsked(req)
    const planned = await planBatch(req, batch, await bodyOf(req))
    beginWork(req.payload)
    return shownBatch(req, planned)
  }),
  answer('post', '/:id/start', async (req) => {
    const batch = await batchAsked(req)
    const started = await startBatch(req, batch, sentAs(startSent, await bodyOf(req)))
    beginWork(req.payload)
    return shownBatch(req, started)
  }),
  answer('post', '/:id/stop', async (req) => {
    const batch = await batchAsked(req)
    const state = batch.state === 'planning' ? 'read' : 'stopped'
    const from = ['planning', 'running'] as const
    return shownBatch(req, await moveBatch(req, batch, { from, doing: '停止', data: { state } }))
  }),
  answer('post', '/:id/takeBack', async (req) => {
    const batch = await batchAsked(req)
    const taken = await takeBackBatch(req, batch)
    beginWork(req.payload)
    return shownBatch(req, taken)
  }),
]

function importerOf(req: PayloadRequest): Actor {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  if (!mayImportSomething(actor)) throw new Refused('notAllowed')
  return actor
}

const batchAsked = (req: PayloadRequest): Promise<StoredBatch> =>
  batchOf(req, importerOf(req), param(req, 'id'))

async function batchOf(req: PayloadRequest, actor: Actor, id: string): Promise<StoredBatch> {
  const batch = await findBatch(req, id)
  if (!batch || !seesBatch(actor, batch)) throw new Refused('notFound')
  return batch
}
