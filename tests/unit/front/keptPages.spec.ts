import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import type { Payload } from 'payload'
import { clientOf } from '@/front/client'
import { createKeptPages } from '@/front/pages/keptPages'
import { notePage } from '@/front/pages/notePage'
import { pageAsked } from '@/front/pages/pageAsked'
import type { Pages } from '@/front/pages/renderPage'
import { once } from '@/once'

const asked = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  pageAsked({ method, headers } as unknown as IncomingMessage, new URL(address, 'http://here'))

describe('a page that may be kept for all', () => {
  it('is told by its address, the language and 长辈版 that was chosen, and nothing else of who asks', () => {
    const cookie = 'zhiku-view=elder; tracked=me; zhiku-language=en'
    const headers = { cookie, 'user-agent': 'Firefox', 'x-forwarded-for': '10.0.0.1' }
    expect(asked('/units/a-1?page=2&category=services', headers)).toEqual({
      ...{ address: '/units/a-1?category=services&page=2', language: 'en', view: 'elder' },
    })
    expect(asked('/')).toEqual({ address: '/', language: 'zh', view: null })
    const odd = 'zhiku-language=../../x; zhiku-view=<b>'
    expect(asked('/e/ZS000001', { cookie: odd })).toEqual({
      ...{ address: '/e/ZS000001', language: 'zh', view: null },
    })
  })

  it.each<[string, string, Record<string, string>?, string?]>([
    ['somebody may be signed in', '/', { cookie: 'a=b; payload-token=x' }],
    ['a program sends a key', '/', { authorization: 'systems API-Key x' }],
    ['something is sent', '/', {}, 'POST'],
    ['Next’s own router asks', '/', { rsc: '1' }],
    ['Next’s own router asks ahead', '/', { 'next-router-prefetch': '1' }],
    ['words are searched for', '/search?q=社保'],
    ['words are searched for in the directory', '/contacts?q=社保'],
    ['a parameter is no page’s', '/e/ZS000001?helpful=true'],
    ['a parameter is another page’s', '/notices?category=services'],
    ['a page is none', '/cases?page=0'],
    ['a page is written otherwise', '/cases?page=01'],
    ['a page is further than any list', '/cases?page=12345'],
    ['a category is made up', '/units/a-1?category=x'],
    ['a kind is made up', '/notices?kind=x'],
    ['a parameter is a word of the language', '/cases?constructor=1'],
    ['a parameter is there twice', '/cases?page=1&page=2'],
    ['a parameter is no plain word', '/cases?page=%3Cb%3E'],
    ['it is the desk', '/desk'],
    ['it is a preview', '/preview/abc'],
    ['it is below an answer', '/e/ZS000001/more'],
    ['it is the form of a report', '/report?entry=ZS000001'],
  ])('is none where %s', (...[, address, headers, method]) => {
    expect(asked(address, headers, method)).toBeNull()
  })
})

/** As server.mjs tells which answer is under way. */
function answering() {
  const answers = once('answers', () => new AsyncLocalStorage<ServerResponse>())
  return { answers, opened: { payload: empty, session: null, client: clientOf(() => undefined) } }
}

const script = '/islands.js'

/** A database in which nothing is, and nothing changes. */
const empty = {
  db: { readRows: () => Promise.resolve([]), countGroups: () => Promise.resolve([{ count: 0 }]) },
} as unknown as Payload

describe('pages that are kept', () => {
  afterEach(() => {
    jest.restoreAllMocks()
  })

  it('are 64 MB together: those asked for longest ago are made anew', async () => {
    // What is made just after a change is kept for two seconds, which go by while so much is compressed.
    const now = performance.now()
    jest.spyOn(performance, 'now').mockReturnValue(now)
    const made: string[] = []
    const pages: Pages = async (request, response) => {
      made.push(String(request.url))
      response.end(randomBytes(5 * 1024 * 1024))
    }
    const kept = createKeptPages(empty, { pages, script })
    const read = (n: number) => kept.pageNow({ address: `/e/${n}`, language: 'zh', view: null })
    for (let n = 0; n < 12; n += 1) await read(n)
    await read(0)
    // One more than there is room for.
    await read(12)
    made.length = 0
    await read(0)
    await read(12)
    await read(1)
    expect(made).toEqual(['/e/1'])
  })

  it('are made of a request that tells nothing of a person', async () => {
    let seen: IncomingMessage | null = null
    const pages: Pages = async (request, response) => {
      seen = request
      response.end('page')
    }
    const kept = createKeptPages(empty, { pages, script })
    await kept.pageNow({ address: '/cases', language: 'en', view: 'larger' })
    const { method, url, headers } = seen as unknown as IncomingMessage
    expect([method, url]).toEqual(['GET', '/cases'])
    expect(Object.keys(headers).sort()).toEqual([
      ...['cookie', 'host', 'user-agent', 'x-forwarded-host', 'x-forwarded-proto'],
    ])
    expect(headers['user-agent']).toBe('zhiku')
    expect(headers.cookie).toBe('zhiku-language=en; zhiku-view=larger')
  })

  it.each<[string, Pages]>([
    ['was left unanswered', () => Promise.resolve()],
    [
      'was given up',
      (_, response) => {
        response.write('half a page')
        response.destroy()
        return new Promise(() => {})
      },
    ],
  ])('are made anew for whoever asks next where one %s', async (_, fails) => {
    let count = 0
    const pages: Pages = async (request, response) => {
      count += 1
      if (count === 1) return fails(request, response)
      response.end('page')
    }
    const kept = createKeptPages(empty, { pages, script })
    const read = () => kept.pageNow({ address: '/cases', language: 'zh', view: null })
    await expect(read()).rejects.toThrow()
    expect((await read()).status).toBe(200)
  })

  it('are none that lack what could not be read', async () => {
    let count = 0
    const { answers, opened } = answering()
    const pages: Pages = (_, response) =>
      answers.run(response, async () => {
        count += 1
        if (count === 1) notePage(opened, { passing: true })
        response.end('page')
      })
    const kept = createKeptPages(empty, { pages, script })
    for (let time = 0; time < 3; time += 1)
      await kept.pageNow({ address: '/', language: 'zh', view: null })
    expect(count).toBe(2)
  })

  it('are none that set a cookie, are not found or failed, and who asks is told that it failed', async () => {
    let count = 0
    const pages: Pages = async (request, response) => {
      count += 1
      if (request.url === '/e/cookie') response.setHeader('set-cookie', 'a=b')
      if (request.url === '/e/gone') response.statusCode = 410
      if (request.url === '/e/failed') throw new Error('It failed.')
      response.end('page')
    }
    const kept = createKeptPages(empty, { pages, script })
    const read = (name: string) =>
      kept.pageNow({ address: `/e/${name}`, language: 'zh', view: null })
    for (const name of ['cookie', 'gone', 'cookie', 'gone']) await read(name)
    for (let time = 0; time < 2; time += 1) await expect(read('failed')).rejects.toThrow('failed')
    expect(count).toBe(6)
  })
})
