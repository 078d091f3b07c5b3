import { beforeAll, describe, expect, it } from '@jest/globals'
import { isDistrict } from '@/access/districts'
import type { TreeUnit } from '@/reading/readTree'
import { anyone, as, type Person } from '../server/people'
import { refusal } from './answers'
import { found, foundCity, hire } from './city'
import { publish, take, type Entry } from './entries'
import { eventually, rareWord, whenFound, type Found } from './searching'

type Hotspot = { number: string; unit: { id: string }; openToPublic: boolean; why: string }
type Hotspots = { hotspots: Hotspot[]; search: string | null }

let agent: Person
let units: TreeUnit[]
beforeAll(async () => {
  agent = await as('agent')
  units = (await agent.get<{ units: TreeUnit[] }>('/api/tree')).body.units
})

async function hot(query: Record<string, string>, person = agent, path = '/api/hotspots') {
  const { status, body } = await person.get<Hotspots>(`${path}?${new URLSearchParams(query)}`)
  expect(status).toBe(200)
  return body
}

/** A unit and those below it. */
const idsIn = (unit: TreeUnit): string[] => [unit.id, ...unit.units.flatMap(idsIn)]
const county = () => units.find(({ kind, name }) => kind === 'region' && name === '石渡县')!

describe('热点 of a district', () => {
  it('41.20 are what is read and used for its matters, whichever unit answers for it, and say why', async () => {
    const districts = units.filter((unit) => isDistrict(unit))
    const all = await Promise.all(
      districts.map(async (district) => ({ district, ...(await hot({ district: district.id })) })),
    )
    expect(all.filter(({ hotspots }) => hotspots.length > 0).length).toBeGreaterThan(1)
    for (const { why } of all.flatMap(({ hotspots }) => hotspots))
      expect(why).toMatch(/本周 \d+ (次使用|人次阅读)/)
    const ofOthers = all.flatMap(({ district, hotspots }) =>
      hotspots.filter(({ unit }) => !idsIn(district).includes(unit.id)),
    )
    expect(ofOthers.length).toBeGreaterThan(0)
    // Which county's own answers its own callers met this week, the day decides on which the city was made.
    const both = await Promise.all(
      districts.map(async (district) => {
        const own = idsIn(district)
        const filed = await hot({ unit: district.id })
        const { hotspots } = await hot({ unit: district.id, district: district.id })
        for (const { unit } of [...filed.hotspots, ...hotspots]) expect(own).toContain(unit.id)
        return hotspots.length
      }),
    )
    expect(Math.max(...both)).toBeGreaterThan(0)
  })

  it('41.21 show citizens nothing that is not open to them', async () => {
    const shown = await hot({ district: county().id }, anyone(), '/api/public/hotspots')
    expect(shown.hotspots.length).toBeGreaterThan(0)
    expect(shown.hotspots.every(({ openToPublic }) => openToPublic)).toBe(true)
    const page = await (await anyone().fetch(`/units/${county().id}`)).text()
    expect(page).toContain('石渡县的热点')
    for (const { number } of shown.hotspots) expect(page).toContain(`/e/${number}`)
  })

  it('41.22 are of counties, zones and parks alone', async () => {
    const bureau = units.find(({ form }) => form === 'municipal')!
    expect((await hot({ district: bureau.id })).hotspots).toEqual([])
    expect(await agent.get('/api/hotspots?district=a/b')).toMatchObject(
      refusal(400, 'badParameter'),
    )
    const path = `/api/hotspots?district=${county().id}`
    expect(await anyone().get(path)).toMatchObject(refusal(401, 'notSignedIn'))
  })

  it('41.23 are on record as a list that was shown, with whose they were', async () => {
    const { search } = await hot({ district: county().id })
    type Record = { searches: { id: string; list: string; filters: object | null }[] }
    const centre = await as('centre')
    const kept = await eventually(
      async () =>
        (await centre.get<Record>('/api/searches?kind=lists')).body.searches.find(
          ({ id }) => id === search,
        ),
      (row) => row !== undefined,
    )
    expect(kept).toMatchObject({ list: 'hotspots', filters: { district: county().id } })
  })
})

describe('热点信息 of a county, searched', () => {
  it('41.24 finds what its townships marked for it, to each reader what they may see', async () => {
    const city = await foundCity()
    const town = await found('township', '桥头镇', city.county)
    const people = { editor: await hire(town, 'editor'), approver: await hire(town, 'approver') }
    const word = rareWord()
    const marked = (more: object) => ({
      ...{ category: town.categories.details, title: `${word}怎么办理？`, forCounty: true },
      ...more,
    })
    const open = await publish(
      people,
      town,
      marked({ openToUnits: true, openToPublic: true, title: `${word}在哪里办理？` }),
    )
    const closed = await publish(people, town, marked({}))
    const other = { openToUnits: true, openToPublic: true, forCounty: false }
    const plain = await publish(people, town, marked({ ...other, title: `${word}要钱吗？` }))
    await whenFound(agent, open, closed, plain)
    const ask = async (person: Person, asked: Record<string, string>) => {
      const path = person === agent ? '/api/search' : '/api/public/search'
      const query = new URLSearchParams({ q: word, facets: 'true', ...asked })
      type Answer = Found & { facets: { category: { key: string; count: number }[] } | null }
      const { body } = await person.get<Answer>(`${path}?${query}`)
      const counted = body.facets?.category.find(({ key }) => key === 'hotspots')?.count
      return { numbers: body.hits.map(({ number }) => number).sort(), total: body.total, counted }
    }
    const numbers = (...entries: Entry[]) => entries.map(({ number }) => number).sort()
    const inCounty = { unit: city.county.id, category: 'hotspots' }
    expect(await ask(agent, inCounty)).toEqual({
      ...{ numbers: numbers(open, closed), total: 2, counted: 2 },
    })
    expect(await ask(agent, { unit: city.county.id })).toEqual({
      ...{ numbers: numbers(open, closed, plain), total: 3, counted: 2 },
    })
    expect(await ask(anyone(), inCounty)).toEqual({ numbers: numbers(open), total: 1, counted: 1 })
    for (const unit of [city.elsewhere.id, town.id]) {
      expect((await ask(agent, { unit, category: 'hotspots' })).numbers).toEqual([])
    }
    expect((await ask(agent, { category: 'hotspots' })).numbers).toEqual([])
    const typed = new URLSearchParams({ q: word, ...inCounty })
    type Suggested = { suggestions: { number?: string }[] }
    const { body } = await anyone().get<Suggested>(`/api/public/suggest?${typed}`)
    expect(body.suggestions.map(({ number }) => number)).toEqual([open.number])
    const withdrawal = { kind: 'expired', sentence: '已停办。' }
    await take(people.approver, open, 'withdraw', withdrawal)
    expect(await ask(anyone(), inCounty)).toMatchObject({ numbers: [], total: 0 })
  })
})

describe('a search for a caller of a district', () => {
  it('41.25 answers from there first, then from the city, then from other districts, and leaves nothing out', async () => {
    const city = await foundCity()
    const far = await found('department', '县税务局', await found('region', '外县'))
    const word = rareWord()
    const filed = await Promise.all(
      [far, city.elsewhere, city.bureau].map(async (unit) => {
        const people = {
          editor: await hire(unit, 'editor'),
          approver: await hire(unit, 'approver'),
        }
        const title = `${word}怎么办理？`
        return publish(people, unit, { title, openToUnits: true, openToPublic: true })
      }),
    )
    await whenFound(agent, ...filed)
    const numbers = filed.map(({ number }) => number)
    const [other, ofCity, own] = numbers
    const ask = async (district: string, person = agent, path = '/api/search') => {
      const asked = new URLSearchParams({ q: `${word}怎么办理`, district })
      const { body } = await person.get<Found>(`${path}?${asked}`)
      // What only sounds like it stands behind.
      return body.hits.slice(0, 3).map(({ number }) => number)
    }
    expect(await ask(city.county.id)).toEqual([own, ofCity, other])
    const asCitizen = await ask(city.county.id, anyone(), '/api/public/search')
    expect(asCitizen).toEqual([own, ofCity, other])
    // What is no district prefers none.
    expect((await ask(city.bureau.id)).sort()).toEqual([...numbers].sort())
    expect(await agent.get('/api/search?q=x&district=a/b')).toMatchObject(
      refusal(400, 'badParameter'),
    )
  })
})
