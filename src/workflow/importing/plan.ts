import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { importRefused } from '@/i18n/importSheets'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { orNone, said, sentAs } from '../sentAs'
import {
  headingsOf,
  switchChoices,
  unitsIn,
  usualOptions,
  type Columns,
  type Options,
  type StoredBatch,
  type UnitAnswer,
  type UnitAsked,
} from './batch'
import { moveBatch } from './moveBatch'
import { neededMissing, sheetFields } from './sheetFields'
import { readUnitNames } from './units'

const wrong = (zh: string, en: string) => ({ zh, en })
const switches = z.enum(switchChoices).default('sheet')

/** How the columns of a sheet are read, what becomes of units there are not, and what holds for all rows. */
export const planSent = z.object({
  columns: said(
    z.record(z.string(), z.string().nullable()),
    wrong('请为每一列选择对应的内容。', 'columns says for each heading the field it fills.'),
  ),
  units: said(
    orNone(
      z.record(z.string(), z.union([z.enum(['make', 'refuse']), z.object({ unit: z.string() })])),
    ),
    wrong('请为每个单位选择新建、对应或不导入。', 'units: make, refuse or { unit }.'),
  ),
  options: said(
    orNone(
      z.object({
        submit: z.boolean().default(false),
        openToUnits: switches,
        openToPublic: switches,
      }),
    ),
    wrong('导入选项不正确。', 'The options are not valid.'),
  ),
})

type Planned = z.output<typeof planSent>

/** Sets a batch to be planned: nothing is written of its rows but what would become of them. */
export async function planBatch(
  req: PayloadRequest,
  batch: StoredBatch,
  body: Record<string, unknown>,
): Promise<StoredBatch> {
  const sent = sentAs(planSent, body)
  const columns = columnsSent(batch, sent.columns)
  const units = await unitsAnswered(req, batch, sent.units ?? {})
  const options: Options = sent.options ?? usualOptions
  if (options.openToPublic === 'yes' && options.openToUnits === 'no') {
    throw new Refused('invalid', {
      fields: ['options'],
      detail: wrong('网站公开的内容必须同时对各单位公开。', 'Public implies open to units.'),
    })
  }
  const data = {
    ...{ state: 'planning', done: 0, todo: batch.total },
    columns: JSON.stringify(columns),
    units: JSON.stringify(units),
    options: JSON.stringify(options),
  }
  return inTransaction(req, async () => {
    const moved = await moveBatch(req, batch, { from: ['read', 'planned'], doing: '预检', data })
    // Of an earlier plan.
    const where = { batch: { equals: batch.id } }
    await req.payload.db.deleteMany({ collection: 'importRows', where, req })
    return moved
  })
}

function columnsSent(batch: StoredBatch, sent: Planned['columns']): Columns {
  const refuse = (detail: { zh: string; en: string }) => {
    throw new Refused('invalid', { fields: ['columns'], detail })
  }
  const headings = headingsOf(batch)
  const fields = sheetFields[batch.library]
  const named = new Set<string>()
  for (const [heading, field] of Object.entries(sent)) {
    if (!headings.includes(heading)) refuse(importRefused.noHeading(heading.slice(0, 50)))
    if (field === null) continue
    const known = fields.find(({ key }) => key === field)
    if (!known) refuse(importRefused.noField(field.slice(0, 50)))
    if (named.has(field)) refuse(importRefused.twice(known?.zh ?? field))
    named.add(field)
  }
  const columns = Object.fromEntries(headings.map((one) => [one, sent[one] ?? null]))
  const lacking = neededMissing(batch.library, Object.values(columns))
  if (lacking.length > 0) refuse(importRefused.lacks(lacking.map(({ zh }) => zh).join('、')))
  return columns
}

async function unitsAnswered(
  req: PayloadRequest,
  batch: StoredBatch,
  sent: NonNullable<Planned['units']>,
): Promise<UnitAsked[]> {
  const names = await readUnitNames(req)
  const asked = new Map(unitsIn(batch).map((one) => [one.name, one]))
  for (const [name, answer] of Object.entries(sent)) {
    const before = asked.get(name) ?? { name, rows: 0, nearest: names.nearest(name), answer: null }
    asked.set(name, { ...before, answer: answerOf(answer) })
  }
  return [...asked.values()]

  function answerOf(answer: NonNullable<Planned['units']>[string]): UnitAnswer {
    const refuse = (detail: { zh: string; en: string }) =>
      new Refused('invalid', { fields: ['units'], detail })
    if (answer === 'refuse') return answer
    if (answer === 'make') {
      if (batch.unit) throw refuse(importRefused.notMade)
      return answer
    }
    const unit = names.byId.get(answer.unit)
    if (!unit || (batch.unit && batch.unit !== unit.id)) throw refuse(importRefused.noUnit)
    return { unit: unit.id, name: unit.name }
  }
}
