import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload, PayloadRequest } from 'payload'
import { writeMethods } from '@/writeGate/gated'
import { notes, openGate, transactionOf } from './gate'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-gate-'))
const file = join(folder, 'gate.db')
const wait = 2500
const longest = 6000

let payload: Payload

const write = (data: object, req?: PayloadRequest) =>
  payload.create({ collection: notes, data: data as never, overrideAccess: true, req })
const titles = async (req?: PayloadRequest) => {
  const { docs } = await payload.find({
    ...{ collection: notes, overrideAccess: true },
    ...{ pagination: false, sort: 'title', req },
  })
  return docs.map((note) => (note as unknown as { title: string }).title)
}
const openFiles = () =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(file)
    } catch {
      return false
    }
  }).length

/** As a request does it. */
const transaction = (work: (req: PayloadRequest) => Promise<unknown>) =>
  transactionOf(payload, work)

beforeAll(async () => {
  payload = await openGate(file, { wait, longest })
})

afterAll(async () => {
  await payload.destroy()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(() => payload.db.deleteMany({ collection: notes, where: {} }))

describe('the write gate', () => {
  it('lets others work between two writes of one transaction', async () => {
    let isHeard = false
    await transaction(async (req) => {
      setImmediate(() => (isHeard = true))
      await payload.db.create({ collection: notes, data: { title: 'written' }, req })
    })
    expect(isHeard).toBe(true)
  })

  it('names every method of the adapter that writes', () => {
    const methods = Object.keys(payload.db).filter((name) =>
      /^(create|update|delete|upsert)/.test(name),
    )
    const others = ['createJSONQuery', 'createMigration', 'deleteWhere']
    expect(methods.filter((name) => !others.includes(name)).sort()).toEqual(
      [...writeMethods].sort(),
    )
  })

  it('lets fifty mixed writes at once all succeed', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, n) => write({ title: `old ${n}`, lock: 1 })))
    await Promise.all([
      ...Array.from({ length: 20 }, (_, n) => write({ title: `new ${n}` })),
      ...Array.from({ length: 20 }, (_, n) =>
        payload.db.updateOne({
          collection: notes,
          where: { title: { equals: `old ${n % 10}` } },
          data: { lock: { $inc: 1 } },
          options: { atomic: true },
        }),
      ),
      ...Array.from({ length: 10 }, (_, n) =>
        payload.update({
          collection: notes,
          where: { title: { equals: `old ${n}` } },
          data: { state: 'seen' } as never,
          overrideAccess: true,
        }),
      ),
    ])
    expect(await titles()).toHaveLength(30)
  })

  it('lets one of twenty win when they compare and set at once', async () => {
    await write({ title: 'one', state: 'pending', lock: 1 })
    const rows = await Promise.all(
      Array.from({ length: 20 }, () =>
        payload.db.updateOne({
          collection: notes,
          where: { and: [{ title: { equals: 'one' } }, { state: { equals: 'pending' } }] },
          data: { state: 'approved', lock: { $inc: 1 } },
          options: { atomic: true },
        }),
      ),
    )
    expect(rows.filter(Boolean)).toHaveLength(1)
    expect(rows.find(Boolean)).toMatchObject({ state: 'approved', lock: 2 })
  })

  it('hides what is not committed from a reader outside', async () => {
    await transaction(async (req) => {
      await write({ title: 'unseen' }, req)
      expect(await titles(req)).toEqual(['unseen'])
      expect(await titles()).toEqual([])
    })
    expect(await titles()).toEqual(['unseen'])
  })

  it('undoes everything when the transaction fails', async () => {
    await write({ title: 'taken' })
    const failing = transaction(async (req) => {
      await write({ title: 'first' }, req)
      await write({ title: 'taken' }, req)
    })
    await expect(failing).rejects.toThrow()
    expect(await titles()).toEqual(['taken'])
  })

  it('undoes a plain write that fails and goes on', async () => {
    await write({ title: 'a' })
    const twice = payload.db.create({ collection: notes, data: { title: 'a' } })
    await expect(twice).rejects.toThrow()
    await write({ title: 'b' })
    expect(await titles()).toEqual(['a', 'b'])
  })

  it('takes a write without its req into the open transaction', async () => {
    const failing = transaction(async () => {
      await payload.db.create({ collection: notes, data: { title: 'joined' } })
      throw new Error('after all, no')
    })
    await expect(failing).rejects.toThrow('after all, no')
    expect(await titles()).toEqual([])
  })

  it('refuses a second begin and names what holds the gate', async () => {
    const nested = transaction(async (req) => {
      await write({ title: 'outer' }, req)
      await write({ title: 'inner' })
    })
    await expect(nested).rejects.toThrow('(create notes)')
    expect(await titles()).toEqual([])
  })

  it('takes transactions one after another in one context', async () => {
    for (const title of ['a', 'b', 'c']) await transaction((req) => write({ title }, req))
    expect(await titles()).toEqual(['a', 'b', 'c'])
  })

  it('answers 503 to who waits too long, while readers go on', async () => {
    const stuck = transaction(() => pause(wait * 2))
    await pause(20)
    const late = write({ title: 'late' })
    await expect(Promise.all([titles(), late])).rejects.toMatchObject({
      status: 503,
      data: { code: 'busy' },
      isPublic: true,
    })
    expect(await titles()).toEqual([])
    await stuck
    await write({ title: 'afterwards' })
    expect(await titles()).toEqual(['afterwards'])
  })

  it('undoes a transaction that never ends, and says so to its owner', async () => {
    const lost = transaction(async (req) => {
      await write({ title: 'lost' }, req)
      await pause(longest + 200)
      await write({ title: 'too late' }, req)
    })
    await expect(lost).rejects.toMatchObject({ status: 503 })
    const silent = transaction(async (req) => {
      await write({ title: 'lost' }, req)
      await pause(longest + 200)
    })
    await expect(silent).rejects.toMatchObject({ status: 503 })
    expect(await titles()).toEqual([])
  })

  it('opens no file per transaction', async () => {
    await write({ title: 'warm' })
    const before = openFiles()
    for (let n = 0; n < 200; n += 1) await write({ title: `n${n}` })
    expect(openFiles()).toBe(before)
  })

  it('waits for nobody inside SQLite', async () => {
    const { drizzle } = payload.db as unknown as SQLiteAdapter
    const { rows } = await drizzle.run('PRAGMA busy_timeout')
    expect(Object.values(rows[0] ?? {})[0]).toBe(0)
  })
})
