import { createLocalReq, type Payload } from 'payload'
import { putColumns, readRows, type Row } from '@/tables'
import { inTransaction } from '../inTransaction'
import { noOpinions } from './countsOf'

const none = { readers: 0, uses: 0, promoted: 0, counted: 0, weight: 0, heat: 0 }
const nothing = { dayCounts: { ...none, ...noOpinions, reads: 0 }, districtCounts: none }

type Counted = {
  day: string
  /** Which were counted. */
  entries: readonly string[]
  /** What was found of them on record. */
  rows: readonly Row[]
  inDistricts: readonly Row[]
}

/**
 * What of these entries had a count of this day and has nothing on record any more, at all or in a district, since it was taken back: its
 * rows say none. Resolves to the entries.
 */
export async function clearOthers(
  payload: Payload,
  { day, entries, rows, inDistricts }: Counted,
): Promise<string[]> {
  const of = { dayCounts: rows, districtCounts: inDistricts }
  const cleared = new Set<string>()
  for (const collection of ['dayCounts', 'districtCounts'] as const) {
    const found = new Set(of[collection].map(({ id }) => id))
    const known = await readRows(payload, {
      ...{ collection, columns: ['id', 'entry'], limit: 0 },
      where: { and: [{ day: { equals: day } }, { entry: { in: [...entries] } }] },
    })
    const left = known.filter(({ id }) => !found.has(id))
    if (left.length === 0) continue
    for (const { entry } of left) cleared.add(String(entry))
    const req = await createLocalReq({}, payload)
    const emptied = left.map(({ id }) => ({ id, ...nothing[collection] }))
    await inTransaction(req, () => putColumns({ req, collection, rows: emptied }))
  }
  return [...cleared]
}
