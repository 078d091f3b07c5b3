import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { categoryKeys, type CategoryKey } from '@/access/rules'
import { requestAs } from '../requestAs'
import { findAll } from '../store'
import type { StoredBatch, StoredRow } from './batch'
import { actingAs, importUnit, type ImportUnit } from './importUnits'

/** In whose name a row is written, and where. */
export type Writer = {
  req: PayloadRequest
  /** Empty where the command brings cases. */
  by: string
  unit: string
  category: string | null
}

export type WriterFor = (row: StoredRow) => Promise<Writer>

/**
 * An editor's drafts are the editor's own; what the centre brings is written by the import's account of each unit, but
 * for cases, which the centre writes itself. Units are made where they are missing. Each row has a request of its own.
 */
export function writers(payload: Payload, batch: StoredBatch): WriterFor {
  const made = new Map<string, Promise<ImportUnit>>()
  const isThemselves = batch.unit !== null || batch.library === 'cases'
  const own = new Map<string, ReadonlyMap<CategoryKey, string>>()
  return async (row) => {
    const name = row.unitName ?? ''
    if (isThemselves && row.unit) {
      const req = await requestAs(payload, batch.by ?? '')
      const category = await categoryFor(req, row, own)
      return { req, by: batch.by ?? '', unit: row.unit, category }
    }
    const key = row.unit ?? `name:${name}`
    const path = { region: null, name, orgCode: '' }
    const begun = made.get(key) ?? importUnit(payload, path, row.unit ?? undefined)
    made.set(key, begun)
    // One that failed is tried again with the next row.
    const unit = await begun.catch((error: unknown) => {
      made.delete(key)
      throw error
    })
    const category = unit.categories.get(row.categoryKey as CategoryKey) ?? null
    if (batch.library === 'cases') {
      return {
        req: await requestAs(payload, batch.by ?? ''),
        by: batch.by ?? '',
        unit: unit.id,
        category,
      }
    }
    const req = await createLocalReq({ user: actingAs(unit.editor) }, payload)
    return { req, by: unit.editor.id, unit: unit.id, category }
  }
}

async function categoryFor(
  req: PayloadRequest,
  { unit, categoryKey }: StoredRow,
  known: Map<string, ReadonlyMap<CategoryKey, string>>,
): Promise<string | null> {
  const key = categoryKeys.find((one) => one === categoryKey)
  if (!unit || !key) return null
  if (!known.has(unit)) {
    const where: Where = { and: [{ unit: { equals: unit } }, { kind: { equals: 'category' } }] }
    const nodes = await findAll({ req, collection: 'nodes', where })
    const found = nodes.flatMap(({ id, category }) => (category ? [[category, id] as const] : []))
    known.set(unit, new Map(found))
  }
  return known.get(unit)?.get(key) ?? null
}
