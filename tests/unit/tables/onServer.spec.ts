import { describe, expect, it } from '@jest/globals'
import type { BaseDatabaseAdapter } from 'payload'
import { countRows, readRows, type Database } from '@/tables'
import { groupsOnServer, rowsOnServer } from '@/tables/onServer'

/** What a server is asked. */
function server() {
  const sorted: unknown[] = []
  const walked: unknown[] = []
  const found = {
    select: () => found,
    sort: (order: object) => {
      sorted.push(order)
      return found
    },
    skip: () => found,
    limit: () => found,
    lean: () => Promise.resolve([]),
  }
  const model = {
    buildQuery: ({ where }: { where: object }) => Promise.resolve(where),
    find: () => found,
    aggregate: (pipeline: unknown) => {
      walked.push(pipeline)
      return Promise.resolve([{ _id: {}, count: 2 }])
    },
    estimatedDocumentCount: () => Promise.resolve(3),
  }
  const payload = { collections: { terms: { config: { timestamps: true, flattenedFields: [] } } } }
  const db = { collections: { terms: model }, payload } as unknown as BaseDatabaseAdapter
  const tables = { countGroups: groupsOnServer(db), readRows: rowsOnServer(db) }
  return { sorted, walked, database: { db: tables } as unknown as Database }
}

describe('a table on a server', () => {
  it('is counted whole without walking through it, and by its rows where only some are asked for', async () => {
    const { database, walked } = server()
    expect(await countRows(database, { collection: 'terms' })).toBe(3)
    expect(walked).toHaveLength(0)
    const where = { words: { exists: true } }
    expect(await countRows(database, { collection: 'terms', where })).toBe(2)
    expect(walked).toHaveLength(1)
  })

  it('is read in the order of its changes by the index of them alone', async () => {
    const { database, sorted } = server()
    const asked = { collection: 'terms', columns: ['id'], limit: 50 } as const
    await readRows(database, { ...asked, sort: '-updatedAt' })
    await readRows(database, { ...asked, sort: 'words' })
    expect(sorted).toEqual([{ updatedAt: -1 }, { words: 1, createdAt: -1 }])
  })
})
