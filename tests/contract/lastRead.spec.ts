import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@/access/audience'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = () => import('@/reading/lastRead')

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
