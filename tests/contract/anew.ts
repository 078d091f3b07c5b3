import type { Opened, Row } from './openDatabase'
import { unitWithPeople } from './unitWithPeople'

/** A unit with its people, and the department `b` of a county. */
export async function withCounty(city: Opened): Promise<void> {
  await unitWithPeople(city)
  await city.payload.db.create({
    collection: 'nodes',
    data: { id: 'b', name: '县民政局', kind: 'department', unit: 'b', level: 2, unitAbove: 'r' },
  })
}

/** What another row has otherwise. */
type Kept = Record<'id' | 'createdAt' | 'updatedAt' | 'changeSeq' | 'dirty' | 'revision', unknown>

/** Approved anew: the live row is closed and another one opened. */
export async function approvedAnew(
  city: Opened,
  row: Row,
  text: object,
): Promise<Row & { hash: string }> {
  await city.closeRow(row)
  const { docs } = await city.payload.db.find<Kept>({
    ...{ collection: 'publications', where: { id: { equals: row.id } } },
  })
  const { id: _id, createdAt: _c, updatedAt: _u, changeSeq: _s, dirty: _d, ...kept } = docs[0]!
  const revision = Number(kept.revision) + 1
  const written = { hash: `${revision} ${JSON.stringify(text)}`, ...text }
  const published = await city.publish(row.entry, {
    ...kept,
    ...{ slot: row.entry, isLive: true, revision, from: new Date().toISOString() },
    ...written,
  })
  return { ...published, hash: written.hash }
}
