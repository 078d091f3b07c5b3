import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { countRows, readRows } from '@/tables'
import { byId, change } from '../store'
import type { StoredBatch, StoredRow } from './batch'
import { recordBatch } from './recordBatch'
import { runRow } from './runRow'
import { countsOf } from './shown'
import type { Turn } from './work'
import { writers } from './writers'

const together = 50
const collection = 'importRows'

/** Writes the rows that are to be, one after another, each in a transaction of its own. */
export async function runRows({ req, payload, batch, goesOn, holds }: Turn): Promise<void> {
  const of = writers(payload, batch)
  const ended: Where = { and: [{ batch: { equals: batch.id } }, { result: { exists: true } }] }
  let done = await countRows(payload, { collection, where: ended })
  for (let last = 0; ;) {
    const rows = await nextRows(payload, batch, last)
    if (rows.length === 0) break
    for (const row of rows) {
      // Asked before each row: whoever stops it expects that nothing more is written.
      if (!(await isRunning(payload, batch)) || !(await goesOn({ done }))) return
      await runRow({ payload, batch, row, writerFor: of })
      done += 1
      last = row.line
      // SQLite answers without leaving the event loop: others are served between two rows.
      await breathe()
    }
  }
  const left: Where = {
    and: [
      { batch: { equals: batch.id } },
      { outcome: { equals: 'differs' } },
      { result: { exists: false } },
    ],
  }
  await change({ req, collection, where: left, data: { result: 'kept' } })
  const { done: written, failed } = await countsOf(req, batch.id)
  await recordBatch(req, batch, { what: 'end', counts: { written, failed } })
  await holds({ state: 'done', done })
}

/** Rows of which nothing was said yet; what a person changed only where it was chosen. */
export const rowsToRun = (batch: string): Where => ({
  and: [
    { batch: { equals: batch } },
    { result: { exists: false } },
    {
      or: [
        { outcome: { in: ['new', 'changed'] } },
        { and: [{ outcome: { equals: 'differs' } }, { isChosen: { equals: true } }] },
      ],
    },
  ],
})

async function nextRows(payload: Payload, { id }: StoredBatch, last: number): Promise<StoredRow[]> {
  const where: Where = { and: [rowsToRun(id), { line: { greater_than: last } }] }
  return (await readRows(payload, {
    collection,
    where,
    sort: 'line',
    limit: together,
  })) as StoredRow[]
}

async function isRunning(payload: Payload, { id }: StoredBatch): Promise<boolean> {
  const asked = { collection: 'importBatches', where: byId(id), columns: ['state'] } as const
  const [row] = await readRows(payload, { ...asked, limit: 1 })
  return row?.state === 'running'
}
