import { createHash, randomUUID } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import type { Library } from '@/access/rules'
import { cleanText } from '@/cleanText'
import { importRefused, importSaid } from '@/i18n/importSheets'
import { readSheetFile } from '@/sheets/readSheetFile'
import { UnreadableSheet, type Sheet } from '@/sheets/types'
import { readRows } from '@/tables'
import { withoutNumbers } from '../findings/personalNumbers'
import { Refused } from '../Refused'
import { insert } from '../store'
import { usualOptions, type Columns, type Said, type UnitAsked } from './batch'
import { textIn } from './cells'
import { recognise, sheetFields } from './sheetFields'
import { storeCells } from './storedCells'
import { readUnitNames } from './units'

export type Upload = {
  req: PayloadRequest
  library: Library
  name: string
  bytes: Uint8Array
  by: { id: string | null; name: string }
  /** The one unit it goes into; null for all. */
  unit: string | null
  signal?: AbortSignal
}

const mostSamples = 3
const longestSample = 80
const longestName = 200

/** Reads a sheet and puts its cells away: nothing of it is an entry yet. Resolves to the batch's id. */
export async function takeSheet(upload: Upload): Promise<string> {
  const { req, library, bytes, by, unit, signal } = upload
  const sheet = await readSheetFile(bytes, signal).catch(refuseUnreadable)
  const headings = sheet.headings.map((heading) => cleanText(heading).trim())
  const headingsKey = createHash('sha256')
    .update(JSON.stringify([library, headings]))
    .digest('hex')
  const remembered = await columnsChosenBefore(req, { by: by.id, headingsKey })
  const columns = remembered ?? recognise(library, headings)
  const id = randomUUID()
  const { total, samples, units } = await readThrough(req, { id, sheet, headings, columns })
  if (total === 0) throw new Refused('invalid', { detail: importRefused.noRows })
  const isKnown = Object.values(columns).some(Boolean)
  const notes: Said[] = [...sheet.notes, ...(remembered && isKnown ? [importSaid.remembered] : [])]
  const at = new Date().toISOString()
  await insert({
    req,
    collection: 'importBatches',
    data: {
      ...{ id, library, total, unit, headingsKey, at, headLine: sheet.headLine },
      name: withoutNumbers(cleanText(upload.name)).slice(0, longestName) || '—',
      hash: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      ...{ by: by.id, byName: by.name, state: 'read', lock: 0, done: 0, todo: 0 },
      notes: JSON.stringify(notes),
      headings: JSON.stringify(headings),
      samples: JSON.stringify(samples),
      columns: JSON.stringify(columns),
      units: JSON.stringify(await unitsAskedFor(req, { units, own: unit })),
      options: JSON.stringify(usualOptions),
    },
  })
  return id
}

function refuseUnreadable(error: unknown): never {
  if (error instanceof UnreadableSheet) throw new Refused('invalid', { detail: error.said })
  throw error
}

/** What this person chose last for a sheet of the same headings. */
async function columnsChosenBefore(
  req: PayloadRequest,
  { by, headingsKey }: { by: string | null; headingsKey: string },
): Promise<Columns | null> {
  if (!by) return null
  const [last] = await readRows(req.payload, {
    collection: 'importBatches',
    where: {
      and: [
        { headingsKey: { equals: headingsKey } },
        { by: { equals: by } },
        { state: { not_equals: 'read' } },
      ],
    },
    columns: ['columns'],
    sort: '-at',
    limit: 1,
  })
  return last ? (JSON.parse(String(last.columns)) as Columns) : null
}

type Through = { id: string; sheet: Sheet; headings: readonly string[]; columns: Columns }

async function readThrough(req: PayloadRequest, { id, sheet, headings, columns }: Through) {
  const samples: string[][] = headings.map(() => [])
  const unitAt = headings.findIndex((heading) => columns[heading] === 'unit')
  const units = new Map<string, number>()
  let [total, seq] = [0, 0]
  try {
    for await (const rows of sheet.rows) {
      total += rows.length
      for (const { cells } of rows) {
        sample(samples, cells)
        const name = textIn(cells[unitAt] ?? '')
        if (name) units.set(name, (units.get(name) ?? 0) + 1)
      }
      if (rows.length > 0) seq = await storeCells(req, { batch: id, seq, rows })
      await breathe()
    }
  } catch (error) {
    await req.payload.db.deleteMany({
      collection: 'importCells',
      where: { batch: { equals: id } },
      req,
    })
    refuseUnreadable(error)
  }
  return { total, samples, units }
}

function sample(samples: string[][], cells: readonly string[]): void {
  for (const [at, some] of samples.entries()) {
    if (some.length === mostSamples) continue
    const text = textIn(cells[at] ?? '')
    if (text !== '' && !some.includes(text)) some.push(text.slice(0, longestSample))
  }
}

/** Names that no unit has, with how many rows have them and which units are called nearly so. */
export async function unitsAskedFor(
  req: PayloadRequest,
  given: { units: ReadonlyMap<string, number>; own: string | null; known?: readonly UnitAsked[] },
): Promise<UnitAsked[]> {
  const { units, own, known = [] } = given
  const names = await readUnitNames(req)
  const unknown = [...units].filter(([name]) => names.named(name).length === 0)
  const ownUnit = names.byId.get(own ?? '')
  return unknown.map(([name, rows]) => ({
    ...{ name, rows },
    answer: known.find((one) => one.name === name)?.answer ?? null,
    nearest: ownUnit ? [{ id: ownUnit.id, name: ownUnit.name }] : names.nearest(name),
  }))
}

export const fieldsOf = (library: Library) =>
  sheetFields[library].map(({ key, zh, en, isNeeded }) => ({ key, zh, en, isNeeded }))
