import { describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import type { ReadRows } from '@/tables'
import { readDemand } from '@/workflow/usage/demand/readDemand'

const from = Date.parse('2026-11-30T09:00:00+08:00')
const at = (minutes: number) => new Date(from + minutes * 60_000).toISOString()

type Read = { id: string; entry: string; reader: string; session: null; place: null; at: string }

/** So many people read it in this minute. */
const readBy = (count: number, minutes: number): Read[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ id: `${minutes} ${n}`, entry: 'a', reader: `p${minutes} ${n}` },
    ...{ session: null, place: null, at: at(minutes) },
  }))

/** A database that answers by moments alone: rows of one moment come in another order each time. */
function databaseOf(views: readonly Read[]): Payload {
  let turn = 0
  const readRows: ReadRows = ({ collection, where, limit, offset = 0 }) => {
    if (collection !== 'views') return Promise.resolve([])
    const conditions = JSON.stringify(where)
    const edge = (name: string) => new RegExp(`"${name}":"([^"]*)"`).exec(conditions)?.[1] ?? ''
    const [begin, end] = [edge('greater_than_equal'), edge('less_than')]
    turn += 1
    const rows = views
      .filter((row) => row.at >= begin && row.at < end)
      .sort(
        (one, other) =>
          one.at.localeCompare(other.at) || (turn % 2 ? 1 : -1) * one.id.localeCompare(other.id),
      )
    return Promise.resolve(rows.slice(offset, limit ? offset + limit : undefined))
  }
  return { db: { readRows } } as unknown as Payload
}

const askedIn = async (views: readonly Read[]) =>
  (await readDemand(databaseOf(views), { from, until: from + 3_600_000 })).get(0)?.entry.get('a')

describe('who read something in a time', () => {
  it('is counted once each, in whatever order rows of one moment come', async () => {
    expect(await askedIn([...readBy(700, 1), ...readBy(700, 2), ...readBy(900, 3)])).toBe(2_300)
  })

  it('is counted though more than are read at once were there in one moment', async () => {
    expect(await askedIn([...readBy(3_500, 1), ...readBy(1, 2)])).toBe(3_501)
  })

  it('is nobody where nothing is on record', async () => {
    expect(await askedIn([])).toBeUndefined()
  })
})
