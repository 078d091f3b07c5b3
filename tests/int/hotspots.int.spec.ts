import { beforeAll, describe, expect, it } from '@jest/globals'
import { idOf } from '@/access/actor'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity } from './city'
import { publish, type Entry } from './entries'
import { written } from './tellAt'
import { openKey } from './key'

type Hotspot = {
  id: string
  number: string
  title: string
  unit: { id: string }
  openToPublic: boolean
  isPinned: boolean
  why: string
  figures: Record<string, number>
}
type Answer = { hotspots: Hotspot[]; search: string | null }

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person, agent: Person
let open: Entry, closed: Entry

const hotspotsFor = async (person: Person, query = '', path = '/api/hotspots') => {
  const { status, body } = await person.get<Answer>(`${path}${query}`)
  expect(status).toBe(200)
  return body
}
const numbersFor = async (...asked: Parameters<typeof hotspotsFor>) =>
  (await hotspotsFor(...asked)).hotspots.map(({ number }) => number)

/** What is hot by what callers were told need not be read most. */
const mostRead = ({ hotspots }: Pick<Answer, 'hotspots'>): string =>
  hotspots.toSorted((one, other) => readersOf(other) - readersOf(one))[0]?.title ?? 'none'
const readersOf = ({ figures }: Hotspot): number => figures.readers ?? 0

const place = (kind: string, { number }: Entry, more: object = {}) =>
  centre.post<Body>('/api/hotspotPlacements', { kind, entry: number, reason: '来电最多', ...more })

beforeAll(async () => {
  ;[city, centre, agent] = await Promise.all([foundCity(), as('centre'), as('agent')])
  open = await publish(city, city.bureau, { openToUnits: true, openToPublic: true })
  closed = await publish(city, city.bureau)
}, 60_000)

describe('热点', () => {
  it('30.1 say why each is one, to who is signed in, to a key and to everyone', async () => {
    const key = await openKey({ audience: 'agent', unit: city.elsewhere.id })
    for (const answer of [
      await hotspotsFor(agent),
      await hotspotsFor(key),
      await hotspotsFor(anyone(), '', '/api/public/hotspots'),
    ]) {
      expect(answer.hotspots.length).toBeGreaterThan(0)
      expect(answer.hotspots.length).toBeLessThanOrEqual(10)
      for (const { why } of answer.hotspots)
        expect(why).toMatch(/^(中心置顶|.*本周 \d+ (次使用|人次阅读)(，较上周 [+−]\d+ %)?)$/)
    }
    expect(await anyone().get('/api/hotspots')).toMatchObject(refusal(401, 'notSignedIn'))
  })

  it('30.2 show citizens nothing that is not open to them', async () => {
    const { hotspots } = await hotspotsFor(anyone(), '', '/api/public/hotspots')
    expect(hotspots.every(({ openToPublic }) => openToPublic)).toBe(true)
  })

  it('30.3 of a unit are its own and those below it', async () => {
    const { hotspots } = await hotspotsFor(agent)
    const unit = hotspots[0]?.unit.id ?? ''
    const own = await hotspotsFor(agent, `?unit=${unit}`)
    expect(own.hotspots.length).toBeGreaterThan(0)
    for (const one of own.hotspots) expect(one.unit.id).toBe(unit)
    expect(await numbersFor(agent, `?unit=${city.elsewhere.id}`)).toEqual([])
    expect(await agent.get('/api/hotspots?unit=a/b')).toMatchObject(refusal(400, 'badParameter'))
  })

  it('30.4 begin with what the centre pins, and are without what it hides, from the next time on', async () => {
    const unit = `?unit=${city.bureau.id}`
    const { body } = await place('pin', open)
    const second = await place('pin', closed, { order: 2 })
    expect(await numbersFor(agent, unit)).toEqual([open.number, closed.number])
    expect(await numbersFor(anyone(), unit, '/api/public/hotspots')).toEqual([open.number])
    expect((await hotspotsFor(agent, unit)).hotspots[0]).toMatchObject({
      ...{ isPinned: true, why: '中心置顶' },
    })
    expect(await place('hide', open)).toMatchObject(refusal(400, 'invalid'))
    const changed = await centre.patch(`/api/hotspotPlacements/${body.doc.id}`, { kind: 'hide' })
    expect(changed.status).toBe(200)
    expect(await numbersFor(agent, unit)).toEqual([closed.number])
    for (const { doc } of [body, second.body])
      expect((await centre.delete(`/api/hotspotPlacements/${doc.id}`)).status).toBe(200)
    expect(await numbersFor(agent, unit)).toEqual([])
  })

  it('30.5 are placed with a reason, by the centre alone, and on record', async () => {
    const none = { kind: 'pin', entry: open.number }
    expect((await centre.post('/api/hotspotPlacements', none)).status).toBe(400)
    expect((await place('pin', { ...open, number: 'ZS999999' })).status).toBe(400)
    for (const person of [agent, city.editor, city.approver, await as('operator')]) {
      const sent = { ...none, reason: '来电最多' }
      expect((await person.post('/api/hotspotPlacements', sent)).status).toBe(403)
      expect((await person.get('/api/hotspotPlacements')).status).toBe(403)
    }
    const { body } = await (
      await as('auditor')
    ).get<Body>('/api/audit?where[action][like]=hotspotPlacements&limit=20&depth=0')
    const actions = body.docs.map(({ action }) => action)
    expect(actions).toEqual(
      expect.arrayContaining(
        ['create', 'update', 'delete'].map((one) => `hotspotPlacements.${one}`),
      ),
    )
  })

  it('30.7 the first page tells editors what was read of their unit, the centre of all, others nothing', async () => {
    const home = async (name: 'editor' | 'approver' | 'centre' | 'operator' | 'auditor') => {
      const person = await as(name)
      const headers = { Cookie: `payload-token=${person.token}`, Authorization: '' }
      return (await person.fetch('/admin', { headers })).text()
    }
    const { hotspots } = await hotspotsFor(centre)
    const { body } = await (await as('editor')).get<{ user: { unit: unknown } }>('/api/users/me')
    const unit = idOf(body.user.unit) ?? ''
    const own = await hotspotsFor(agent, `?unit=${unit}`)
    const first = mostRead(own)
    const others = hotspots.find((one) => one.unit.id !== unit)?.title ?? 'none'
    for (const name of ['editor', 'approver'] as const) {
      const page = await home(name)
      expect(page).toContain(first)
      expect(page).not.toContain(others)
    }
    const all = await home('centre')
    for (const title of [mostRead({ hotspots }), '近两周走势']) expect(all).toContain(title)
    for (const name of ['operator', 'auditor'] as const)
      expect(await home(name)).not.toContain('近两周走势')
  })

  it('30.6 are on record as a list that was shown, to citizens too', async () => {
    const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }
    const answer = await anyone().fetch('/api/public/hotspots', { headers })
    const { search } = (await answer.json()) as Answer
    expect(search).not.toBeNull()
    await written()
    const { body } = await centre.get<{ searches: { id: string; list: string }[] }>(
      '/api/searches?kind=lists',
    )
    expect(body.searches.find(({ id }) => id === search)?.list).toBe('hotspots')
  })
})
