import { createHash, randomUUID } from 'node:crypto'
import type { PayloadRequest, Where } from 'payload'
import type { CategoryKey } from '@/access/rules'
import { importSaid as says } from '@/i18n/importSheets'
import { categoryNames } from '@/i18n/names'
import { findingTexts } from '@/i18n/reviewing'
import type { Entry } from '../entry'
import { countFindings } from '../findings/findingsOf'
import { findingKinds } from '../findings/findingKinds'
import { readFindings } from '../findings/readFindings'
import { byId, findOne } from '../store'
import type { OutcomeOfRow, Said, StoredRow } from './batch'
import { reasonToKeep, type Known } from './bringEntry'
import { differenceTo } from './compare'
import type { MappedRow } from './mapCells'
import { keysOf, type Planning } from './planRows'
import { categoryOf, type UnitNode } from './units'

/** What would become of one row of the sheet. */
export async function planRow(
  planning: Planning,
  line: number,
  row: MappedRow,
): Promise<StoredRow> {
  const { batch, lineOf } = planning
  const blank: StoredRow = {
    ...{ id: `${batch.id}:${line}`, batch: batch.id, line, title: row.title.slice(0, 200) },
    ...{ unit: null, unitName: row.unitName, outcome: 'refused', entry: null, number: null },
    ...{ revision: null, lock: null, sourceKey: row.sourceKey || null, hash: null },
    ...{ categoryKey: null, isChosen: null, result: null, said: null, similar: null, data: null },
    ...{ theirs: null, ours: null, before: null },
  }
  const refused = (...said: Said[]): StoredRow => ({ ...blank, said: JSON.stringify(said) })
  const found = row.number ? await byNumber(planning, row.number) : null
  if (row.number && !found)
    return refused(...row.refused, says.numberUnknown(row.number.slice(0, 30)))
  const placed = placeOf(planning, row, found)
  if ('refused' in placed) return refused(...row.refused, placed.refused)
  const { unit, name } = placed
  const filed = fileOf(planning, row, unit)
  const why = [...row.refused, ...filed.refused]
  if (why.length > 0) return { ...refused(...why), unitName: name }
  const keys = keysOf(unit?.id ?? name, row)
  const twice = keys.flatMap((key) => lineOf.get(key) ?? [])[0]
  if (twice !== undefined) return { ...refused(says.sameAs(twice)), unitName: name }
  keys.forEach((key) => lineOf.set(key, line))

  const known = found ?? (unit && (await knownEntry(planning, row, unit)))
  if (known?.trashedAt) return { ...refused(says.inTrash(known.number)), unitName: name }
  const data = dataFor(row, filed, known)
  const hash = hashOf(row)
  const base = {
    ...blank,
    ...{ unit: unit?.id ?? null, unitName: name, categoryKey: filed.key, hash },
    data: JSON.stringify(data),
  }
  const compared = known
    ? await compare(planning, { entry: known, data })
    : ({ outcome: 'new', said: [] } as const)
  const isWritten = compared.outcome !== 'unchanged' && compared.outcome !== 'refused'
  const said = [
    ...compared.said,
    ...(isWritten ? [...row.said, ...filed.said, ...(await findingsIn(planning, base, data))] : []),
  ]
  const { theirs, ours } = 'theirs' in compared ? compared : {}
  return {
    ...base,
    ...{
      outcome: compared.outcome,
      entry: known?.id ?? randomUUID(),
      number: known?.number ?? null,
    },
    revision: known?.revision ?? null,
    said: JSON.stringify(said),
    theirs: theirs ? JSON.stringify(theirs) : null,
    ours: ours ? JSON.stringify(ours) : null,
  }
}

/** A number leads to an entry within the batch's reach; of others it is not told that they are there. */
async function byNumber({ req, batch }: Planning, number: string): Promise<Entry | null> {
  const where: Where = { number: { equals: number }, library: { equals: batch.library } }
  const entry = await findOne<Entry>({ req, collection: 'register', where })
  return entry && (!batch.unit || entry.unit === batch.unit) ? entry : null
}

/** What has a number stays where it is filed, whatever the sheet says of its unit. */
function placeOf(planning: Planning, row: MappedRow, found: Entry | null) {
  const placed = planning.unitOf(row)
  if (!found || 'refused' in placed) {
    return found && row.unitName === '' ? planning.unitOf({ ...row, unitName: found.unit }) : placed
  }
  return placed.unit?.id === found.unit ? placed : { refused: says.numberElsewhere(found.number) }
}

const hashOf = ({ data, category }: MappedRow): string =>
  createHash('sha256')
    .update(JSON.stringify([data, category]))
    .digest('hex')

/** An entry stays in its category where the sheet names none. */
function dataFor(row: MappedRow, filed: Filed, known: Entry | null): Record<string, unknown> {
  const isNamed = row.category !== '' && !filed.isGuessed
  return { ...row.data, ...(known && !isNamed && known.library === 'knowledge' ? {} : filed.data) }
}

type Filed = {
  key: CategoryKey | null
  isGuessed: boolean
  data: object
  refused: Said[]
  said: Said[]
}

/** Knowledge is filed under a category of its unit, the others under the unit itself. */
function fileOf({ batch }: Planning, row: MappedRow, unit: UnitNode | null): Filed {
  if (batch.library !== 'knowledge') {
    const data = unit ? { unit: unit.id } : {}
    return { key: null, isGuessed: false, data, refused: [], said: [] }
  }
  const { key, isGuessed } = categoryOf(row.category, unit)
  const name = categoryNames[key].zh
  const id = unit?.categories.get(key)
  const refused =
    unit && !id
      ? [unit.kind === 'region' ? says.regionHasNone(unit.name) : says.categoryMissing(name)]
      : []
  const said = isGuessed ? [says.categoryGuessed(row.category.slice(0, 50), name)] : []
  return { key, isGuessed, data: id ? { category: id } : {}, refused, said }
}

/** The entry a row became before, or the one of its title in its unit. */
async function knownEntry(
  { req, batch }: Planning,
  row: MappedRow,
  unit: UnitNode,
): Promise<Entry | null> {
  const { library } = batch
  const note = row.sourceKey ? noteOf({ library, unit: unit.id, sourceKey: row.sourceKey }) : null
  const known = note && (await findOne<Known>({ req, collection: 'imports', where: byId(note) }))
  const entry =
    known && (await findOne<Entry>({ req, collection: 'register', where: byId(known.entry) }))
  if (entry) return entry
  // Many cases have the same title.
  if (library === 'cases' && row.sourceKey) return byOrderNumber(req, row.sourceKey)
  const where: Where = {
    and: [
      { library: { equals: library } },
      { unit: { equals: unit.id } },
      { title: { equals: row.title } },
      { trashedAt: { exists: false } },
    ],
  }
  return findOne<Entry>({ req, collection: 'register', where })
}

/** A case that came by another door. */
async function byOrderNumber(req: PayloadRequest, orderNumber: string): Promise<Entry | null> {
  const where: Where = { orderNumber: { equals: orderNumber } }
  const text = await findOne({ req, collection: 'cases', where })
  return text && findOne<Entry>({ req, collection: 'register', where: byId(text.id) })
}

/** The id of what is noted of a row, by the key its own system gave it. */
export const noteOf = (given: { library: string; unit: string; sourceKey: string }): string =>
  `${given.library}:${given.unit}:${given.sourceKey}`

type Compared = { outcome: OutcomeOfRow; said: Said[]; theirs?: object; ours?: object }

async function compare(
  { req, batch }: Planning,
  { entry, data }: { entry: Entry; data: Record<string, unknown> },
): Promise<Compared> {
  const text = await findOne<Record<string, unknown> & { id: string }>({
    ...{ req, collection: batch.library, where: byId(entry.id) },
  })
  const known = await findOne<Known>({
    ...{ req, collection: 'imports', where: { entry: { equals: entry.id } } },
  })
  const difference = text && differenceTo(data, text)
  if (!difference) return { outcome: 'unchanged', said: [] }
  const why = await reasonToKeep({ req, entry, revision: entry.revision, data, unit: entry.unit })
  if (why) return { outcome: 'refused', said: [{ zh: why, en: why }] }
  if (known?.revision === entry.revision) return { outcome: 'changed', said: [] }
  const said = known ? says.personChanged(entry.number) : says.personWrote(entry.number)
  return { outcome: 'differs', said: [said], ...difference }
}

/** The blocks of a service item are no columns of a sheet: that they are missing says nothing of a row. */
const told = findingKinds.filter((kind) => kind !== 'noServiceBlocks')

async function findingsIn({ req, batch }: Planning, row: StoredRow, data: object): Promise<Said[]> {
  const place = { library: batch.library, unit: row.unit ?? '', categoryKey: row.categoryKey }
  const text = data as Record<string, unknown>
  const counts = countFindings(await readFindings({ req, ...place, topic: null, text }))
  return told
    .filter((kind) => counts?.[kind])
    .map((kind) => findingTexts[kind] ?? { zh: kind, en: kind })
}
