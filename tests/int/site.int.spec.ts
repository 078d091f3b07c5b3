import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import type { SiteSeen } from '@/workflow/site/readSite'
import { anyone, as, type Account, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { hire, hotline, unique, type Worker } from './city'

let centre: Person, second: Worker, leader: Worker, other: Worker
beforeAll(async () => {
  const unit = await hotline()
  centre = await as('centre')
  second = await hire(unit, 'centre')
  leader = await hire(unit, 'approver')
  other = await hire(unit, 'approver')
}, 60_000)

const at = (path: string) => `/api/siteVersions/${path}`
const seen = async (person: Person = centre) => (await person.get<SiteSeen>(at('now'))).body
const confirmed = ['legality', 'accuracy', 'timeliness', 'standard', 'confidentiality']

/** Whatever the one before left under way is given up. */
beforeEach(async () => {
  const { draft } = await seen()
  if (draft?.state === 'pending') await take(centre, 'recall')
  if (draft) await take(centre, 'discard')
})

async function save(content: object, person: Person = centre) {
  const { draft, live } = await seen()
  const sent = { content: { ...live, ...content }, startedFrom: draft?.hash ?? null }
  return person.post<Body>(at('save'), sent)
}
async function take(person: Person, step: string, more: object = {}) {
  const { draft } = await seen()
  const sent = { revision: draft?.revision ?? 0, hash: draft?.hash ?? '', ...more }
  return person.post<Body>(at(step), sent)
}
const page = async (path: string, person = anyone()): Promise<string> => {
  const Cookie = person.token ? `payload-token=${person.token}` : ''
  return (await person.fetch(path, { headers: { Cookie, Authorization: '' } })).text()
}

/** Drafts, submits, opens and approves, each by whom it belongs to. */
async function publish(content: object) {
  expect(await save(content)).toMatchObject({ status: 200 })
  expect(await take(centre, 'submit')).toMatchObject({ status: 200 })
  expect(await take(leader, 'open')).toMatchObject({ status: 200 })
  expect(await take(leader, 'approve', { confirmed })).toMatchObject({ status: 200 })
}

describe('网站设置', () => {
  it('79.1 is seen by citizens once another opened and approved it, and by nobody else before', async () => {
    const name = `城${unique()}`
    expect((await save({ name, privacy: `# 隐私\n${name}不收集` })).status).toBe(200)
    const draft = (await seen()).draft!
    const preview = `/preview/site/${draft.hash}`
    for (const person of [centre, second, leader, other])
      expect(await page(`${preview}/home`, person)).toContain(name)
    expect(await page(`${preview}/privacy`, leader)).toContain(`${name}不收集`)
    const others = [anyone(), await as('agent'), await as('approver'), await as('operator')]
    for (const person of others) {
      const Cookie = person.token ? `payload-token=${person.token}` : ''
      const headers = { Cookie, Authorization: '' }
      expect((await person.fetch(`${preview}/home`, { headers })).status).toBe(404)
      expect(await page(`${preview}/home`, person)).not.toContain(name)
      expect(await page('/', person)).not.toContain(name)
    }
    const longName = `${name}政务服务知识库`
    await publish({ name, longName, privacy: `# 隐私\n${name}不收集` })
    for (const path of ['/', '/privacy', '/about', '/contacts'])
      expect(await page(path)).toContain(name)
    expect(await page('/privacy')).toContain(`${name}不收集`)
    expect(await page('/updates.xml')).toContain(longName)
  })

  it('79.2 is drafted and submitted by the centre alone, and decided on by its approvers alone', async () => {
    const others: Account[] = [
      ...(['agent', 'staff', 'editor', 'approver', 'operator', 'auditor', 'evaluator'] as const),
    ]
    for (const account of others) {
      const person = await as(account)
      expect([account, await person.get(at('now'))]).toMatchObject([
        account,
        refusal(403, 'notAllowed'),
      ])
      expect(await save({ name: '别人' }, person)).toMatchObject(refusal(403, 'notAllowed'))
      for (const step of ['submit', 'recall', 'discard', 'open', 'approve', 'return'])
        expect([account, step, await take(person, step, { confirmed })]).toMatchObject([
          ...[account, step, refusal(403, 'notAllowed')],
        ])
    }
    for (const step of ['save', 'submit', 'approve', 'open'])
      expect(await take(anyone(), step)).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await save({ name: '领导' }, leader)).toMatchObject(refusal(403, 'notAllowed'))
    await save({ name: unique() })
    expect(await take(leader, 'submit')).toMatchObject(refusal(403, 'notAllowed'))
    await take(centre, 'submit')
    expect(await take(second, 'approve', { confirmed })).toMatchObject(refusal(403, 'notAllowed'))
    expect((await seen(leader)).steps).toEqual(['approve', 'return'])
    expect((await seen(second)).steps).toEqual(['recall'])
  })

  it('79.3 is approved in exactly the words that this person opened', async () => {
    await save({ heading: `甲${unique()}` })
    await take(centre, 'submit')
    expect(await take(leader, 'approve', { confirmed })).toMatchObject(refusal(400, 'notOpened'))
    await take(leader, 'open')
    expect(await take(other, 'approve', { confirmed })).toMatchObject(refusal(400, 'notOpened'))
    const { hash } = (await seen()).draft!
    await take(centre, 'recall')
    await save({ heading: `乙${unique()}` })
    await take(centre, 'submit')
    const earlier = { confirmed, hash }
    expect(await take(leader, 'approve', earlier)).toMatchObject(refusal(409, 'changedMeanwhile'))
    expect(await take(leader, 'approve', { confirmed })).toMatchObject(refusal(400, 'notOpened'))
  })

  it('79.4 is returned with a reason, told to who wrote it, and on record for good', async () => {
    await save({ note: `注${unique()}` })
    await take(centre, 'submit')
    expect(await take(leader, 'return')).toMatchObject(refusal(400, 'reasonMissing'))
    expect(await take(leader, 'return', { reason: '请核对名称' })).toMatchObject({ status: 200 })
    const { draft, records } = await seen()
    expect(draft?.state).toBe('returned')
    expect(records[0]).toMatchObject({ step: 'return', reason: '请核对名称', byName: '某人' })
    const auditor = await as('auditor')
    const lines = await auditor.get<Body>('/api/audit?where[action][equals]=site.return&limit=1')
    expect(lines.body.docs[0]).toMatchObject({ by: leader.id, revision: draft?.revision })
    const messages = await centre.get<{ docs: { event: string }[] }>('/api/messages')
    expect(messages.body.docs[0]).toMatchObject({ event: 'siteReturned' })
    const waits = await other.get<{ docs: { event: string }[] }>('/api/messages')
    expect(waits.body.docs[0]).toMatchObject({ event: 'siteWaits' })
  })

  it('79.5 is not written around: no door of the framework leads to its rows', async () => {
    await save({ name: unique() })
    const people = [centre, leader, await as('operator'), await as('auditor')]
    for (const person of people) {
      for (const collection of ['siteVersions', 'siteSteps']) {
        const path = `/api/${collection}`
        const { revision } = (await seen()).draft!
        const row = `${path}/site-${revision}`
        const tries = [
          person.get(path),
          person.get(row),
          person.post(path, { revision: 999, state: 'approved', content: { name: '硬塞' } }),
          person.patch(row, { state: 'approved' }),
          person.patch(`${path}?where[state][equals]=draft`, { state: 'approved' }),
          person.delete(row),
          person.post(`${row}/duplicate`, {}),
        ]
        const statuses = (await Promise.all(tries)).map(({ status }) => status)
        expect(statuses.every((status) => status === 403 || status === 404)).toBe(true)
      }
    }
    expect((await seen()).draft?.state).toBe('draft')
  })

  it('79.6 has an emblem that is public once it was approved, and not before', async () => {
    const color = `#${unique().slice(0, 6)}`
    const side = { width: 90, height: 90, channels: 4 as const, background: color }
    const emblem = (await sharp({ create: side }).png().toBuffer()).toString('base64')
    const bytes = async () =>
      Buffer.from(await (await anyone().fetch('/emblem.png')).arrayBuffer()).toString('base64')
    await save({ emblem })
    const drawn = (await seen()).draft!.content.emblem
    expect(await bytes()).not.toBe(drawn)
    await publish({ emblem })
    expect(await bytes()).toBe(drawn)
    expect(await page('/')).toMatch(/<link rel="icon" href="\/emblem\.png\?v=\w{16}"/)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')
    expect(await save({ emblem: svg })).toMatchObject(refusal(400, 'invalid'))
  })

  it('79.7 says nothing that a page takes for its own marks', async () => {
    const evil = '</script><script>alert(1)</script>'
    await publish({ heading: evil.slice(0, 24), hostedBy: evil, about: `# ${evil}\n${evil}` })
    for (const path of ['/', '/about']) {
      const html = await page(path)
      expect(html).not.toContain('<script>alert')
      expect(html).toContain('&lt;/script&gt;')
    }
    await publish({ heading: '', hostedBy: '', about: '' })
  })

  it('79.8 takes a colour in which white letters are legible, in each view', async () => {
    expect(await save({ color: '#ffe08a' })).toMatchObject({
      ...refusal(400, 'invalid'),
      body: { fields: ['color'], detail: expect.stringContaining('白字') },
    })
    await publish({ color: '#7a1f2b' })
    const html = await page('/')
    expect(html).toContain('--brand:#7a1f2b')
    expect(html).toContain('prefers-color-scheme:dark')
    expect(html).toContain('<meta name="theme-color" content="#7a1f2b"/>')
  })
})
