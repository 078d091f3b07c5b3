import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { commitTransaction, initTransaction, killTransaction } from 'payload'
import { login, openSmallDatabase, times } from './smallDatabase'

let log: Awaited<ReturnType<typeof openSmallDatabase>>
beforeAll(async () => {
  log = await openSmallDatabase()
})
beforeEach(() => log.empty())
afterAll(() => log.close())

describe.each([
  ['with transactions', (work: () => Promise<void>) => work()],
  ['without transactions', (work: () => Promise<void>) => log.withoutTransactions(work)],
])('the audit log %s', (_, database) => {
  it('is one unbroken chain when thirty write at once', () =>
    database(async () => {
      await Promise.all(times(30).map((n) => log.append(login(n))))
      const found = await log.rows()
      expect(found.map(({ seq }) => seq)).toEqual(times(30).map((n) => n + 1))
      expect(new Set(found.map(({ byName }) => byName)).size).toBe(30)
      expect(await log.verify()).toMatchObject({ exitCode: 0 })
    }))

  it('writes a line of a given id once, however often and by how many it is given', () =>
    database(async () => {
      const line = { ...login(1), id: 'step:one' }
      const counts = await Promise.all(times(8).map(() => log.append(line)))
      expect(counts.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
      expect(await log.append(line, login(2))).toBe(1)
      expect((await log.rows()).map(({ byName }) => byName)).toEqual(['第1人', '第2人'])
      expect(await log.verify()).toMatchObject({ exitCode: 0 })
    }))

  it('notices when its head is taken out, set back or forged, goes on, and says so for ever', () =>
    database(async () => {
      await log.append(login(1))
      const counter = await log.payload.db.findOne<{ id: string; note: string }>({
        collection: 'counters',
        where: { id: { equals: 'audit' } },
      })
      await log.append(login(2))
      const [, second] = await log.rows()
      const forged = JSON.stringify({ hash: second!.hash, seal: 'guessed', rows: [] })
      for (const tampering of [
        `DELETE FROM counters WHERE id = 'audit'`,
        `UPDATE counters SET note = '${forged}' WHERE id = 'audit'`,
        `UPDATE counters SET value = 1, note = '${counter?.note}' WHERE id = 'audit'`,
      ]) {
        await log.sql(tampering)
        expect(await log.verify()).toMatchObject({ exitCode: 1 })
        await log.append(login(3))
        const { exitCode, output } = await log.verify()
        expect([exitCode, output]).toEqual([1, expect.stringContaining('the head was lost')])
      }
      const told = (await log.rows()).filter(({ action }) => action === 'audit.headLost')
      expect(told).toHaveLength(3)
    }))
})

describe('a transaction that is undone', () => {
  it('leaves no line and no gap', async () => {
    await log.append(login(1))
    const req = await log.newReq()
    await initTransaction(req)
    await log.appendAudit(req, [login(2)])
    await killTransaction(req)
    await log.append(login(3))
    expect((await log.rows()).map(({ byName }) => byName)).toEqual(['第1人', '第3人'])
    expect(await log.verify()).toMatchObject({ exitCode: 0 })
  })

  it('is the one of what the line tells', async () => {
    const req = await log.newReq()
    await initTransaction(req)
    await log.appendAudit(req, [login(1)])
    expect(await log.rows()).toEqual([])
    await commitTransaction(req)
    expect(await log.rows()).toHaveLength(1)
  })
})

describe('a process killed between two writes, without transactions', () => {
  /** Every write of the database after so many fails, as if there were nobody left to make it. */
  async function killedAfter(writes: number, work: () => Promise<unknown>): Promise<boolean> {
    const { create, updateOne } = log.payload.db
    let left = writes
    const dying =
      <Args, Result>(write: (args: Args) => Promise<Result>) =>
      async (args: Args) => {
        if ((left -= 1) < 0) throw new Error('killed')
        return write(args)
      }
    Object.assign(log.payload.db, { create: dying(create), updateOne: dying(updateOne) })
    try {
      await work()
      return false
    } catch {
      return true
    } finally {
      Object.assign(log.payload.db, { create, updateOne })
    }
  }

  it.each(times(6))('after %i writes is completed by whoever writes next', (writes) =>
    log.withoutTransactions(async () => {
      await log.append({ ...login(0), id: 'step:zero' })
      const lines = [1, 2, 3].map((n) => ({ ...login(n), id: `step:${n}` }))
      const isKilled = await killedAfter(writes, () => log.append(...lines))
      expect(isKilled).toBe(writes < 4)
      await log.append(login(4))
      await log.append(...lines)
      expect(await log.verify()).toMatchObject({ exitCode: 0 })
      expect(new Set((await log.rows()).map(({ byName }) => byName)).size).toBe(5)
    }),
  )

  it('is completed at the next start', () =>
    log.withoutTransactions(async () => {
      await killedAfter(2, () => log.append(login(1), login(2)))
      await log.settle()
      expect((await log.rows()).map(({ byName }) => byName)).toEqual(['第1人', '第2人'])
      expect(await log.verify()).toMatchObject({ exitCode: 0 })
    }))
})

describe('readings', () => {
  it('are written a moment later, those of one reader of one text within a minute as one', async () => {
    const line = { action: 'entry.read' as const, by: 'a', subject: 'x' }
    for (let n = 0; n < 3; n += 1) log.noteReading(log.payload, line)
    log.noteReading(log.payload, { ...line, by: 'b' })
    expect(await log.rows()).toEqual([])
    await log.flushReadings(log.payload)
    expect((await log.rows()).map(({ by }) => by)).toEqual(['a', 'b'])
    log.noteReading(log.payload, line)
    await log.flushReadings(log.payload)
    expect(await log.rows()).toHaveLength(2)
  })

  it('wait while the database takes nothing, and are written then', async () => {
    log.noteReading(log.payload, { action: 'entry.read', by: 'c', subject: 'y' })
    const { create } = log.payload.db
    log.payload.db.create = async () => {
      throw new Error('The database is away.')
    }
    await expect(log.flushReadings(log.payload)).rejects.toThrow('away')
    log.payload.db.create = create
    await log.flushReadings(log.payload)
    expect((await log.rows()).map(({ by }) => by)).toEqual(['c'])
    expect(await log.verify()).toMatchObject({ exitCode: 0 })
  })
})
