import type { PayloadRequest } from 'payload'
import { countGroups } from '@/tables'
import {
  columnsIn,
  doneResults,
  headingsOf,
  optionsIn,
  outcomes,
  read,
  unitsIn,
  workedOn,
  type Said,
  type StoredBatch,
  type StoredRow,
} from './batch'
import { fieldsOf } from './upload'

export type Counts = Record<(typeof outcomes)[number] | 'done' | 'failed', number>

/** How many rows of each of these batches are of each kind, by one query. */
async function countsIn(req: PayloadRequest, batches: readonly string[]) {
  const where = { batch: { in: [...batches] } }
  const by = ['batch', 'outcome', 'result']
  const groups = await countGroups(req.payload, { collection: 'importRows', where, by })
  return (batch: string) => countsFrom(groups.filter((group) => group.batch === batch))
}

/** How many rows of a batch are of each kind. */
export const countsOf = async (req: PayloadRequest, batch: string): Promise<Counts> =>
  (await countsIn(req, [batch]))(batch)

function countsFrom(groups: readonly Group[]): Counts {
  const sum = (isOne: (group: Group) => boolean) =>
    groups.filter(isOne).reduce((all, { count }) => all + count, 0)
  const isDone = (result: unknown) => doneResults.some((one) => one === result)
  return {
    ...(Object.fromEntries(
      outcomes.map((outcome) => [outcome, sum((group) => group.outcome === outcome)]),
    ) as Counts),
    done: sum(({ result }) => isDone(result)),
    failed: sum(({ result }) => result === 'failed'),
  }
}

type Group = Awaited<ReturnType<typeof countGroups>>[number]

/** Batches as they are told of. */
export async function shownBatches(req: PayloadRequest, batches: readonly StoredBatch[]) {
  const countsBy = await countsIn(
    req,
    batches.map(({ id }) => id),
  )
  return batches.map((batch) => shown(batch, countsBy(batch.id)))
}

export const shownBatch = async (req: PayloadRequest, batch: StoredBatch) =>
  shown(batch, await countsOf(req, batch.id))

function shown(batch: StoredBatch, counts: Counts) {
  const { id, library, name, hash, size, total, state, at, done, todo } = batch
  const columns = columnsIn(batch)
  const samples = read<string[][]>(batch.samples, [])
  const { done: kept, changed, differs } = counts
  return {
    ...{ id, library, name, hash, size, total, at, state },
    by: { id: batch.by ?? '', name: batch.byName ?? '' },
    notes: read<Said[]>(batch.notes, []),
    columns: headingsOf(batch).map((heading, column) => ({
      heading,
      field: columns[heading] ?? null,
      samples: samples[column] ?? [],
    })),
    fields: fieldsOf(library),
    unitsAsked: unitsIn(batch).map(({ answer, ...asked }) => ({
      ...asked,
      answer:
        answer && typeof answer === 'object' ? { unit: answer.unit, name: answer.name } : answer,
    })),
    options: optionsIn(batch),
    counts,
    progress: workedOn.some((one) => one === state) ? { done, total: todo } : null,
    mayStart: state === 'stopped' || (state === 'planned' && counts.new + changed + differs > 0),
    mayTakeBack: (state === 'done' || state === 'stopped') && kept > 0,
  }
}

/** A row as it is told of. */
export const shownRow = (row: StoredRow) => ({
  line: row.line,
  title: row.title ?? '',
  unit: row.unitName ?? '',
  outcome: row.outcome,
  said: read<Said[]>(row.said, []),
  similar: read<{ number: string; title: string }[]>(row.similar, []),
  number: row.number ?? null,
  result: row.result ?? null,
  ...(row.theirs ? { theirs: read<Record<string, string>>(row.theirs, {}) } : {}),
  ...(row.ours ? { ours: read<Record<string, string>>(row.ours, {}) } : {}),
})
