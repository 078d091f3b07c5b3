import type { Payload } from 'payload'
import { readRows } from '@/tables'

/** Rows looked at: more than a day's approvals, fewer than one change of the tree marks. */
const most = 1_000

type Pending = {
  /** To be left out of a query. */
  entries: string[]
  /** False where more wait than are looked at. */
  isAll: boolean
}

/**
 * Entries whose last change the search index may not have taken yet, the last changed first. After a change of the tree,
 * or while the engine is down, many thousands wait, and naming them all would cost every query more than the search
 * itself. So no more than `most` rows are read. It is no door: naming them keeps counts right, while what may be read is
 * asked of the database for each hit. Of those not named
 * - what is hidden is taken out of the page by that check, and the engine asked again without it, so that a total
 *   of one page is right; a longer one may count some, which says nothing of any text;
 * - what reads otherwise now is shown as it is now, without marks, as what changes between question and check;
 * - facets could tell of a single hidden text and are not answered until the index has caught up.
 */
export async function pendingEntries(payload: Payload): Promise<Pending> {
  const rows = await readRows(payload, {
    collection: 'publications',
    columns: ['entry'],
    where: { dirty: { equals: true } },
    sort: '-changeSeq',
    limit: most + 1,
  })
  const looked = rows.slice(0, most).map(({ entry }) => String(entry))
  return { entries: [...new Set(looked)], isAll: rows.length <= most }
}
