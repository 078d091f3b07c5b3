import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseUrl, dropDatabase } from '../server/database.mjs'

export type Row = { id: string; entry: string; changeSeq: number }
type Columns = Record<string, unknown>

/**
 * A database of its own with the engine the settings name beside it. Settings are read when first imported,
 * so everything that reads them is imported here and handed on.
 */
export async function openDatabase(settings: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhiku-sync-'))
  Object.assign(process.env, {
    ...{ ZHIKU_DATA_DIR: dataDir, DATABASE_URL: databaseUrl(dataDir), ...settings },
  })
  const { closeSearchEngine, searchEngine } = await import('@/search')
  const payload = await openPayload()
  let change = 0

  /** As the workflow writes them: each change has a number of its own and leaves the row dirty. */
  const changed = () => ({ changeSeq: ++change, dirty: true })
  const publish = async (entry: string, more: Columns): Promise<Row> => {
    const id = randomUUID()
    const at = new Date().toISOString()
    const marks = changed()
    await payload.db.create({
      collection: 'publications',
      data: {
        ...{ id, entry, slot: entry, isLive: true, library: 'knowledge', number: `ZS${change}` },
        ...{ revision: 1, unit: 'unit', unitName: '市民政局', openedBy: id, from: at },
        ...{ openToUnits: true, openToPublic: true, approvedAt: at, ...marks, ...more },
      },
    })
    return { id, entry, changeSeq: marks.changeSeq }
  }
  const alter = (id: string, more: Columns) =>
    payload.db.updateOne({
      collection: 'publications',
      where: { id: { equals: id } },
      data: { ...changed(), ...more },
    })
  return {
    payload,
    engine: searchEngine,
    publish,
    alter,
    /** Offline: the row keeps its text and gives the entry's slot back. */
    closeRow: ({ id }: Row) => alter(id, { slot: id, isLive: false }),
    close: async () => {
      const { flushReadings } = await import('@/workflow/audit/readings')
      await flushReadings(payload)
      await closeSearchEngine()
      await payload.destroy()
      // Others of this run are in use beside it.
      await dropDatabase(dataDir)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Payload as the settings say, which are read here. */
export async function openPayload() {
  const { default: config } = await import('@payload-config')
  const { getPayload } = await import('payload')
  const made = await config
  // It would write the types anew in a process of its own, for a quarter of a minute, whenever a test begins.
  const typescript = { ...made.typescript, autoGenerate: false }
  return getPayload({ config: { ...made, typescript } })
}

export type Opened = Awaited<ReturnType<typeof openDatabase>>
