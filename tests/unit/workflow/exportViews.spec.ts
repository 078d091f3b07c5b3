import { describe, expect, it } from '@jest/globals'
import type { Payload, Where } from 'payload'
import { pagesOf } from '@/workflow/usage/exportViews'
import { toldViews } from '@/workflow/usage/readViews'

const moments = ['03', '02', '02', '02', '02', '01'].map((day) => `2026-11-${day}T00:00:00.000Z`)
const rows = moments.map((at, n) => ({
  ...{ id: `v${n}`, entry: 'e', number: `ZS00000${n}`, title: '题', channel: 'portal', at },
}))

/** Answers as the database does: the newest first, of one moment in any order. */
function databaseOf() {
  const readRows = async ({ where, limit }: { where: Where; limit: number }) => {
    const parts = where.and as Record<string, Record<string, unknown>>[]
    const until = parts.find(({ at }) => at?.less_than_equal)?.at?.less_than_equal as string
    const sent = (parts.find(({ id }) => id)?.id?.not_in ?? []) as string[]
    return rows.filter(({ id, at }) => at <= until && !sent.includes(id)).slice(0, limit)
  }
  return { db: { readRows } } as unknown as Payload
}

describe('the file of readings', () => {
  it.each([1, 2, 3, 4, 500])(
    'holds each reading once, of one moment too, %d at a time',
    async (size) => {
      const centre = { id: 'c', name: '', unit: 'u', roles: ['centre' as const] }
      const told = toldViews(centre, { from: '2026-10-01' })
      const numbers: unknown[] = []
      for await (const page of pagesOf(databaseOf(), told, 'zh', size))
        numbers.push(...page.map((cells) => cells[1]))
      expect(numbers).toEqual(rows.map(({ number }) => number))
    },
  )
})
