import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createLocalReq, type PayloadRequest } from 'payload'
import sharp from 'sharp'
import type { SiteStep } from '@/access/site'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/site/saveSite')),
  ...(await import('@/workflow/site/takeSiteStep')),
  ...(await import('@/workflow/site/readSite')),
  ...(await import('@/reading/site')),
  ...(await import('@/jobs/examining/readLog')),
  ...(await import('@/jobs/examining/records')),
  ...(await import('@/jobs/examining/site')),
  ...(await import('@/tables')),
})

const isActive = true
const writer = { id: 'w', name: '写的人', unit: 'c', roles: ['centre', 'approver'], isActive }
const second = { id: 's', name: '另一位', unit: 'c', roles: ['centre'], isActive }
const leader = { id: 'l', name: '分管领导', unit: 'c', roles: ['approver'], isActive }
const elsewhere = { id: 'e', name: '别的单位', unit: 'a', roles: ['approver', 'editor'], isActive }
const operator = { id: 'o', name: '系统管理员', unit: 'c', roles: ['operator'], isActive }
type Person = typeof writer

const now = new Date('2026-06-03T09:00:00+08:00')
const as = (person: Person | null): Promise<PayloadRequest> =>
  createLocalReq(person ? { user: { ...person, collection: 'users' } as never } : {}, city.payload)

type Message = { id: string; event: string; person: string }

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  for (const [id, isCentre] of [
    ['a', false],
    ['c', true],
  ] as const)
    await city.payload.db.create({
      collection: 'nodes',
      data: { id, name: id, kind: 'department', unit: id, level: 1, isCentre },
    })
})
afterAll(() => city.close())

/** Whatever the one before left under way is given up. */
beforeEach(async () => {
  const { draft } = await house.readSiteVersions(await as(writer))
  if (draft?.state === 'pending') await step(writer, 'recall')
  if (draft) await step(writer, 'discard')
})

const seen = async (person = writer) => (await house.readSiteVersions(await as(person))).draft
const save = async (person: Person | null, content: object, startedFrom?: string | null) =>
  house.saveSite(
    await as(person),
    {
      content,
      startedFrom: startedFrom === undefined ? ((await seen())?.hash ?? null) : startedFrom,
    },
    now,
  )
async function step(person: Person | null, name: Exclude<SiteStep, 'save'>, more: object = {}) {
  const draft = await seen()
  const sent = { revision: draft?.revision ?? 0, hash: draft?.hash ?? '', ...more }
  return house.takeSiteStep(await as(person), name, sent, now)
}
const confirmed = ['legality', 'accuracy', 'timeliness', 'standard', 'confidentiality']
async function open(person: Person, more: object = {}) {
  const draft = await seen()
  await house.openSite(await as(person), { revision: draft?.revision, hash: draft?.hash, ...more })
}
const nameNow = async () => (await house.readSite(city.payload)).content.name
const refused = (code: string) => expect.objectContaining({ code })

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
    expect((await house.readSiteVersions(await as(second))).records[0]).toMatchObject({
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
    const preview = (person: Person) => house.siteVersionSeen(city.payload, person as never, hash)
    expect(await preview(leader)).toMatchObject({ name: '预览' })
    expect([await preview(elsewhere), await preview(operator)]).toEqual([null, null])
    const of = { collection: 'nodes' as const, where: { id: { equals: 'c' } } }
    await city.payload.db.updateOne({ ...of, data: { isCentre: false } })
    expect(await preview(leader)).toBeNull()
    await city.payload.db.updateOne({ ...of, data: { isCentre: true } })
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
      await expect(house.readSiteVersions(await as(person))).rejects.toEqual(refused('notAllowed'))
      await expect(save(person, { name: '别人' })).rejects.toEqual(refused('notAllowed'))
      await expect(step(person, 'submit')).rejects.toEqual(refused('notAllowed'))
    }
    await expect(save(null, {})).rejects.toEqual(refused('notSignedIn'))
    await expect(save(leader, { name: '领导写' })).rejects.toEqual(refused('notAllowed'))
    await step(second, 'submit')
    await expect(open(elsewhere)).rejects.toEqual(refused('notAllowed'))
    const approving = step(elsewhere, 'approve', { confirmed })
    await expect(approving).rejects.toEqual(refused('notAllowed'))
    expect((await house.readSiteVersions(await as(leader))).steps).toEqual(['approve', 'return'])
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

  it('has numbers of persons named by who submits and by who approves', async () => {
    await save(second, { contact: '王某 13812345678', police: '云公网安备 11010102000001号' })
    const submitting = step(second, 'submit')
    await expect(submitting).rejects.toMatchObject({
      code: 'findingsUnconfirmed',
      details: { fields: ['mobileNumber'] },
    })
    await step(second, 'submit', { findings: ['mobileNumber'] })
    await open(leader)
    const approving = step(leader, 'approve', { confirmed })
    await expect(approving).rejects.toEqual(refused('findingsUnconfirmed'))
  })

  it('has numbers of persons named that stand beside a filing, and takes none for one', async () => {
    for (const wrong of [{ siteCode: '13812345678' }, { icp: '云ICP备13812345678号' }])
      await expect(save(second, wrong)).rejects.toEqual(refused('invalid'))
    for (const beside of [
      { icp: '云ICP备12345678号-1 王某13812345678' },
      { police: '云公网安备 11010102000001号 13812345678' },
    ]) {
      await save(second, beside)
      await expect(step(second, 'submit')).rejects.toMatchObject({
        ...{ code: 'findingsUnconfirmed', details: { fields: ['mobileNumber'] } },
      })
    }
    await save(second, { icp: '云ICP备2021012345号-1', siteCode: '1101010001' })
    expect(await step(second, 'submit')).toMatchObject({ state: 'pending' })
  })

  it('takes a colour that can be read, and refuses the others in words', async () => {
    for (const color of ['#ffd54f', '#7fb2e5', 'red', '#12426'])
      await expect(save(second, { color })).rejects.toMatchObject({
        ...{ code: 'invalid', details: { fields: ['color'] } },
      })
    await save(second, { color: '#8B0000' })
    expect(await seen()).toMatchObject({ content: { color: '#8b0000' } })
  })

  it('takes a picture for an emblem by what it contains, drawn anew, and no drawing', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>1</script></svg>'
    const side = { width: 100, height: 80, channels: 4 as const, background: '#b4281c' }
    const drawn = sharp({ create: side })
    const sent = (bytes: Buffer) => bytes.toString('base64')
    const tiny = sharp({ create: { ...side, width: 20 } })
    const wrong = [
      Buffer.from(svg),
      ...[await drawn.jpeg().toBuffer(), await drawn.gif().toBuffer()],
      ...[await tiny.png().toBuffer(), Buffer.from('no picture')],
    ]
    for (const bytes of wrong)
      await expect(save(second, { emblem: sent(bytes) })).rejects.toMatchObject({
        ...{ code: 'invalid', details: { fields: ['emblem'] } },
      })
    const webp = await drawn
      .webp()
      .withMetadata({ exif: { IFD0: { Artist: '某人' } } })
      .toBuffer()
    await save(second, { emblem: sent(webp) })
    const { emblem = '' } = (await seen())?.content ?? {}
    const kept = Buffer.from(emblem, 'base64')
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'png', width: 256, height: 256 })
    expect(kept.includes('某人')).toBe(false)
    await save(second, { emblem, name: '同一标志' })
    expect((await seen())?.content.emblem).toBe(emblem)
  })

  it('refuses filings that are none, and what is too long', async () => {
    for (const wrong of [{ icp: '没有' }, { police: '公安' }, { siteCode: '123' }])
      await expect(save(second, wrong)).rejects.toEqual(refused('invalid'))
    await expect(save(second, { name: '字'.repeat(13) })).rejects.toEqual(refused('invalid'))
    // So long that looking through it in a careless way would take hours.
    for (const about of [`${' '.repeat(2_000_000)}字`, `${' '.repeat(41_000)}字\n`.repeat(20)])
      await expect(save(second, { about })).rejects.toEqual(refused('invalid'))
    await expect(save(second, { name: '两\n行' })).rejects.toEqual(refused('invalid'))
    await expect(save(second, { about: 7 })).rejects.toEqual(refused('invalid'))
  })

  it('keeps lines that end in one way and in nothing unseen', async () => {
    await save(second, { about: '\n# 关于 \r\n一\u3000\t\r二\n\n\n \n三  ' })
    expect((await seen())?.content.about).toBe('# 关于\n一\n二\n\n三')
  })

  it('is written by no operation of the framework, access overridden or not', async () => {
    await save(second, { name: '草稿' })
    const { payload } = city
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
      await city.payload.db.create({ collection: 'users', data: { id, username: id, ...person } })
    const asked = async () => {
      const { docs } = await city.payload.db.find<Message>({
        ...{ collection: 'messages', where: { settledAt: { exists: false } }, pagination: false },
      })
      return docs.map(({ event, person }) => [event, person])
    }
    const mayApprove = async (person: Person) =>
      house.mayApproveSite(await as(person), person as never)
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
      const log = await house.readLog(await as(null))
      const flaws = await house.recordFlaws(city.payload, log)
      return flaws.map(({ en }) => en).filter((told) => told.includes('site'))
    }
    expect(await ofSite()).toEqual([])
    const where = { state: { equals: 'approved' } }
    const unapproved = async (...changed: [collection: string, where: object, data: object]) => {
      const [collection, ...more] = changed
      const given = { collection, where: more[0], data: more[1] } as never
      await city.payload.db.updateOne(given)
      return (await house.siteFlaws(city.payload)).map(({ en }) => en)
    }
    expect(await house.siteFlaws(city.payload)).toEqual([])
    const told = [expect.stringContaining('Version 1 of the site')]
    expect(await unapproved('siteVersions', where, { writers: ['w', 'l'] })).toEqual(told)
    expect(await unapproved('siteVersions', where, { writers: ['w'], hash: '别的' })).toEqual(told)
    const { hash } = (
      await house.readRows(city.payload, {
        ...{ collection: 'siteSteps', limit: 1, where: { step: { equals: 'approve' } } },
      })
    )[0] as { hash: string }
    expect(await unapproved('siteVersions', where, { hash })).toEqual([])
    const approval = { step: { equals: 'approve' } }
    expect(await unapproved('siteSteps', approval, { by: 'nobody' })).toEqual(told)
    await unapproved('siteSteps', approval, { by: 'l' })
    const altered = { content: { name: '被改' } }
    await city.payload.db.updateOne({ collection: 'siteVersions', where, data: altered })
    expect(await ofSite()).toEqual([expect.stringContaining('siteVersions')])
  })
})
