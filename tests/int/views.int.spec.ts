import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity } from './city'
import { publish, review, saved, take, write, type Entry } from './entries'
import { written } from './tellAt'

let city: Awaited<ReturnType<typeof foundCity>>
const open = { openToUnits: true, openToPublic: true }

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0'
const spider = 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)'

/** A citizen, or what pretends to be none. */
const opens = (path: string, headers: Record<string, string>) => anyone().fetch(path, { headers })

const countIn = async (person: Person, { id }: Entry): Promise<unknown> => {
  const { body } = await person.get<Body>(`/api/worklist?unit=${city.bureau.id}`)
  return body.docs.find((row) => row.id === id)?.views
}

describe('阅读次数', () => {
  let everybody: Entry, repeated: Entry, robots: Entry, crowd: Entry, revised: Entry
  let hidden: Entry

  beforeAll(async () => {
    city = await foundCity()
    const agent = await as('agent')
    everybody = await publish(city, city.bureau, open)
    for (const reader of [agent, city.stranger]) {
      expect((await reader.get(`/api/entries/${everybody.number}`)).status).toBe(200)
    }
    const page = `/e/${everybody.number}`
    expect((await opens(page, { 'user-agent': firefox })).status).toBe(200)
    const asData = `/api/public/entries/${everybody.number}`
    expect((await opens(asData, { 'user-agent': chrome })).status).toBe(200)

    repeated = await publish(city, city.bureau, open)
    for (let time = 0; time < 3; time += 1) {
      await agent.get(`/api/entries/${repeated.number}`)
      await opens(`/e/${repeated.number}`, { 'user-agent': firefox })
      // Written apart, as after a while.
      await written()
    }

    robots = await publish(city, city.bureau, open)
    const robotsPage = `/e/${robots.number}`
    const asRobots: Record<string, string>[] = [
      { 'user-agent': spider },
      { 'user-agent': '' },
      { 'user-agent': firefox, 'sec-purpose': 'prefetch;prerender' },
    ]
    for (const headers of asRobots) {
      expect((await opens(robotsPage, headers)).status).toBe(200)
    }

    crowd = await publish(city, city.bureau, open)
    const all = Array.from({ length: 40 }, (_, each) =>
      opens(`/api/public/entries/${crowd.number}`, { 'user-agent': `${firefox} ${each}` }),
    )
    for (const { status } of await Promise.all(all)) expect(status).toBe(200)

    revised = await publish(city, city.bureau, open)
    await agent.get(`/api/search?q=${encodeURIComponent(revised.title)}`)
    await agent.get(`/api/entries?unit=${city.bureau.id}`)
    await review(city.editor, revised)
    await take(city.editor, revised, 'revise')
    await saved(city.editor, revised, { summary: '新的答复。' })
    expect((await agent.get(`/api/entries/${revised.number}`)).status).toBe(200)
    hidden = await write(city.editor, city.bureau)
    expect((await agent.get(`/api/entries/${hidden.number}`)).status).toBe(404)

    await written()
  }, 300_000)

  it('29.1 counts who opened the live text: agents, colleagues and citizens, here and on the page', async () => {
    expect(await countIn(city.editor, everybody)).toBe(4)
  })

  it('29.2 counts repeats of the same reader within an hour once', async () => {
    expect(await countIn(city.editor, repeated)).toBe(2)
  })

  it('29.3 counts no robot, and no page that was fetched before anybody opened it', async () => {
    expect(await countIn(city.editor, robots)).toBe(0)
  })

  it('29.4 loses none of many at once', async () => {
    expect(await countIn(city.editor, crowd)).toBe(40)
  })

  it('29.5 counts no search, no list, no working copy and nothing that was refused; a revision goes on counting', async () => {
    expect(await countIn(city.editor, revised)).toBe(1)
    expect(await countIn(city.editor, hidden)).toBe(0)
  })

  it('29.6 puts what is read most first, where that is asked for: for programs and in the list', async () => {
    const { body } = await city.editor.get<Body>(`/api/worklist?unit=${city.bureau.id}&sort=views`)
    const counts = body.docs.map(({ views }) => Number(views))
    expect(counts).toEqual(counts.toSorted((one, other) => other - one))
    expect(body.docs[0]?.id).toBe(crowd.id)
    const list = await city.editor.fetch('/admin/collections/knowledge?sort=-views', {
      headers: { Cookie: `payload-token=${city.editor.token}`, Authorization: '' },
    })
    const shown = await list.text()
    const places = [crowd, everybody, repeated].map(({ number }) => shown.indexOf(number))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places).not.toContain(-1)
    const wrong = await city.editor.get<Body>('/api/worklist?sort=lock')
    expect(wrong).toMatchObject(refusal(400, 'invalid'))
  })
})
