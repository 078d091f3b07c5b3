import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Audience } from '@/access/audience'
import { apply, audiences, chances, createCity, load, type Copy } from './changeFeed'
import { openDatabase, type Opened } from './openDatabase'

let database: Opened
let house: Awaited<ReturnType<typeof load>>
let city: ReturnType<typeof createCity>

function begin(seed: string): void {
  city = createCity(database, house, chances(seed))
}

beforeAll(async () => {
  database = await openDatabase()
  house = await load()
}, 120_000)
afterAll(() => database.close())
beforeEach(() => begin('one'))
afterEach(async () => {
  for (const collection of ['publications', 'decisions', 'register'] as const)
    await database.payload.db.deleteMany({ collection, where: {} })
})

const citizens: Audience = { sees: 'public' }
const agents: Audience = { sees: 'everything' }
const inOrder = (copy: Copy) => [...copy].sort(([one], [other]) => (one < other ? -1 : 1))

/** Reads on until there is no more; resolves to where it ended. */
async function readOn(copy: Copy, audience: Audience, after?: string, limit = 500) {
  for (let next = after; ;) {
    const found = await city.read(audience, next, limit)
    apply(copy, found.changes)
    next = found.next
    if (!found.more) return next
  }
}

const pieces = [1, 2, 3, 7, 50]

describe('the changes', () => {
  it.each(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])(
    'lead each audience to what it may read now, whatever happened and however seldom it reads (%s)',
    async (seed) => {
      begin(seed)
      const chance = chances(`readers ${seed}`)
      const readers = Object.entries(audiences).map(([name, audience]) => ({
        ...{ name, audience, copy: new Map() as Copy, next: undefined as string | undefined },
        often: name === 'citizens' ? 0.05 : 0.3,
      }))
      for (let step = 0; step < 160; step += 1) {
        await city.happen()
        for (const reader of readers) {
          if (chance() > reader.often) continue
          const limit = pieces[Math.floor(chance() * pieces.length)]!
          // Somebody who stops amid it goes on another day.
          const found = await city.read(reader.audience, reader.next, limit)
          apply(reader.copy, found.changes)
          reader.next = found.next
          if (found.more || chance() < 0.3) continue
          const all = await city.all(reader.audience)
          expect([reader.name, inOrder(reader.copy)]).toEqual([reader.name, inOrder(all)])
        }
      }
      for (const { name, audience, copy, next } of readers) {
        await readOn(copy, audience, next, 5)
        expect([name, inOrder(copy)]).toEqual([name, inOrder(await city.all(audience))])
        const anew: Copy = new Map()
        await readOn(anew, audience, undefined, 3)
        expect([name, inOrder(anew)]).toEqual([name, inOrder(await city.all(audience))])
      }
    },
  )

  it('name to nobody what was never theirs to read', async () => {
    for (const seed of ['x', 'y', 'z']) {
      begin(seed)
      const everSeen = new Map(Object.keys(audiences).map((name) => [name, new Set<string>()]))
      const told = new Map(Object.keys(audiences).map((name) => [name, '']))
      const places = new Map<string, string>()
      for (let step = 0; step < 120; step += 1) {
        await city.happen()
        for (const [name, audience] of Object.entries(audiences)) {
          for (const id of (await city.all(audience)).keys()) everSeen.get(name)!.add(id)
          if (step % 10 !== 9) continue
          const found = await city.read(audience, places.get(name), 500)
          places.set(name, found.next)
          told.set(name, told.get(name)! + JSON.stringify(found.changes))
        }
      }
      for (const [name, text] of told) {
        const ids = new Set([...text.matchAll(/"(entry-\d+)"/g)].map(([, id]) => id!))
        const foreign = [...ids].filter((id) => !everSeen.get(name)!.has(id))
        expect([name, foreign]).toEqual([name, []])
        const numbers = [...text.matchAll(/ZS0*(\d+)/g)].map(([, at]) => `entry-${at}`)
        expect(numbers.filter((id) => !everSeen.get(name)!.has(id))).toEqual([])
      }
      for (const collection of ['publications', 'decisions'] as const)
        await database.payload.db.deleteMany({ collection, where: {} })
    }
  })

  it('say of what went its number and its id, and nothing else', async () => {
    for (let n = 0; n < 6; n += 1) await city.steps.approve(inForce)
    const next = await readOn(new Map(), agents)
    for (let n = 0; n < 4; n += 1) await city.steps.withdraw()
    const { changes } = await city.read(agents, next, 500)
    const removed = changes.filter(({ kind }) => kind === 'remove')
    expect(removed).toHaveLength(4)
    for (const one of removed) expect(Object.keys(one).sort()).toEqual(['id', 'kind', 'number'])
  })

  it('tell whose text is as it was and stands elsewhere now', async () => {
    const id = await city.steps.approve(inForce)
    const next = await readOn(new Map(), agents)
    await city.steps.rename()
    const { changes } = await city.read(agents, next, 500)
    const name = expect.stringMatching(/改$/)
    expect(changes).toMatchObject([{ kind: 'moved', entry: { id, unit: { name } } }])
    await city.steps.switch()
    const onwards = await readOn(new Map(), agents)
    await city.steps.switch()
    expect((await city.read(agents, onwards, 500)).changes).toMatchObject([{ kind: 'put' }])
  })
})

describe('a place among the changes', () => {
  it('says to citizens nothing of what happens to texts that are not theirs', async () => {
    await closed()
    const next = await readOn(new Map(), citizens)
    const seen = new Set<string>()
    for (let n = 0; n < 5; n += 1) {
      await closed()
      const found = await city.read(citizens, next, 1)
      seen.add(JSON.stringify(found))
    }
    expect([...seen]).toEqual([JSON.stringify({ changes: [], next, more: false })])
  })

  it('is good for the audience it was given to, and where its past is known', async () => {
    await city.steps.approve(inForce)
    const next = await readOn(new Map(), agents)
    const asked = { after: next, limit: 10, mayComeLate: false }
    const read = (audience: Audience, more: object = {}) =>
      house.readChanges(city.reader(audience), { ...asked, ...more })
    expect(await read(agents)).not.toBeNull()
    expect(await read(citizens)).toBeNull()
    for (const after of [`${next}x`, `A${next.slice(1)}`, 'x'.repeat(120)])
      expect(await read(agents, { after })).toBeNull()
    // As a backup from before leaves it, with what came then in its place.
    const { db } = database.payload
    await db.deleteMany({ collection: 'decisions', where: {} })
    expect(await read(agents)).toBeNull()
  })

  it('is waited at, where the database has no transactions, for a change that is still being written', async () => {
    const { db } = database.payload
    await city.steps.approve(inForce)
    const lock = { lock: 1, revision: 1, state: 'approved', library: 'knowledge', unit: 'unit' }
    const intent = JSON.stringify({ changesAbove: 1 })
    const entry = { id: 'late', number: 'ZS9', title: '', ...lock, intent }
    await db.create({ collection: 'register', data: entry })
    const at = city.take()
    await city.steps.approve(inForce)
    const read = (after?: string) =>
      house.readChanges(city.reader(agents), { after, limit: 10, mayComeLate: true })
    const before = await read()
    expect(before!.changes).toMatchObject([{ entry: { id: 'entry-1' } }])
    await city.steps.approve({ ...inForce, at })
    const where = { id: { equals: 'late' } }
    await db.updateOne({ collection: 'register', where, data: { intent: null } })
    const after = await read(before!.next)
    expect(after!.changes).toMatchObject([
      { entry: { id: 'entry-3' } },
      { entry: { id: 'entry-2' } },
    ])
  })
})

/** A text that is open to its unit alone, and is in force. */
const closed = () => city.steps.approve({ ...inForce, openToUnits: false, openToPublic: false })
const inForce = { validFrom: null, validUntil: null }
