import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import {
  confirmed,
  elsewhere,
  foundSite,
  leader,
  operator,
  refused,
  second,
  writer,
  type Person,
} from './foundSite'

let site: Awaited<ReturnType<typeof foundSite>>
beforeAll(async () => {
  site = await foundSite()
})
afterAll(() => site.city.close())
beforeEach(() => site.cleared())

const as = (...given: Parameters<typeof site.as>) => site.as(...given)
const seen = (...given: Parameters<typeof site.seen>) => site.seen(...given)
const save = (...given: Parameters<typeof site.save>) => site.save(...given)
const step = (...given: Parameters<typeof site.step>) => site.step(...given)
const open = (...given: Parameters<typeof site.open>) => site.open(...given)
const nameNow = (...given: Parameters<typeof site.nameNow>) => site.nameNow(...given)

type Message = { id: string; event: string; person: string }

describe('网站设置', () => {
  it('is what every site shows until a version was approved by somebody else who opened it', async () => {
    expect(await nameNow()).toBe('')
    await save(writer, { name: '云州知库' })
    await step(writer, 'submit')
    expect(await nameNow()).toBe('')
    await expect(step(leader, 'approve', { confirmed })).rejects.toEqual(refused('notOpened'))
    await open(leader)
    await expect(step(leader, 'approve')).rejects.toEqual(refused('incomplete'))
    await step(leader, 'approve', { confirmed })
    expect(await nameNow()).toBe('云州知库')
    expect(await seen()).toBeNull()
  })

  it('is never approved by who wrote any of it or submitted it', async () => {
    await save(writer, { name: '甲' })
    await save(second, { name: '甲', heading: '乙' })
    await step(second, 'submit')
    await open(writer)
    await expect(step(writer, 'approve', { confirmed })).rejects.toEqual(refused('ownSubmission'))
    await expect(step(second, 'approve', { confirmed })).rejects.toEqual(refused('notAllowed'))
    await step(writer, 'return', { reason: '标题再想想' })
    expect((await site.house.readSiteVersions(await as(second))).records[0]).toMatchObject({
      ...{ step: 'return', byName: '写的人', reason: '标题再想想' },
    })
  })

  it('is never approved by who submitted it once, before it was recalled', async () => {
    await save(second, { name: '两次提交' })
    await step(writer, 'submit')
    await step(second, 'recall')
    await step(second, 'submit')
    await open(writer)
    await expect(step(writer, 'approve', { confirmed })).rejects.toEqual(refused('ownSubmission'))
  })

  it('is shown before it is approved to who has a part in it alone, and where there is no centre to nobody', async () => {
    const { hash } = await save(second, { name: '预览' })
    const preview = (person: Person) =>
      site.house.siteVersionSeen(site.city.payload, person as never, hash)
    expect(await preview(leader)).toMatchObject({ name: '预览' })
    expect([await preview(elsewhere), await preview(operator)]).toEqual([null, null])
    const of = { collection: 'nodes' as const, where: { id: { equals: 'c' } } }
    await site.city.payload.db.updateOne({ ...of, data: { isCentre: false } })
    expect(await preview(leader)).toBeNull()
    await site.city.payload.db.updateOne({ ...of, data: { isCentre: true } })
  })

  it('is approved in exactly the words that were opened', async () => {
    await save(second, { name: '先看的' })
    await step(second, 'submit')
    await open(leader)
    const before = await seen()
    await step(second, 'recall')
    await save(second, { name: '后改的' })
    await step(second, 'submit')
    const earlier = { confirmed, hash: before?.hash }
    await expect(step(leader, 'approve', earlier)).rejects.toEqual(refused('changedMeanwhile'))
    await expect(step(leader, 'approve', { confirmed })).rejects.toEqual(refused('notOpened'))
    await expect(open(leader, { hash: before?.hash })).rejects.toEqual(refused('changedMeanwhile'))
    expect(await nameNow()).toBe('云州知库')
  })

  it('is written, seen and decided on by nobody who has no part in it', async () => {
    await save(second, { name: '草稿' })
    for (const person of [elsewhere, operator] as Person[]) {
      await expect(site.house.readSiteVersions(await as(person))).rejects.toEqual(
        refused('notAllowed'),
      )
      await expect(save(person, { name: '别人' })).rejects.toEqual(refused('notAllowed'))
      await expect(step(person, 'submit')).rejects.toEqual(refused('notAllowed'))
    }
    await expect(save(null, {})).rejects.toEqual(refused('notSignedIn'))
    await expect(save(leader, { name: '领导写' })).rejects.toEqual(refused('notAllowed'))
    await step(second, 'submit')
    await expect(open(elsewhere)).rejects.toEqual(refused('notAllowed'))
    const approving = step(elsewhere, 'approve', { confirmed })
    await expect(approving).rejects.toEqual(refused('notAllowed'))
    expect((await site.house.readSiteVersions(await as(leader))).steps).toEqual([
      'approve',
      'return',
    ])
  })

  it('is saved by one at a time, and not while it waits', async () => {
    const first = await save(second, { name: '第一次' }, null)
    await expect(save(writer, { name: '同时' }, null)).rejects.toEqual(refused('changedMeanwhile'))
    await save(second, { name: '第二次' })
    await expect(save(writer, {}, first.hash)).rejects.toEqual(refused('changedMeanwhile'))
    const both = await Promise.allSettled([step(second, 'submit'), step(writer, 'submit')])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(save(second, { name: '第三次' })).rejects.toEqual(refused('wrongState'))
  })

  it('needs a reason to be returned, and is written on', async () => {
    await save(second, { name: '待退' })
    await step(second, 'submit')
    await expect(step(leader, 'return')).rejects.toEqual(refused('reasonMissing'))
    await step(leader, 'return', { reason: '名称不规范' })
    expect(await seen()).toMatchObject({ state: 'returned', content: { name: '待退' } })
    await save(second, { name: '改好' })
    expect(await seen()).toMatchObject({ state: 'draft' })
  })

  it('is not submitted where it says what citizens see already', async () => {
    await save(second, { name: '云州知库' })
    await expect(step(second, 'submit')).rejects.toEqual(refused('incomplete'))
  })

  it('is written by no operation of the framework, access overridden or not', async () => {
    await save(second, { name: '草稿' })
    const { payload } = site.city
    const data = { state: 'approved' }
    const all = { collection: 'siteVersions' as const, where: { revision: { exists: true } } }
    const row = { id: 'x', revision: 99, ...data, content: { name: '硬塞' }, hash: '', lock: 1 }
    const whole = { ...row, writers: [], byName: '' }
    for (const written of [
      payload.update({ ...all, overrideAccess: true, data }),
      payload.delete({ ...all, overrideAccess: true }),
      payload.create({ collection: all.collection, overrideAccess: true, data: whole }),
    ])
      await expect(written).rejects.toEqual(refused('notAllowed'))
    expect(await nameNow()).toBe('云州知库')
  })

  it('waits with exactly those who may approve, until a step was taken, and then with who wrote', async () => {
    await save(second, { name: '没有人审批' })
    await step(second, 'submit')
    expect((await seen())?.isStuck).toBe(true)
    await step(second, 'recall')
    for (const { id, ...person } of [writer, second, leader])
      await site.city.payload.db.create({
        collection: 'users',
        data: { id, username: id, ...person },
      })
    const asked = async () => {
      const { docs } = await site.city.payload.db.find<Message>({
        ...{ collection: 'messages', where: { settledAt: { exists: false } }, pagination: false },
      })
      return docs.map(({ event, person }) => [event, person])
    }
    const mayApprove = async (person: Person) =>
      site.house.mayApproveSite(await as(person), person as never)
    await save(second, { name: '等审批' })
    expect(await mayApprove(leader)).toBe(false)
    await step(second, 'submit')
    expect((await seen())?.isStuck).toBe(false)
    expect((await asked()).sort()).toEqual([
      ['siteWaits', 'l'],
      ['siteWaits', 'w'],
    ])
    expect(await Promise.all([leader, writer, second, elsewhere].map(mayApprove))).toEqual([
      ...[true, true, false, false],
    ])
    await step(leader, 'return', { reason: '再改' })
    expect(await asked()).toEqual([['siteReturned', 's']])
    await save(second, { name: '改过了' })
    expect(await asked()).toEqual([['siteReturned', 's']])
    await step(second, 'discard')
    expect(await asked()).toEqual([])
  })

  it('is vouched for by the log: who alters a row is found', async () => {
    const ofSite = async () => {
      const log = await site.house.readLog(await as(null))
      const flaws = await site.house.recordFlaws(site.city.payload, log)
      return flaws.map(({ en }) => en).filter((told) => told.includes('site'))
    }
    expect(await ofSite()).toEqual([])
    const where = { state: { equals: 'approved' } }
    const unapproved = async (...changed: [collection: string, where: object, data: object]) => {
      const [collection, ...more] = changed
      const given = { collection, where: more[0], data: more[1] } as never
      await site.city.payload.db.updateOne(given)
      return (await site.house.siteFlaws(site.city.payload)).map(({ en }) => en)
    }
    expect(await site.house.siteFlaws(site.city.payload)).toEqual([])
    const told = [expect.stringContaining('Version 1 of the site')]
    expect(await unapproved('siteVersions', where, { writers: ['w', 'l'] })).toEqual(told)
    expect(await unapproved('siteVersions', where, { writers: ['w'], hash: '别的' })).toEqual(told)
    const { hash } = (
      await site.house.readRows(site.city.payload, {
        ...{ collection: 'siteSteps', limit: 1, where: { step: { equals: 'approve' } } },
      })
    )[0] as { hash: string }
    expect(await unapproved('siteVersions', where, { hash })).toEqual([])
    const approval = { step: { equals: 'approve' } }
    expect(await unapproved('siteSteps', approval, { by: 'nobody' })).toEqual(told)
    await unapproved('siteSteps', approval, { by: 'l' })
    const altered = { content: { name: '被改' } }
    await site.city.payload.db.updateOne({ collection: 'siteVersions', where, data: altered })
    expect(await ofSite()).toEqual([expect.stringContaining('siteVersions')])
  })
})
