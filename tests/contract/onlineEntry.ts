import type { Opened, Row } from './openDatabase'

type Given = { unit?: string; number?: string; categoryKey?: string } & Record<string, unknown>

/** An approved entry of a unit that is online, with its copy and its row of the register; resolves to its live row. */
export async function onlineEntry(
  { payload: { db }, publish }: Opened,
  id: string,
  { unit = 'a', number = `ZS-${id}`, categoryKey = 'services', ...more }: Given = {},
): Promise<Row> {
  const place = { unit, unitAbove: null, categoryKey }
  await db.create({
    collection: 'register',
    data: {
      ...{ id, number, title: id, library: 'knowledge', ...place },
      ...{ state: 'approved', revision: 1, liveRevision: 1, lock: 1 },
    },
  })
  await db.create({ collection: 'knowledge', data: { id, title: id, revision: 1 } })
  return publish(id, { title: id, number, ...place, ...more })
}
