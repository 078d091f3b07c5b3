import { describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import type { RowsAsked } from '@/tables'
import { findLive } from '@/reading/live'

/** A table of so many live texts, and how often it was asked to count them. */
function tableOf(texts: number) {
  const asked = { counts: 0 }
  const db = {
    readRows: ({ limit, offset = 0 }: RowsAsked) =>
      Promise.resolve(
        Array.from({ length: texts }, (_, at) => ({ number: `ZS${at}` })).slice(
          offset,
          limit ? offset + limit : undefined,
        ),
      ),
    countGroups: () => {
      asked.counts += 1
      return Promise.resolve([{ count: texts }])
    },
  }
  const payload = { db } as unknown as Payload
  return { reader: { payload, audience: { sees: 'public' } as const, now: new Date() }, asked }
}

describe('a page of live texts', () => {
  it.each([
    ['none at all', 0, 1, 0, 0],
    ['fewer than a page', 7, 1, 7, 0],
    ['exactly a page', 20, 1, 20, 1],
    ['a first of several pages', 45, 1, 20, 1],
    ['a full last page', 40, 2, 20, 1],
    ['a last page that is not full', 45, 3, 5, 0],
    ['a page behind the last', 45, 9, 0, 1],
  ])('tells the number of all: %s', async (_, texts, page, shown, counts) => {
    const { reader, asked } = tableOf(texts)
    const { rows, total } = await findLive(reader, { columns: ['number'], limit: 20, page })
    expect({ shown: rows.length, total, ...asked }).toEqual({ shown, total: texts, counts })
  })

  it('is counted by its rows where all are asked for', async () => {
    const { reader, asked } = tableOf(45)
    const { rows, total } = await findLive(reader, { columns: ['number'], limit: 0 })
    expect({ shown: rows.length, total, ...asked }).toEqual({ shown: 45, total: 45, counts: 0 })
  })
})
