import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Account, type Person } from '../server/people'
import type { Body } from './answers'
import { foundCity } from './city'
import { copyOf, publish, type Entry } from './entries'

/** Every collection there is, Payload's own too, from the generated types. */
const [, listed = ''] =
  /interface Config \{[^]*?\n {2}collections: \{([^]*?)\n {2}\}/.exec(
    readFileSync('src/payload-types.ts', 'utf8'),
  ) ?? []
const collections = [...listed.matchAll(/^ {4}'?([\w-]+)'?:/gm)].map(([, slug]) => String(slug))

const records = [
  ...['register', 'publications', 'decisions', 'counters', 'queries', 'uses'],
  ...['dayCounts', 'districtCounts', 'districtHeats', 'districtShows', 'facts'],
]
/** What the centre keeps is nobody else's. */
const ofTheCentre = ['terms', 'placements', 'judgements', 'fixedPhrases']
/** An address of their own answers each person what is theirs; Payload's answer nobody. */
const ownRows = ['messages', 'delegations', 'views', 'searches', 'tasks', 'imports']
/** What a person without a right to a collection may still read of it. */
const ownOnly = ['users', 'payload-preferences']

let city: Awaited<ReturnType<typeof foundCity>>
let entry: Entry
beforeAll(async () => {
  city = await foundCity()
  entry = await publish(city, city.bureau)
})

/** Payload answers 5xx where a collection has no such address at all; what matters is that nothing is told. */
const isRefused = (status: number) => status >= 400
const readings = (slug: string, id = 'any') => [
  `/api/${slug}`,
  `/api/${slug}?where[id][exists]=true&depth=2&limit=0`,
  `/api/${slug}/${id}`,
  `/api/${slug}/count`,
  `/api/${slug}/versions`,
  `/api/${slug}/versions/${id}`,
  `/api/${slug}/versions/count`,
]
async function refusedReadings(person: Person, slug: string, id?: string) {
  const paths = readings(slug, id).slice(ownRows.includes(slug) ? 2 : 0)
  const answers = await Promise.all(paths.map((path) => person.get(path)))
  return answers.map(({ status }) => status).filter((status) => !isRefused(status))
}

describe('every collection', () => {
  it('11.20 is known to this test', () => {
    expect(collections).toEqual(
      expect.arrayContaining(['knowledge', 'users', ...records, ...ofTheCentre]),
    )
    expect(collections).toEqual(expect.arrayContaining(ownOnly))
  })

  it.each(collections.filter((slug) => slug !== 'payload-preferences'))(
    '11.21 %s answers nothing to whoever is not signed in',
    async (slug) => {
      expect(await refusedReadings(anyone(), slug, entry.id)).toEqual([])
    },
  )

  it.each(collections.filter((slug) => ![...ownOnly, 'nodes'].includes(slug)))(
    '11.22 %s answers nothing to agents and staff',
    async (slug) => {
      expect(await refusedReadings(await as('agent'), slug, entry.id)).toEqual([])
      expect(await refusedReadings(await as('staff'), slug, entry.id)).toEqual([])
    },
  )

  it.each(collections.filter((slug) => slug !== 'payload-preferences'))(
    '11.23 %s takes nothing from agents, staff and the public',
    async (slug) => {
      for (const person of [anyone(), await as('agent'), await as('staff')]) {
        const answers = [
          await person.post(`/api/${slug}`, { name: '甲', value: {}, key: 'k' }),
          await person.patch(`/api/${slug}/${entry.id}`, { name: '甲' }),
          await person.patch(`/api/${slug}?where[id][exists]=true`, { name: '甲' }),
          await person.delete(`/api/${slug}/${entry.id}`),
          await person.delete(`/api/${slug}?where[id][exists]=true`),
        ]
        const taken = answers.filter(({ status }) => status < 400).map(({ body }) => body)
        expect(taken.filter((body) => !isEmptyAnswer(body))).toEqual([])
      }
    },
  )

  it.each([...records, ...ownRows])(
    '11.24 %s answers nobody, and nobody writes it',
    async (slug) => {
      const accounts: Account[] = ['editor', 'approver', 'centre', 'operator', 'auditor']
      for (const person of await Promise.all(accounts.map((account) => as(account)))) {
        expect(await refusedReadings(person, slug, entry.id)).toEqual([])
        const writings = [
          await person.post(`/api/${slug}`, { id: 'x', entry: entry.id }),
          await person.patch(`/api/${slug}/${entry.id}`, { state: 'approved', value: 0 }),
          await person.patch(`/api/${slug}?where[id][exists]=true`, { state: 'approved' }),
          await person.delete(`/api/${slug}/${entry.id}`),
          await person.delete(`/api/${slug}?where[id][exists]=true`),
          await person.post(`/api/${slug}/${entry.id}/duplicate`, {}),
          await person.post(`/api/${slug}/versions/${entry.id}`, {}),
        ]
        expect(writings.map(({ status }) => status).filter((status) => !isRefused(status))).toEqual(
          [],
        )
      }
    },
  )

  it.each(ofTheCentre)('11.29 %s answers the centre alone', async (slug) => {
    const accounts: Account[] = ['editor', 'approver', 'operator', 'auditor']
    for (const person of await Promise.all(accounts.map((account) => as(account)))) {
      expect(await refusedReadings(person, slug, entry.id)).toEqual([])
    }
    expect((await (await as('centre')).get(`/api/${slug}`)).status).toBe(200)
  })

  it('11.25 what somebody may do is told to themselves only, and to the public as nothing', async () => {
    const { body } = await anyone().get<{ collections?: Record<string, object> }>('/api/access')
    const allowed = Object.entries(body.collections ?? {}).filter(
      ([slug]) => !ownOnly.includes(slug),
    )
    expect(allowed).toEqual([])
  })
})

describe('what Payload keeps of people', () => {
  it('11.26 preferences are one’s own: neither read nor changed by others', async () => {
    await city.editor.post('/api/payload-preferences/secret', { value: { text: '私人设置' } })
    for (const account of ['agent', 'centre', 'operator'] as const) {
      const person = await as(account)
      const list = await person.get('/api/payload-preferences?limit=0')
      expect(JSON.stringify(list.body)).not.toContain('私人设置')
      const one = await person.get('/api/payload-preferences/secret')
      expect(JSON.stringify(one.body)).not.toContain('私人设置')
    }
    const mine = await city.editor.get('/api/payload-preferences/secret')
    expect(JSON.stringify(mine.body)).toContain('私人设置')
  })

  it('11.27 nobody holds up another’s work by a lock', async () => {
    const lock = {
      document: { relationTo: 'knowledge', value: entry.id },
      user: { relationTo: 'users', value: city.stranger.id },
    }
    expect(
      isRefused((await city.stranger.post('/api/payload-locked-documents', lock)).status),
    ).toBe(true)
    expect((await copyOf(city.editor, entry)).status).toBe(200)
  })

  it.each(['/api/payload-jobs/run', '/api/payload-jobs/handle-schedules'])(
    '11.28 nobody runs jobs from outside: %s',
    async (path) => {
      const people = [anyone(), await as('agent'), city.editor, await as('operator')]
      const answers = await Promise.all(people.map((person) => person.get(path)))
      expect(answers.filter(({ status }) => status < 400)).toEqual([])
    },
  )
})

function isEmptyAnswer(body: unknown): boolean {
  const { docs, doc } = body as Partial<Body>
  return (docs?.length ?? 0) === 0 && (doc === undefined || doc === null)
}
