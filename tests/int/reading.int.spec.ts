import { beforeAll, describe, expect, test } from '@jest/globals'
import type { EntryPage } from '@/reading/listEntries'
import type { Entry } from '@/reading/readEntry'
import type { TreeUnit } from '@/reading/readTree'
import type { SearchAnswer } from '@/reading/searchAnswer'
import { anyone, as, type Person } from '../server/people'
import { describedAnswer } from './describedAnswer'

type List = { entries: { number: string; openToPublic: boolean; unit: { id: string } }[] }

const citizen = anyone()
let agent: Person
let closed: { number: string; title: string; unit: string }
let open: { number: string; title: string; unit: string }

async function everythingOf(person: Person, prefix: string) {
  const found: EntryPage['entries'] = []
  for (let page = 1; ; page++) {
    const { body } = await person.get<EntryPage>(`${prefix}/entries?page=${page}`)
    found.push(...body.entries)
    if (body.entries.length === 0) return found
  }
}

beforeAll(async () => {
  agent = await as('agent')
  const all = await everythingOf(agent, '/api')
  const pick = (isOpen: boolean) => {
    const entry = all.find(({ openToPublic, category }) => {
      return openToPublic === isOpen && category?.key !== 'details'
    })
    if (!entry) throw new Error('The demo city has no such entry.')
    return { number: entry.number, title: entry.title, unit: entry.unit.id }
  }
  closed = pick(false)
  open = pick(true)
})

const unitsOf = (units: TreeUnit[]): TreeUnit[] =>
  units.flatMap((unit) => [unit, ...unitsOf(unit.units)])

describe('a citizen', () => {
  test('lists only what is open to the public', async () => {
    const listed = await everythingOf(citizen, '/api/public')
    expect(listed.length).toBeGreaterThan(20)
    for (const { openToPublic } of listed) expect(openToPublic).toBe(true)
  })

  test('reads an open entry with its unit, validity and last approval', async () => {
    const { status, body } = await citizen.get<Entry>(`/api/public/entries/${open.number}`)
    expect(status).toBe(200)
    expect(body.title).toBe(open.title)
    expect(body.unit.name).not.toBe('')
    expect(Date.parse(body.approvedAt)).toBeLessThan(Date.now())
  })

  test('is told of a closed entry what is told of one that never was', async () => {
    const hidden = await citizen.get(`/api/public/entries/${closed.number}`)
    const absent = await citizen.get('/api/public/entries/ZS999999')
    expect(hidden.status).toBe(404)
    expect(hidden.body).toEqual(absent.body)
  })

  test('does not find a closed entry by its own title', async () => {
    const path = `/api/public/search?q=${encodeURIComponent(closed.title)}`
    const { body } = await citizen.get<SearchAnswer>(path)
    expect(body.hits.map(({ number }) => number)).not.toContain(closed.number)
  })

  test('sees in the tree as many entries as the lists show, unit by unit', async () => {
    const { body } = await citizen.get<{ units: TreeUnit[] }>('/api/public/tree')
    const listed = await everythingOf(citizen, '/api/public')
    expect(body.units.reduce((sum, unit) => sum + unit.count, 0)).toBe(listed.length)
    for (const unit of body.units.slice(0, 5)) {
      const list = await citizen.get<EntryPage>(`/api/public/entries?unit=${unit.id}`)
      expect(list.body.total).toBe(unit.count)
    }
  })

  test.each(['/api/entries', '/api/search?q=x', '/api/entries/ZS000001', '/api/tree'])(
    'has to sign in for %s',
    async (path) => {
      const { status, body } = await citizen.get(path)
      expect(status).toBe(401)
      expect(body.code).toBe('notSignedIn')
    },
  )
})

describe('an agent', () => {
  test('reads what is closed to citizens, in list, search and by number', async () => {
    expect((await agent.get(`/api/entries/${closed.number}`)).status).toBe(200)
    const path = `/api/search?q=${encodeURIComponent(closed.title)}`
    const { body } = await agent.get<SearchAnswer>(path)
    expect(body.hits[0]?.number).toBe(closed.number)
    expect(body.degraded).toBe(false)
  })

  test('asking the public address sees what citizens see', async () => {
    expect((await agent.get(`/api/public/entries/${closed.number}`)).status).toBe(404)
  })

  test('narrows by unit and category', async () => {
    const { body } = await agent.get<List>(`/api/entries?unit=${open.unit}&category=services`)
    for (const { unit } of body.entries) expect(unit.id).toBe(open.unit)
  })
})

describe('the people of a unit', () => {
  test('see in their own tree exactly what their own list holds', async () => {
    const editor = await as('editor')
    const { body } = await editor.get<{ units: TreeUnit[] }>('/api/tree')
    const listed = await everythingOf(editor, '/api')
    const sum = (counted: { count: number }[]) => counted.reduce((all, { count }) => all + count, 0)
    expect(sum(body.units)).toBe(listed.length)
    const shown = unitsOf(body.units).flatMap(({ categories }) => categories)
    expect(sum(shown)).toBe(listed.filter(({ library }) => library === 'knowledge').length)
  })

  test('the operator reads what citizens read', async () => {
    expect((await (await as('operator')).get(`/api/entries/${closed.number}`)).status).toBe(404)
  })
})

describe('every answer is as the description says', () => {
  test.each([
    ['/api/public/entries', () => '/api/public/entries'],
    ['/api/public/entries/{number}', () => `/api/public/entries/${open.number}`],
    ['/api/public/search', () => `/api/public/search?q=${encodeURIComponent(open.title)}`],
    ['/api/public/tree', () => '/api/public/tree'],
    ['/api/entries', () => '/api/entries'],
    ['/api/entries/{number}', () => `/api/entries/${closed.number}`],
    ['/api/search', () => `/api/search?q=${encodeURIComponent(closed.title)}`],
    ['/api/tree', () => '/api/tree'],
  ])('%s', async (path, address) => {
    const { status, body } = await agent.get(address())
    expect(status).toBe(200)
    expect(await describedAnswer({ path, status, body })).toEqual([])
  })

  test.each([
    ['/api/public/entries', '/api/public/entries?library=books', 400],
    ['/api/public/entries/{number}', '/api/public/entries/none', 404],
    ['/api/entries', '/api/entries', 401],
  ])('%s refused', async (path, address, expected) => {
    const { status, body } = await citizen.get(address)
    expect(status).toBe(expected)
    expect(await describedAnswer({ path, status, body })).toEqual([])
  })
})
