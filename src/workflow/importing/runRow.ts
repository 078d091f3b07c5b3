import type { Payload } from 'payload'
import { importSaid as says } from '@/i18n/importSheets'
import { findEntry, type Entry } from '../entry'
import { countFindings, type FindingCounts } from '../findings/findingsOf'
import { readFindings } from '../findings/readFindings'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { requestAs } from '../requestAs'
import { saveContextOf } from '../saving/saveContext'
import { missingFields } from '../step/missingFields'
import { byId, findOne, insert, swap } from '../store'
import {
  optionsIn,
  read,
  type ResultOfRow,
  type Said,
  type StoredBatch,
  type StoredRow,
} from './batch'
import {
  createEntryOf,
  isHeld,
  reasonToKeep,
  submitEntry,
  updateEntryOf,
  type Known,
} from './bringEntry'
import { before } from './compare'
import { noteOf } from './planRow'
import type { Writer, WriterFor } from './writers'

type Text = Record<string, unknown>
type Asked = { payload: Payload; batch: StoredBatch; row: StoredRow; writerFor: WriterFor }

/**
 * Writes one row, all of it or nothing, and notes with it what came of it: a row that is bad stops no other. What failed is
 * tried once more: where the database has no transactions, another process may have stood in the middle of it.
 */
export async function runRow(asked: Asked): Promise<void> {
  await writeRow(asked).catch((error: unknown) =>
    error instanceof Overtaken
      ? undefined
      : writeRow(asked).catch((again: unknown) => fail(asked, again)),
  )
}

async function writeRow({ batch, row, writerFor }: Asked): Promise<void> {
  const writer = await writerFor(row)
  const data = dataOf(batch, row, writer)
  const { req } = writer
  const place = { library: batch.library, unit: writer.unit, categoryKey: row.categoryKey }
  const findings = countFindings(await readFindings({ req, ...place, topic: null, text: data }))
  saveContextOf(req).findings = findings
  await inTransaction(req, async () => {
    const came = await bring({ batch, row, writer, data, findings })
    await noteResult(writer, row, came)
  })
}

async function fail({ payload, row }: Asked, error: unknown): Promise<void> {
  if (error instanceof Overtaken) return
  payload.logger.warn({ err: error, msg: 'A row of a sheet was not imported.' })
  const why = error instanceof Refused || isValidation(error) ? sentenceOf(error) : says.unexpected
  const req = await requestAs(payload, '')
  await noteResult({ req, unit: row.unit }, row, { result: 'failed', said: [why] }).catch(
    (late: unknown) => {
      if (!(late instanceof Overtaken)) throw late
    },
  )
}

/** Somebody else wrote this row meanwhile: what was done again is undone. */
class Overtaken extends Error {}

const isValidation = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'ValidationError'

function sentenceOf(error: Error): Said {
  const { data } = error as { data?: { errors?: { message?: string }[] } }
  const own = data?.errors?.flatMap(({ message }) => message ?? []).join('')
  const text = own || error.message
  return { zh: text, en: text }
}

/** The unit and category of a unit that was made meanwhile are known only now. */
function dataOf({ library }: StoredBatch, row: StoredRow, { unit, category }: Writer): Text {
  const data = read<Text>(row.data, {})
  if (row.outcome !== 'new') return data
  const closed = {
    knowledge: both,
    notices: both,
    plans: { openToUnits: false },
    cases: { openToPublic: false },
  }
  const place = library === 'knowledge' ? { category } : { unit }
  return { ...closed[library], ...data, ...place }
}

const both = { openToUnits: false, openToPublic: false }

type Came = { result: ResultOfRow; said?: Said[]; entry?: Entry }

type Brought = {
  batch: StoredBatch
  row: StoredRow
  writer: Writer
  data: Text
  findings: FindingCounts | null
}

async function bring(given: Brought): Promise<Came> {
  const { batch, row, writer, findings } = given
  const came = row.outcome === 'new' ? await create(given) : await update(given)
  if (!came.entry || came.result === 'submitted' || !optionsIn(batch).submit) return came
  const { req } = writer
  if (batch.library === 'cases') return { ...came, said: [says.notBySubmit] }
  const entry = await findEntry(req, came.entry.id)
  // By a turn that was killed, or by one beside this one.
  if (entry?.state === 'pending') return { ...came, result: 'submitted' }
  if (entry?.state !== 'draft') return came
  if (isHeld(findings, !batch.by)) return { ...came, result: 'held', said: [says.held] }
  const text = await findOne<Text & { id: string }>({
    ...{ req, collection: batch.library, where: byId(entry.id) },
  })
  if (!text || missingFields(batch.library, text).length > 0) {
    return { ...came, result: 'held', said: [says.notSubmitted] }
  }
  await submitEntry(req, entry)
  return { ...came, result: 'submitted' }
}

async function create({ batch, row, writer, data }: Brought): Promise<Came> {
  const { req, unit } = writer
  const { library } = batch
  const id = String(row.entry)
  const title = String(data.title)
  const isByKey = library === 'cases' && row.sourceKey !== null
  const other = isByKey ? null : await ofSameTitle({ req, library, unit, title })
  if (other && other.id !== id) return { result: 'kept', said: [says.isThereNow(other.number)] }
  const note = noteId(batch, row, unit)
  const known = await findOne<Known>({ req, collection: 'imports', where: byId(note) })
  const noted = { note, entry: id, rowHash: String(row.hash) }
  // The entry of a note may be gone: taken back, or its time in the trash over.
  if (known && known.entry !== id) {
    await swap({ req, collection: 'imports', where: byId(note), data: { entry: id, revision: 0 } })
  }
  await createEntryOf({ req, library, ...noted, data, known: known ?? undefined })
  const entry = await findEntry(req, id)
  if (!entry) throw new Error('The entry of a row was not made.')
  return { result: 'created', entry }
}

/** By its key, or by the entry itself. */
const noteId = ({ library }: StoredBatch, { sourceKey, entry }: StoredRow, unit: string): string =>
  sourceKey ? noteOf({ library, unit, sourceKey }) : `entry:${entry}`

async function ofSameTitle(
  given: Pick<Writer, 'req' | 'unit'> & { library: string; title: string },
) {
  const { req, unit, library, title } = given
  return findOne<Entry>({
    ...{ req, collection: 'register' },
    where: {
      and: [
        { library: { equals: library } },
        { unit: { equals: unit } },
        { title: { equals: title } },
        { trashedAt: { exists: false } },
      ],
    },
  })
}

async function update({ batch, row, writer, data, findings }: Brought): Promise<Came> {
  const { req, unit, by } = writer
  const entry = await findEntry(req, String(row.entry))
  const revision = Number(row.revision)
  const why = await reasonToKeep({ req, entry, revision, data, unit })
  if (!entry || why) return { result: 'kept', said: [{ zh: why, en: why }] }
  const text = await findOne<Text & { id: string }>({
    ...{ req, collection: batch.library, where: byId(entry.id) },
  })
  // First, and only once: where nothing undoes what a kill left, it would be the sheet's own text by then.
  if (!row.before) {
    const was = JSON.stringify({ state: entry.state, text: before(data, text ?? {}) })
    await swap({ req, collection: 'importRows', where: byId(row.id), data: { before: was } })
  }
  const { revision: latest, isSubmitted } = await updateEntryOf({
    ...{ req, entry, data, by, isHeld: isHeld(findings, !batch.by) },
  })
  await noteEntry({ batch, row, writer, revision: latest })
  const now = await findEntry(req, entry.id)
  if (!now) throw new Error('The entry of a row is gone.')
  return { result: isSubmitted ? 'submitted' : 'updated', entry: now }
}

async function noteEntry(given: Pick<Brought, 'batch' | 'row' | 'writer'> & { revision: number }) {
  const { batch, row, writer, revision } = given
  const { req, unit } = writer
  const entry = String(row.entry)
  const noted = { rowHash: String(row.hash), revision }
  const where = { entry: { equals: entry } }
  const known = await findOne<Known>({ req, collection: 'imports', where })
  if (known) await swap({ req, collection: 'imports', where: byId(known.id), data: noted })
  else {
    const id = noteId(batch, row, unit)
    await insert({ req, collection: 'imports', data: { id, entry, ...noted } })
  }
}

/** In the transaction of what it tells; throws where the row has a result already. */
async function noteResult(
  { req, unit }: { req: Writer['req']; unit: string | null },
  row: StoredRow,
  { result, said = [], entry }: Came,
): Promise<void> {
  // A submission moved it once more.
  const now = entry && (await findEntry(req, entry.id))
  const noted = await swap({
    req,
    collection: 'importRows',
    where: { ...byId(row.id), result: { exists: false } },
    data: {
      ...{ result, unit },
      said: JSON.stringify([...read<Said[]>(row.said, []), ...said]),
      ...(now && { number: now.number, revision: now.revision, lock: now.lock }),
    },
  })
  if (!noted) throw new Overtaken('The row was written meanwhile.')
}
