import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@/access/audience'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Read settings when they are loaded. */
async function load() {
  const [reliability, lastRead, uses, takeBack, tables, counts, answers] = await Promise.all([
    import('@/reading/reliability'),
    import('@/reading/lastRead'),
    import('@/workflow/usage/uses'),
    import('@/workflow/usage/takeBackUse'),
    import('@/tables'),
    import('@/workflow/usage/counts'),
    import('@/workflow/usage/answersGiven'),
  ])
  return { ...reliability, ...lastRead, ...uses, ...takeBack, ...tables, ...counts, ...answers }
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
}, 120_000)
afterAll(() => city.close())

const now = new Date()
const day = 24 * 60 * 60_000
const ago = (days: number) => new Date(now.getTime() - days * day).toISOString()
const readerOf = (audience: Audience = { sees: 'everything' }) => ({
  ...{ payload: city.payload, audience, now },
})

describe('可信度', () => {
  const looked = { approvedAt: ago(90), confirmedAt: null, reviewBy: null, isUnreliable: null }

  async function used(entry: string, ...days: number[]) {
    for (const one of days)
      await city.payload.db.create({
        collection: 'uses',
        data: {
          ...{ id: randomUUID(), entry, number: entry, revision: 1, reader: 'p', channel: 'desk' },
          at: ago(one),
        },
      })
  }
  async function correction(entry: string, state: string, days: number) {
    const id = randomUUID()
    await city.payload.db.create({
      collection: 'tasks',
      data: {
        ...{ id, number: `RW-${id}`, kind: 'correction', state, unit: 'u', entry, about: '有误' },
        ...{ count: 1, due: '2030-01-01', reassigned: 0, lock: 1, at: ago(days) },
      },
    })
  }
  const told = (entry: string, more: object = {}, audience?: Audience) =>
    house.readReliability(readerOf(audience), { entry, ...looked, ...more })

  it('counts the uses since the text was last approved or re-confirmed', async () => {
    await used('sound', 100, 60, 20, 5)
    const sound = { level: 'recent', openCorrections: 0 }
    expect(await told('sound')).toEqual({ ...sound, uses: 3, since: ago(90) })
    const confirmedAt = ago(30)
    expect(await told('sound', { confirmedAt })).toEqual({ ...sound, uses: 2, since: confirmedAt })
  })

  it('is in question while a correction is open, whatever else is said', async () => {
    await used('doubted', 20)
    await correction('doubted', 'taken', 2)
    await correction('doubted', 'open', 1)
    expect(await told('doubted', { reviewBy: ago(60) })).toMatchObject({
      ...{ level: 'questioned', openCorrections: 2, uses: 0 },
    })
  })

  it('begins anew with a correction that was right, and not with one that was refused', async () => {
    await used('mended', 20, 3)
    await correction('mended', 'closed', 10)
    expect(await told('mended')).toEqual({
      ...{ level: 'recent', openCorrections: 0, uses: 1, since: ago(10) },
    })
    await used('sure', 20, 3)
    await correction('sure', 'refused', 10)
    expect(await told('sure')).toMatchObject({ level: 'recent', uses: 2, since: ago(90) })
  })

  it('is lost by three corrections that were right, by a review that is overdue, and with time', async () => {
    expect(await told('any', { isUnreliable: true })).toMatchObject({ level: 'unreliable' })
    expect(await told('any', { reviewBy: ago(60) })).toMatchObject({ level: 'overdue' })
    expect(await told('any', { approvedAt: ago(200) })).toMatchObject({ level: 'earlier' })
    const again = { approvedAt: ago(200), confirmedAt: ago(20) }
    expect(await told('any', again)).toMatchObject({ level: 'recent' })
  })

  it('is told of entries in a list where it is doubtful', async () => {
    const title = '怎样办?'
    await city.publish('doubted', { title })
    await city.publish('sound', { title })
    await city.publish('late', { title, reviewBy: ago(60) })
    await city.publish('often', { title, isUnreliable: true })
    const list = ['sound', 'doubted', 'late', 'often'].map((id) => ({ id }))
    const doubts = (await house.withDoubts(readerOf(), list)).map(({ doubt }) => doubt)
    expect(doubts).toEqual([undefined, 'questioned', 'overdue', 'unreliable'])
    expect(await house.withDoubts(readerOf({ sees: 'public' }), list)).toEqual(list)
  })

  it('is nothing citizens are told', async () => {
    expect(await told('doubted', {}, { sees: 'public' })).toBeNull()
  })
})

describe('what changed since one read it last', () => {
  const own = 'reader'
  const person = (entry: string, who = own) => ({ entry, person: who })
  const since = (entry: string, who = own, audience?: Audience) =>
    house.sinceLastRead(readerOf(audience), person(entry, who))

  type Period = { from: number; until?: number; hash: string } & Record<string, unknown>
  async function shown(entry: string, ...periods: Period[]) {
    for (const [at, { from, until, hash, ...more }] of periods.entries()) {
      const isLive = until === undefined
      await city.publish(entry, {
        ...{ number: `ZS-${entry}`, title: '怎样办?', summary: '', html: '', hash, isLive },
        ...{ from: ago(from), until: isLive ? null : ago(until), revision: at + 1 },
        ...{ slot: isLive ? entry : `${entry} ${at}`, ...more },
      })
    }
  }
  const read = (entry: string, days: number, reader = own) =>
    city.payload.db.create({
      collection: 'views',
      data: { id: randomUUID(), entry, reader, channel: 'desk', at: ago(days) },
    })

  const twice: Period[] = [
    { from: 30, until: 10, hash: 'a', plain: '每周一办理。' },
    { from: 10, until: 5, hash: 'b', plain: '每周二办理。' },
    // The same text at another place in the tree.
    { from: 5, hash: 'b', plain: '每周二办理。', unitName: '改了名的局' },
  ]

  it('is told by words to who read the text before, also minutes after they opened the new one', async () => {
    await shown('weekly', ...twice)
    await read('weekly', 20)
    await read('weekly', 10 / (24 * 60))
    const found = await since('weekly')
    expect(found).toMatchObject({ readAt: ago(20), revision: 1 })
    expect(found?.changes.map(({ field }) => field)).toEqual(['plain'])
    const words = (change: string) =>
      found?.changes[0]?.parts.flatMap((part) => (part.change === change ? [part.text] : []))
    expect([words('removed'), words('added')]).toEqual([['一'], ['二']])
  })

  it('is nothing to who read the new one already, another one never, or nothing at all', async () => {
    await read('weekly', 20, 'early')
    await read('weekly', 7, 'early')
    expect(await since('weekly', 'early')).toBeNull()
    await read('weekly', 2, 'late')
    expect(await since('weekly', 'late')).toBeNull()
    expect(await since('weekly', 'nobody')).toBeNull()
    expect(await since('unknown')).toBeNull()
  })

  it('is nothing where only what no reader is shown differs', async () => {
    const plain = '每周一办理。'
    await shown('same', { from: 30, until: 10, hash: 'a', plain }, { from: 10, hash: 'b', plain })
    await read('same', 20)
    expect(await since('same')).toBeNull()
  })

  it('is nothing of a text that ended before the new one was valid, nor before that day', async () => {
    const changed = { from: 10, hash: 'b', plain: '每周二办理。' }
    const before = { from: 30, until: 10, hash: 'a', plain: '每周一办理。', validUntil: ago(9) }
    await shown('valid later', before, { ...changed, validFrom: ago(5) })
    await shown('valid soon', before, { ...changed, validFrom: ago(-5) })
    for (const entry of ['valid later', 'valid soon']) {
      await read(entry, 20)
      expect(await since(entry)).toBeNull()
    }
  })

  it('is nothing of a text that was taken down meanwhile', async () => {
    await shown(
      'withdrawn',
      { from: 30, until: 12, hash: 'a', plain: '每周一办理。' },
      { from: 10, hash: 'b', plain: '每周二办理。' },
    )
    await read('withdrawn', 20)
    expect(await since('withdrawn')).toBeNull()
  })

  it('is nothing of a text they may no longer see', async () => {
    const closed = { openToUnits: false, openToPublic: false, unit: 'theirs' }
    await shown(
      'closed',
      { from: 30, until: 10, hash: 'a', plain: '内部电话86101616。', ...closed },
      { from: 10, hash: 'b', plain: '电话12345。', unit: 'theirs' },
    )
    await read('closed', 20)
    expect(await since('closed', own, { sees: 'units', own: 'other', below: true })).toBeNull()
    expect(await since('closed')).toMatchObject({ revision: 1 })
  })
})

describe('用上了 that was told by mistake', () => {
  const answerer = { reader: 'p1', readerName: '周雨禾', unit: 'u', channel: 'desk' as const }
  const entry = { entry: 'told', number: 'ZS000900', title: '怎样办?', revision: 1 }
  const today = () => new Date(Date.now() + 8 * 60 * 60_000).toISOString().slice(0, 10)
  const countsOf = async () => {
    const columns = ['uses', 'weight', 'number']
    const where = { entry: { equals: entry.entry } }
    const asked = { collection: 'dayCounts' as const, columns, where, limit: 0 }
    return house.readRows(city.payload, asked)
  }
  const onRecord = () =>
    house.countRows(city.payload, {
      ...{ collection: 'uses', where: { entry: { equals: entry.entry } } },
    })
  const tell = () => house.recordUse(city.payload, { ...entry, ...answerer, search })
  const search = randomUUID()

  it('is on record and counted no more once it is taken back, also where nothing else was', async () => {
    // As a search that this process answered.
    house.rememberAnswer(search)
    const use = await tell()
    await house.flushUses(city.payload)
    await house.countDay(city.payload, today(), [entry.entry])
    expect(await countsOf()).toMatchObject([{ uses: 1, weight: 10 }])
    const given = { id: use.id, number: entry.number, reader: answerer.reader }
    expect(await house.takeBackUse(city.payload, given)).toEqual({ id: use.id, number: 'ZS000900' })
    expect(await onRecord()).toBe(0)
    expect(await countsOf()).toEqual([{ uses: 0, weight: 0, number: 'ZS000900' }])
  })

  it('is on record when it is told again of the same search', async () => {
    await tell()
    await house.flushUses(city.payload)
    expect(await onRecord()).toBe(1)
    // Told twice it is one.
    await tell()
    await house.flushUses(city.payload)
    expect(await onRecord()).toBe(1)
  })

  it('is taken back by nobody else, and not after a minute', async () => {
    const { id } = await tell()
    const given = { id, number: entry.number, reader: answerer.reader }
    const attempt = (more: object) => house.takeBackUse(city.payload, { ...given, ...more })
    await expect(attempt({ reader: 'p2' })).rejects.toMatchObject({ code: 'notFound' })
    await expect(attempt({ number: 'ZS000901' })).rejects.toMatchObject({ code: 'notFound' })
    await expect(attempt({ id: 'none' })).rejects.toMatchObject({ code: 'notFound' })
    const later = new Date(Date.now() + 61_000)
    await expect(attempt({ now: later })).rejects.toMatchObject({ code: 'wrongState' })
    expect(await onRecord()).toBe(1)
    await attempt({})
    expect(await onRecord()).toBe(0)
  })
})
