import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload, PayloadRequest } from 'payload'
import { importSaid as says } from '@/i18n/importSheets'
import { putRows, readRows } from '@/tables'
import { inTransaction } from '../inTransaction'
import {
  columnsIn,
  headingsOf,
  optionsIn,
  unitsIn,
  type StoredBatch,
  type StoredRow,
} from './batch'
import { rowMapper, type MappedRow } from './mapCells'
import { planRow } from './planRow'
import { withSimilar } from './similarRows'
import { storedCells } from './storedCells'
import { readUnitNames, type UnitNode } from './units'
import { unitsAskedFor } from './upload'
import type { Turn } from './work'

/** So many rows are looked at between two writes. */
const together = 50

export type Planning = {
  req: PayloadRequest
  payload: Payload
  batch: StoredBatch
  unitOf: (row: MappedRow) => Placed
  /** In which line of the sheet stands what another line is too. */
  lineOf: Map<string, number>
}

/** Where a row goes; null for a unit that will be made. */
export type Placed =
  { unit: UnitNode | null; name: string } | { refused: ReturnType<typeof says.unitUnknown> }

/** Looks at each row: what would become of it. Done again after a kill it goes on behind what is written. */
export async function planRows({ req, payload, batch, holds }: Turn): Promise<void> {
  const { library } = batch
  const given = {
    headings: headingsOf(batch),
    columns: columnsIn(batch),
    options: optionsIn(batch),
  }
  const map = rowMapper({ library, ...given })
  const { lineOf, last } = await plannedBefore(payload, batch)
  const asked = new Map<string, number>()
  const planning: Planning = { req, payload, batch, lineOf, unitOf: await placer(req, batch) }
  let planned: StoredRow[] = []
  let done = 0
  // Together with the sign that it is still this turn's: another plan may have begun.
  const write = async () => {
    const rows = await withSimilar(planning, planned)
    planned = []
    return inTransaction(req, async () => {
      const isOurs = await holds({ done })
      if (isOurs && rows.length > 0) await putRows({ req, collection: 'importRows', rows })
      return isOurs
    })
  }
  for await (const rows of storedCells(payload, batch.id)) {
    for (const { line, cells, wrong } of rows) {
      const mapped = map(cells)
      if (wrong) mapped.refused.unshift(wrong)
      if (mapped.unitName) asked.set(mapped.unitName, (asked.get(mapped.unitName) ?? 0) + 1)
      done += 1
      if (line <= last) continue
      planned.push(await planRow(planning, line, mapped))
      await breathe()
      if (planned.length >= together && !(await write())) return
    }
  }
  if (!(await write())) return
  const own = batch.unit
  const units = await unitsAskedFor(req, { units: asked, own, known: unitsIn(batch) })
  await holds({ state: 'planned', done, units: JSON.stringify(units) })
}

/** What a killed turn had written already. */
async function plannedBefore(payload: Payload, batch: StoredBatch) {
  const rows = (await readRows(payload, {
    collection: 'importRows',
    where: { batch: { equals: batch.id } },
    columns: ['line', 'title', 'unit', 'unitName', 'sourceKey', 'outcome'],
    sort: 'line',
    limit: 0,
  })) as Pick<StoredRow, 'line' | 'title' | 'unit' | 'unitName' | 'sourceKey' | 'outcome'>[]
  const lineOf = new Map<string, number>()
  for (const row of rows.filter(({ outcome }) => outcome !== 'refused')) {
    const place = row.unit ?? row.unitName ?? ''
    for (const key of keysOf(place, row)) lineOf.set(key, row.line)
  }
  return { lineOf, last: rows.at(-1)?.line ?? 0 }
}

/** By what two rows are the same one. */
export const keysOf = (
  place: string,
  {
    title,
    sourceKey,
    number,
  }: { title: string | null; sourceKey?: string | null; number?: string },
): string[] => [
  ...(number ? [`number/${number}`] : []),
  ...(sourceKey ? [`key/${place}/${sourceKey}`] : [`title/${place}/${title}`]),
]

/** Which unit a row is of, by its name and by what was answered. */
async function placer(
  req: PayloadRequest,
  batch: StoredBatch,
): Promise<(row: MappedRow) => Placed> {
  const names = await readUnitNames(req)
  const own = names.byId.get(batch.unit ?? '')
  const answers = new Map(unitsIn(batch).map(({ name, answer }) => [name, answer]))
  const within = (unit: UnitNode, name: string): Placed =>
    batch.unit && unit.id !== batch.unit
      ? { refused: says.unitNotYours(name) }
      : { unit, name: unit.name }
  return ({ unitName: name }) => {
    if (name === '') return own ? { unit: own, name: own.name } : { refused: says.unitMissing }
    const [found, another] = names.named(name)
    if (another) {
      const mine = names.named(name).find(({ id }) => id === batch.unit)
      return mine ? { unit: mine, name: mine.name } : { refused: says.unitTwice(name) }
    }
    if (found) return within(found, name)
    const answer = answers.get(name)
    if (answer === 'make') return { unit: null, name }
    if (answer === 'refuse') return { refused: says.unitRefused(name) }
    const chosen = answer ? names.byId.get(answer.unit) : undefined
    if (chosen) return within(chosen, name)
    return { refused: batch.unit ? says.unitNotYours(name) : says.unitUnknown(name) }
  }
}
