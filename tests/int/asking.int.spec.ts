import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { EntrySummary } from '@/reading/entrySummary'
import type { Entry as Read } from '@/reading/readEntry'
import type { SearchAnswer } from '@/reading/searchAnswer'
import type { SuggestAnswer } from '@/reading/suggest'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity, hotline, unique } from './city'
import { publish, take, text, type Entry } from './entries'
import { openKey } from './key'

let city: Awaited<ReturnType<typeof foundCity>>
let agent: Person
/** The same question for every reader, told apart by who may read it. */
let open: Entry, internal: Entry, own: Entry
const word = `君子兰${unique()}`

const api = (person: Person) => (person.token ? '/api' : '/api/public')
const asked = (words: string) => encodeURIComponent(words)

const search = async (person: Person, words: string, more = '') =>
  (await person.get<SearchAnswer>(`${api(person)}/search?q=${asked(words)}&facets=true${more}`))
    .body
const suggest = async (person: Person, words: string) =>
  (await person.get<SuggestAnswer>(`${api(person)}/suggest?q=${asked(words)}&limit=20`)).body
const related = async (person: Person, { number }: Entry) =>
  (await person.get<{ entries: EntrySummary[] }>(`${api(person)}/entries/${number}/related`)).body

const numbersIn = (rows: { number?: string }[]) => rows.map(({ number }) => number)

/** The index follows within moments. */
async function untilFound(entry: Entry): Promise<void> {
  for (let tries = 0; tries < 80; tries += 1) {
    if (numbersIn((await search(agent, entry.title)).hits).includes(entry.number)) return
    await pause(250)
  }
  throw new Error(`${entry.number} was not found.`)
}

beforeAll(async () => {
  city = await foundCity()
  agent = await as('agent')
  const title = (what: string) => ({ title: `${word}养护${what}?` })
  const toPublic = { openToUnits: true, openToPublic: true }
  open = await publish(city, city.bureau, { ...title('怎样浇水'), ...toPublic })
  internal = await publish(city, city.bureau, { ...title('怎样施肥'), openToUnits: true })
  own = await publish(city, city.bureau, title('怎样换盆'))
  for (const entry of [open, internal, own]) await untilFound(entry)
}, 120_000)

describe('what is asked of the index, within the audience', () => {
  const readers = (): [Person, Entry[]][] => [
    [agent, [open, internal, own]],
    [city.editor, [open, internal, own]],
    [city.stranger, [open, internal]],
    [anyone(), [open]],
  ]

  it('34.1 search, its total and its counts are of what this reader may read', async () => {
    for (const [person, entries] of readers()) {
      const { hits, total, facets } = await search(person, word)
      expect(new Set(numbersIn(hits))).toEqual(new Set(numbersIn(entries)))
      expect(total).toBe(entries.length)
      expect(facets?.library).toEqual([{ key: 'knowledge', count: entries.length }])
      expect(facets?.category).toMatchObject([{ key: 'services', count: entries.length }])
      const counted = facets?.unit.find(({ id }) => id === city.bureau.id)
      expect(counted).toEqual({ id: city.bureau.id, name: city.bureau.name, count: entries.length })
      expect(facets?.freshness[0]).toEqual({ days: 7, count: entries.length })
    }
  })

  it('34.2 so are suggestions, by characters and by sound, and related entries', async () => {
    for (const [person, entries] of readers()) {
      for (const typed of [word, '君子', 'junzilan', 'jzl']) {
        const titles = (await suggest(person, typed)).suggestions.map(({ text }) => text)
        for (const entry of [open, internal, own]) {
          expect([typed, titles.includes(entry.title)]).toEqual([typed, entries.includes(entry)])
        }
      }
      const others = entries.filter((entry) => entry !== open)
      expect(new Set(numbersIn((await related(person, open)).entries))).toEqual(
        new Set(numbersIn(others)),
      )
    }
    const hidden = await anyone().get(`/api/public/entries/${own.number}/related`)
    expect(hidden).toMatchObject(refusal(404, 'notFound'))
  })

  it('34.3 what a filter leaves is what was counted for it, and filters are as in lists', async () => {
    const { facets } = await search(agent, word)
    for (const [name, rows] of [
      ['unit', facets?.unit.map(({ id, count }) => [id, count])],
      ['category', facets?.category.map(({ key, count }) => [key, count])],
      ['library', facets?.library.map(({ key, count }) => [key, count])],
      ['freshness', facets?.freshness.map(({ days, count }) => [days, count])],
    ] as const) {
      for (const [value, count] of rows ?? []) {
        expect((await search(agent, word, `&${name}=${value}`)).total).toBe(count)
      }
    }
    expect((await search(agent, word, '&category=policies')).total).toBe(0)
  })
})

describe('a text that is withdrawn', () => {
  it('34.4 is gone at once from search, counts, suggestions and related entries', async () => {
    const sentence = '内容有误，请勿引用。'
    const entry = await publish(city, city.bureau, {
      ...{ title: `${word}养护怎样越冬?`, openToUnits: true, openToPublic: true },
      similarQuestions: [`冬天${word}怎么养`],
    })
    await untilFound(entry)
    expect((await search(agent, word)).total).toBe(4)
    await take(city.approver, entry, 'withdraw', { kind: 'inError', sentence })
    // At once: the index may not have followed.
    const [found, offered, asQuestion, beside, citizens] = await Promise.all([
      search(agent, word),
      suggest(agent, word),
      suggest(agent, `冬天${word}`),
      related(agent, open),
      search(anyone(), word),
    ])
    expect(numbersIn(found.hits)).not.toContain(entry.number)
    expect(found.total).toBe(3)
    expect(found.facets?.library).toEqual([{ key: 'knowledge', count: 3 }])
    expect(numbersIn(offered.suggestions)).not.toContain(entry.number)
    expect(asQuestion.suggestions).toEqual([])
    expect(numbersIn(beside.entries)).not.toContain(entry.number)
    expect(citizens).toMatchObject({ total: 1, facets: { library: [{ count: 1 }] } })
  }, 60_000)
})

describe('pages', () => {
  it('34.5 the cursor goes through everything found, once each, and answers no other question', async () => {
    const seen: string[] = []
    let cursor = ''
    let total = 0
    do {
      const page = await search(agent, '办理', cursor && `&cursor=${asked(cursor)}`)
      seen.push(...page.hits.map(({ id }) => id))
      total = page.total
      cursor = page.next ?? ''
    } while (cursor && seen.length < 200)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(Math.min(200, total))
    const first = await search(agent, '办理')
    const wrong = await agent.get(`/api/search?q=${asked(word)}&cursor=${asked(first.next ?? 'x')}`)
    expect(wrong).toMatchObject(refusal(400, 'badParameter'))
    expect(wrong.body.parameter).toBe('cursor')
  })

  it('34.6 the desk opens with what its address asks for', async () => {
    const { token } = await as('agent')
    const headers = { Cookie: `payload-token=${token}`, Authorization: '' }
    const path = `/desk?q=${asked(word)}&unit=${city.bureau.id}&category=services&freshness=7`
    const page = await (await agent.fetch(path, { headers })).text()
    for (const entry of [open, internal, own]) expect(page).toContain(`href="/e/${entry.number}"`)
    const narrowed = await agent.fetch(`${path.replace('services', 'policies')}`, { headers })
    expect(await narrowed.text()).not.toContain(`href="/e/${open.number}"`)
  })
})

describe('why a hit is where it is', () => {
  it('34.7 is told the centre alone', async () => {
    const path = `/api/search?q=${asked(word)}&explain=true`
    const { body } = await (await as('centre')).get<SearchAnswer>(path)
    expect(body.hits.length).toBeGreaterThan(0)
    const unit = (await hotline()).id
    const others = [agent, city.editor, city.approver, await openKey({ audience: 'agent', unit })]
    for (const person of others) {
      expect(await person.get<Body>(path)).toMatchObject(refusal(403, 'notAllowed'))
    }
    const asCitizen = await (await as('centre')).get<Body>(path.replace('/api/', '/api/public/'))
    expect(asCitizen).toMatchObject(refusal(403, 'notAllowed'))
  })
})

describe('an answer to be read aloud', () => {
  it('34.8 comes with the entry: question, answer, details, unit, no web address', async () => {
    const entry = await publish(city, city.bureau, {
      openToUnits: true,
      body: text('详见 https://example.gov.cn/a 或拨打05501234567'),
    })
    const { body } = await agent.get<Read>(`/api/entries/${entry.number}`)
    expect(body.spoken.split('\n')).toEqual([
      `问：${entry.title}`,
      '答：带身份证到窗口办理。',
      '详见 网站 或拨打0550 123 4567。',
      expect.stringContaining(city.bureau.name),
    ])
  })
})
