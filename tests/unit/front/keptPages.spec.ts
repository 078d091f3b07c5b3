import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { createKeptPages } from '@/front/pages/keptPages'
import { pageAsked } from '@/front/pages/pageAsked'
import type { Pages } from '@/front/pages/renderPage'

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

/** A database in which nothing is, and nothing changes. */
const empty = {
  db: { readRows: () => Promise.resolve([]), countGroups: () => Promise.resolve([{ count: 0 }]) },
} as unknown as Payload

describe('pages that are kept', () => {
  it('are 64 MB together: those asked for longest ago are made anew', async () => {
    const made: string[] = []
    const pages: Pages = async (request, response) => {
      made.push(String(request.url))
      response.end(randomBytes(5 * 1024 * 1024))
    }
    const kept = createKeptPages(empty, pages)
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
    const kept = createKeptPages(empty, pages)
    await kept.pageNow({ address: '/cases', language: 'en', view: 'larger' })
    const { method, url, headers } = seen as unknown as IncomingMessage
    expect([method, url]).toEqual(['GET', '/cases'])
    expect(Object.keys(headers).sort()).toEqual([
      ...['cookie', 'host', 'x-forwarded-host', 'x-forwarded-proto'],
    ])
    expect(headers.cookie).toBe('zhiku-language=en; zhiku-view=larger')
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
    const kept = createKeptPages(empty, pages)
    const read = (name: string) =>
      kept.pageNow({ address: `/e/${name}`, language: 'zh', view: null })
    for (const name of ['cookie', 'gone', 'cookie', 'gone']) await read(name)
    for (let time = 0; time < 2; time += 1) await expect(read('failed')).rejects.toThrow('failed')
    expect(count).toBe(6)
  })
})
