import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload, PayloadRequest, Where } from 'payload'
import { readRows } from '@/tables'
import { importRefused, importSaid } from '@/i18n/importSheets'
import { latestDecision } from '../decisions'
import { findEntry, type Entry } from '../entry'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { purgeEntry } from '../step/purgeTrash'
import { takeStep } from '../step/takeStep'
import { byId, findOne, swap } from '../store'
import { doneResults, read, type Said, type StoredBatch, type StoredRow } from './batch'
import { submitEntry, type Known } from './bringEntry'
import type { Turn } from './work'
import { writers, type Writer } from './writers'

const together = 200
const collection = 'importRows'

/** Rows whose entries the batch left otherwise than they were, the last written first. */
const rowsDone = ({ id }: StoredBatch): Where => ({
  and: [{ batch: { equals: id } }, { result: { in: [...doneResults] } }],
})

async function* doneRows(payload: Payload, batch: StoredBatch): AsyncGenerator<StoredRow[]> {
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const where = { and: [rowsDone(batch), { line: { less_than: before } }] }
    const asked = { collection, where, sort: '-line', limit: together } as const
    const rows = (await readRows(payload, asked)) as StoredRow[]
    if (rows.length === 0) return
    yield rows
    before = rows.at(-1)?.line ?? 0
    await breathe()
  }
}

/** How many of those on whom somebody worked are named. */
const mostNamed = 5

/** Throws `Refused` (409) with who worked on what of it since: then nothing is taken back. */
export async function refuseWorkedOn(req: PayloadRequest, batch: StoredBatch): Promise<void> {
  const worked: { line: number; entry: string; number: string }[] = []
  for await (const rows of doneRows(req.payload, batch)) {
    const ids = rows.flatMap(({ entry }) => entry ?? [])
    const entries = await readRows(req.payload, {
      ...{ collection: 'register', where: { id: { in: ids } } },
      ...{ columns: ['id', 'lock'], limit: 0 },
    })
    const locks = new Map(entries.map(({ id, lock }) => [String(id), Number(lock)]))
    worked.push(
      ...rows
        .filter(({ entry, lock }) => locks.get(entry ?? '') !== lock)
        .map(({ line, entry, number }) => ({ line, entry: entry ?? '', number: number ?? '' })),
    )
  }
  if (worked.length === 0) return
  const named = await Promise.all(
    worked.slice(0, mostNamed).map(async ({ entry, number }) => {
      const who = await lastAt(req, entry)
      return who ? `${number}（${who}）` : number
    }),
  )
  const detail = importRefused.workedOn(named.join('、'), worked.length - named.length)
  throw new Refused('changedMeanwhile', {
    detail,
    rows: worked.slice(0, 100).map(({ line }) => ({ line, ...importSaid.workedOn })),
  })
}

/** Who did something to it last, as the log says. */
async function lastAt({ payload }: PayloadRequest, entry: string): Promise<string | null> {
  const [line] = await readRows(payload, {
    ...{ collection: 'audit', where: { subject: { equals: entry } } },
    ...{ columns: ['byName'], sort: '-seq', limit: 1 },
  })
  return line?.byName ? String(line.byName) : null
}

/** Takes a batch back row by row: what it made goes, what it changed says again what it said before. */
export async function takeBackRows({ payload, batch, goesOn, holds }: Turn): Promise<void> {
  const writerFor = writers(payload, batch)
  let done = 0
  for await (const rows of doneRows(payload, batch)) {
    for (const row of rows) {
      if (!(await goesOn({ done }))) return
      await takeBackRow(await writerFor(row), row)
      done += 1
      await breathe()
    }
  }
  await holds({ state: 'takenBack', done })
}

/** As it stands in the history of what is recalled for it; a killed turn knows by it what it had begun. */
const reason = '撤回导入批次'

async function takeBackRow(writer: Writer, row: StoredRow): Promise<void> {
  const { req } = writer
  await inTransaction(req, async () => {
    const entry = await findEntry(req, row.entry ?? '')
    // Worked on since it was asked: a person's by now.
    const isTheirs = entry !== null && entry.lock !== row.lock && !(await isBegun(req, entry))
    if (entry && !isTheirs) {
      if (entry.state === 'pending') {
        const body = { revision: entry.revision, reason }
        await takeStep({ req, library: entry.library, id: entry.id, step: 'recall', body })
      }
      await (row.before ? restore(writer, entry, row) : remove(req, entry))
    }
    const said = [...read<Said[]>(row.said, []), ...(isTheirs ? [importSaid.workedOn] : [])]
    const data = { result: isTheirs ? 'kept' : 'takenBack', said: JSON.stringify(said) }
    await swap({ req, collection, where: byId(row.id), data })
  })
}

const isBegun = async (req: PayloadRequest, { id }: Entry): Promise<boolean> =>
  (await latestDecision(req, id))?.reason === reason

/** What was a draft of nobody else's leaves no trace but its records; the same sheet makes it anew. */
async function remove(req: PayloadRequest, { id }: Entry): Promise<void> {
  const entry = await findEntry(req, id)
  if (!entry) return
  await purgeEntry(req, entry, { now: new Date(), reason })
  await req.payload.db.deleteMany({ collection: 'imports', where: { entry: { equals: id } }, req })
}

/** Says again what it said, as a revision of its own; what waited for approval then waits again. */
async function restore({ req }: Writer, { id, library }: Entry, row: StoredRow): Promise<void> {
  const entry = await findEntry(req, id)
  if (!entry) return
  const { state, text } = read<{ state: string; text: object }>(row.before, { state: '', text: {} })
  const data = { ...text, startedFrom: entry.revision }
  const saved = await req.payload.update({
    ...{ collection: library, id, data: data, req },
    ...{ overrideAccess: !req.user, depth: 0 },
  })
  const revision = Number(saved.revision)
  if (state === 'pending') await submitEntry(req, { library, id, revision })
  await forget(req, { entry: id, row, revision })
}

/** What a person had written before is a person's again to the next sheet. */
async function forget(
  req: PayloadRequest,
  { entry, row, revision }: { entry: string; row: StoredRow; revision: number },
): Promise<void> {
  const where = { entry: { equals: entry } }
  if (row.outcome === 'differs')
    await req.payload.db.deleteMany({ collection: 'imports', where, req })
  else {
    const known = await findOne<Known>({ req, collection: 'imports', where })
    if (known) await swap({ req, collection: 'imports', where: byId(known.id), data: { revision } })
  }
}
