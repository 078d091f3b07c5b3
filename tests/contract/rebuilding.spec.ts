import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { rebuildIndex } from '@/search/sync/rebuildIndex'
import type { RebuildSource, SearchDocument, VersionedId } from '@/search/types'
import { openDatabase, type Opened, type Row } from './openDatabase'

const ENTRIES = 40
const MORE_THAN_ENOUGH = 20

/** As the port says an engine rebuilds, and nothing more: what is filled outlives an interruption. */
function filling(spoil: (filled: Map<string, number>, round: number) => void = () => undefined) {
  const filled = new Map<string, number>()
  let place: string | null = null
  const put = ({ id, version }: SearchDocument) => filled.set(id, version)
  return {
    filled,
    rebuild: async (source: RebuildSource) => {
      for await (const placed of source.documents(place)) {
        put(placed.document)
        place = placed.place
      }
      for (let round = 1; round < MORE_THAN_ENOUGH; round += 1) {
        spoil(filled, round)
        const amends = await source.check(held(filled))
        amends.remove.forEach(({ id }) => filled.delete(id))
        amends.put.forEach(put)
        if (amends.put.length + amends.remove.length === 0) return { indexed: filled.size }
      }
      throw new Error('The check never rejects.')
    },
  }
}

async function* held(filled: ReadonlyMap<string, number>): AsyncGenerator<VersionedId> {
  for (const [id, version] of filled) yield { id, version }
}

describe('making the index anew', () => {
  let opened: Opened
  let rows: Row[]
  let rebuild: typeof rebuildIndex
  beforeAll(async () => {
    opened = await openDatabase({ ELASTICSEARCH_URL: '' })
    rebuild = (await import('@/search/sync/rebuildIndex')).rebuildIndex
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    await opened.payload.db.deleteMany({ collection: 'publications', where: {} })
    rows = []
    for (let at = 0; at < ENTRIES; at += 1) {
      rows.push(await opened.publish(randomUUID(), { title: `第${at}项？`, dirty: false }))
    }
  })

  const live = () => new Map(rows.map(({ entry, changeSeq }) => [entry, changeSeq]))
  const over = (engine: ReturnType<typeof filling>) => ({ ...opened.engine(), ...engine })

  it('goes on where it was stopped, says so, and ends exact', async () => {
    const engine = filling()
    const stopping = new AbortController()
    const stopped = rebuild(opened.payload, over(engine), {
      signal: stopping.signal,
      report: (done) => void (done === 15 && stopping.abort()),
    })
    await expect(stopped).rejects.toThrow()
    expect(engine.filled.size).toBe(15)
    const seen: number[] = []
    const totals = new Set<number>()
    let from = 0
    await rebuild(opened.payload, over(engine), {
      resumed: (done) => (from = done),
      report: (done, total) => void (seen.push(done), totals.add(total)),
    })
    expect([from, seen[0], seen.at(-1), [...totals]]).toEqual([15, 16, ENTRIES, [ENTRIES]])
    expect(engine.filled).toEqual(live())
  })

  it('puts right what the new index lost, kept too long or has in an older version', async () => {
    const [lost, old] = [rows[3]?.entry ?? '', rows[4]?.entry ?? '']
    const engine = filling((filled, round) => {
      if (round > 1) return
      filled.delete(lost)
      filled.set(old, 0)
      filled.set('ghost', 1)
    })
    await rebuild(opened.payload, over(engine))
    expect(engine.filled).toEqual(live())
  })

  it('leaves to the worker what changes meanwhile, and comes to an end', async () => {
    const changing = rows[0]
    const engine = filling()
    const source = over(engine)
    await rebuild(opened.payload, {
      ...source,
      rebuild: async (given) => {
        const result = await source.rebuild({
          ...given,
          check: async (filled) => {
            if (changing) await opened.alter(changing.id, { title: '改了？' })
            return given.check(filled)
          },
        })
        return result
      },
    })
    expect(engine.filled).toEqual(live())
  })

  it('gives up a new index that does not become equal, and one that is ahead of the database', async () => {
    const never = filling((filled) => void filled.delete(rows[0]?.entry ?? ''))
    await expect(rebuild(opened.payload, over(never))).rejects.toThrow(
      'The new index still differs',
    )
    const ahead = filling((filled) => void filled.set(rows[0]?.entry ?? '', 1e9))
    await expect(rebuild(opened.payload, over(ahead))).rejects.toThrow('put back')
  })

  it('ends in step over the real engine, also when it was stopped before', async () => {
    const { compareIndex } = await import('@/search/sync/rebuildIndex')
    const stopping = new AbortController()
    const watched = {
      signal: stopping.signal,
      report: (done: number) => void (done === 30 && stopping.abort()),
    }
    await expect(rebuild(opened.payload, opened.engine(), watched)).rejects.toThrow()
    await opened.closeRow(rows.pop() ?? { id: '', entry: '', changeSeq: 0 })
    await rebuild(opened.payload, opened.engine())
    expect(await compareIndex(opened.payload, opened.engine().scan())).toMatchObject({
      ...{ missing: [], stale: [], surplus: [], ahead: [] },
    })
  })
})
