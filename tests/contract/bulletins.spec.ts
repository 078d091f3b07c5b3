import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Audience } from '@/access/audience'
import {
  activate,
  after,
  agents,
  city,
  decisionsOf,
  entryOf,
  house,
  morning,
  online,
  openDesk,
  reqOf,
  shown,
  stepsOf,
  take,
} from './bulletinDesk'
import type { Opened } from './openDatabase'

type Given = Parameters<Opened['payload']['db']['create']>[0]
const strangers: Audience = { sees: 'units', own: 'b', below: false }
const rowsOf = (collection: 'audit' | 'messages' | 'receipts', where: object) =>
  house.readRows(city.payload, { collection, where: where as never, limit: 0 })

beforeAll(openDesk, 120_000)
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
    await take('told', 'deactivate', {}, new Date())
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
    const { bulletins } = await house.bulletinsOf({ req, library: 'plans', id: 'read' }, morning)
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
