import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { createLocalReq } from 'payload'
import type { Audience } from '@/access/audience'
import type { Library, Step } from '@/access/rules'
import { openDatabase, type Opened } from './openDatabase'
import { unitWithPeople } from './unitWithPeople'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/reading/bulletins')),
  ...(await import('@/tables')),
  ...(await import('@/workflow/bulletins/confirm')),
  ...(await import('@/workflow/bulletins/endBulletins')),
  ...(await import('@/workflow/bulletins/readers')),
  ...(await import('@/workflow/counters')),
  ...(await import('@/workflow/entry')),
  ...(await import('@/workflow/step/finish')),
  ...(await import('@/workflow/step/takeStep')),
})

type Given = Parameters<Opened['payload']['db']['create']>[0]
const agents: Audience = { sees: 'everything' }
const strangers: Audience = { sees: 'units', own: 'b', below: false }
const morning = new Date('2026-12-01T09:00:00+08:00')
const after = (hours: number) => new Date(morning.getTime() + hours * 60 * 60 * 1000)

const reqOf = async (id: string, role: string) => {
  const req = await createLocalReq({}, city.payload)
  const user = { id, name: id, collection: 'users', isActive: true, unit: 'a', roles: [role] }
  req.user = user as unknown as typeof req.user
  return req
}

/** An approved text that is online. */
async function online(id: string, library: Library, more: object = {}) {
  const { db } = city.payload
  const place = { unit: 'a', unitAbove: null }
  await db.create({
    collection: 'register',
    data: {
      ...{ id, number: `NR-${id.toUpperCase()}`, title: id, library, ...place },
      ...{ state: 'approved', revision: 1, liveRevision: 1, lock: 1 },
    },
  })
  await db.create({ collection: library, data: { id, title: id, revision: 1 } })
  const row = { title: id, number: `NR-${id.toUpperCase()}`, library, ...place, hash: id }
  return city.publish(id, { openToUnits: false, openToPublic: false, ...row, ...more })
}

const entryOf = async (id: string) =>
  (await house.findEntry(await createLocalReq({}, city.payload), id))!

async function take(id: string, step: Step, more: object = {}, at = morning) {
  const { library, revision } = await entryOf(id)
  const body = { revision, ...more }
  return house.takeStep({ req: await reqOf('ap', 'approver'), library, id, step, body, at })
}
const activate = (id: string, until = after(8), at = morning) =>
  take(id, 'activate', { sentence: '先报值班班长', until: until.toISOString() }, at)

const shown = async (audience: Audience, now = morning) =>
  (await house.readBulletins({ payload: city.payload, audience, now }, 'agent-1')).map(
    ({ number, kind }) => `${kind} ${number}`,
  )
const rowsOf = (collection: 'audit' | 'messages' | 'receipts', where: object) =>
  house.readRows(city.payload, { collection, where: where as never, limit: 0 })
const decisionsOf = (id: string) =>
  house.readRows(city.payload, {
    ...{ collection: 'decisions', where: { entry: { equals: id } }, limit: 0, sort: 'seq' },
  })
const stepsOf = async (id: string) => (await decisionsOf(id)).map(({ step }) => step)

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await house.ensureCounters(city.payload)
  await unitWithPeople(city, { ed: 'editor', ap: 'approver' })
}, 120_000)
afterAll(() => city.close())

describe('an activated plan', () => {
  it('stands with its sentence on the desks of who may read it, and the step is on record', async () => {
    await online('flood', 'plans')
    const { decision } = await activate('flood')
    expect(await shown(agents)).toEqual(['activated NR-FLOOD'])
    expect(await shown(strangers)).toEqual([])
    expect(await decisionsOf('flood')).toMatchObject([
      {
        ...{ id: decision, step: 'activate', by: 'ap' },
        details: { sentence: '先报值班班长', until: after(8).toISOString() },
      },
    ])
    expect(
      await rowsOf('audit', {
        and: [{ subject: { equals: 'flood' } }, { action: { equals: 'plans.activate' } }],
      }),
    ).toHaveLength(1)
  })

  it('is told to the people of its unit, not to who activated it', async () => {
    await online('told', 'plans')
    // Steps of long ago are no news.
    await activate('told', new Date(Date.now() + 3_600_000), new Date())
    const rows = await rowsOf('messages', { entry: { equals: 'told' } })
    expect(rows.map(({ person, step }) => [person, step])).toEqual([['ed', 'activate']])
    await take('told', 'deactivate')
  })

  it('keeps no number of a person in its sentence', async () => {
    await online('masked', 'plans')
    const until = after(1).toISOString()
    await take('masked', 'activate', { sentence: '请联系张某13812345678', until })
    expect((await entryOf('masked')).activationSentence).toMatch(/^请联系张某(?!13812345678)/)
    await take('masked', 'deactivate')
  })

  it('ends by the clock at its end, on record as the server’s step, and not before', async () => {
    await online('storm', 'plans')
    await activate('storm', after(2))
    expect(await house.endBulletins(city.payload, after(1))).toBe(0)
    // Off the desks at once, whether or not the clock has come to it.
    expect(await shown(agents, after(2))).not.toContain('activated NR-STORM')
    expect(await house.endBulletins(city.payload, after(2))).toBe(1)
    expect(await house.endBulletins(city.payload, after(2))).toBe(0)
    expect(await entryOf('storm')).toMatchObject({ activation: null, activeUntil: null })
    expect((await decisionsOf('storm')).at(-1)).toMatchObject({
      ...{ step: 'deactivate', by: null, reason: '到预定时间，自动结束。' },
    })
  })

  it('ends later where its end was put off, and sooner where it was brought forward', async () => {
    await online('later', 'plans')
    await activate('later', after(2))
    await take('later', 'reschedule', { until: after(5).toISOString() })
    expect(await house.endBulletins(city.payload, after(3))).toBe(0)
    await take('later', 'reschedule', { until: after(1).toISOString() })
    expect(await house.endBulletins(city.payload, after(1))).toBe(1)
    expect(await stepsOf('later')).toEqual(['activate', 'reschedule', 'reschedule', 'deactivate'])
  })

  it('ends with the text: what goes offline stands on no desk, and does not come back with it', async () => {
    await online('gone', 'plans')
    await activate('gone')
    await take('gone', 'push')
    await take('gone', 'withdraw', { kind: 'inError', sentence: '有误' })
    expect(await entryOf('gone')).toMatchObject({ activation: null, push: null })
    await take('gone', 'resume')
    expect((await shown(agents)).filter((one) => one.endsWith('GONE'))).toEqual([])
  })

  it('is activated once, whoever asks at the same time', async () => {
    await online('once', 'plans')
    const answers = await Promise.allSettled([activate('once'), activate('once'), activate('once')])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of answers)
      if (one.status === 'rejected')
        expect((one.reason as { code: string }).code).toMatch(/^(wrongState|changedMeanwhile)$/)
    expect(await stepsOf('once')).toEqual(['activate'])
  })

  it.each(['activate', 'deactivate'] as const)(
    'and where the power goes amid %s, it was taken whole or not at all',
    async (step) => {
      const id = `cut-${step}`
      await online(id, 'plans')
      if (step === 'deactivate') await activate(id, after(1))
      const { db } = city.payload
      const { create } = db
      const cut = jest.spyOn(db, 'create').mockImplementation((async (given: Given) => {
        if (given.collection !== 'decisions') return create.call(db, given)
        throw new Error('The power went.')
      }) as typeof create)
      const taken = step === 'activate' ? activate(id) : house.endBulletins(city.payload, after(1))
      await Promise.allSettled([taken])
      expect(cut).toHaveBeenCalled()
      cut.mockRestore()
      await house.repairOpenIntents(city.payload)
      const { activation, intent } = await entryOf(id)
      expect(intent ?? null).toBeNull()
      const isOnRecord = (await stepsOf(id)).includes(step)
      expect(Boolean(activation)).toBe(step === 'activate' ? isOnRecord : !isOnRecord)
      await house.endBulletins(city.payload, after(1))
    },
  )
})

describe('a pushed entry', () => {
  it('stands until it is taken back, or the validity of its text is over', async () => {
    const validUntil = after(3).toISOString()
    await online('fee', 'knowledge', { validUntil, openToUnits: true })
    await online('form', 'knowledge', { openToUnits: true })
    await take('fee', 'push')
    await take('form', 'push')
    expect(await shown(strangers)).toEqual(
      expect.arrayContaining(['pushed NR-FEE', 'pushed NR-FORM']),
    )
    expect(await house.endBulletins(city.payload, after(2))).toBe(0)
    expect(await house.endBulletins(city.payload, after(4))).toBe(1)
    expect((await decisionsOf('fee')).at(-1)).toMatchObject({ step: 'unpush', by: null })
    await take('form', 'unpush')
    expect((await shown(strangers)).filter((one) => /FEE|FORM/.test(one))).toEqual([])
  })
})

describe('已阅', () => {
  const receiptOf = (bulletin: string, person: string, entry: string) => ({
    ...{ id: house.receiptId(bulletin, person), bulletin, entry, at: morning },
    person: { id: person, name: person, unit: 'a' },
  })

  it('is one a person and activation: the next one is unread again', async () => {
    await online('read', 'plans')
    const { decision: first = '' } = await activate('read')
    const isRead = async () => {
      const reader = { payload: city.payload, audience: agents, now: morning }
      const all = await house.readBulletins(reader, 'agent-1')
      return all.find(({ number }) => number === 'NR-READ')?.isRead
    }
    expect(await isRead()).toBe(false)
    for (let times = 0; times < 2; times += 1)
      await house.confirmBulletin(city.payload, receiptOf(first, 'agent-1', 'read'))
    expect(await rowsOf('receipts', { bulletin: { equals: first } })).toHaveLength(1)
    expect(await isRead()).toBe(true)
    await take('read', 'deactivate')
    await activate('read')
    expect(await isRead()).toBe(false)
  })

  it('tells the approver who has read it, of this one and those before', async () => {
    const req = await reqOf('ap', 'approver')
    const { bulletins } = await house.bulletinsOf({ req, library: 'plans', id: 'read' })
    expect(bulletins.map(({ kind, read, endedAt }) => [kind, read, endedAt !== null])).toEqual([
      ['activated', 0, false],
      ['activated', 1, true],
    ])
    const asked = { req, library: 'plans' as const, id: 'read', bulletin: bulletins[1]!.id }
    req.query = { who: 'read' }
    expect(await house.receiptsOf(asked)).toMatchObject({
      ...{ counts: { agents: 0, agentsRead: 0, others: 1 }, people: [{ name: 'agent-1' }] },
    })
    const stranger = await reqOf('ed', 'editor')
    await expect(
      house.bulletinsOf({ req: stranger, library: 'plans', id: 'read' }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })
})
