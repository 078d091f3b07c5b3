import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { hotline } from './city'
import { describedAnswer } from './describedAnswer'
import { openKey } from './key'

let agent: Person
beforeAll(async () => {
  agent = await as('agent')
})

describe('a key of its own rate', () => {
  it('35.1 is told how much is left, and refused for the rest of the minute; others go on', async () => {
    const { id: unit } = await hotline()
    const machine = await openKey({ audience: 'agent', unit, rate: 3 })
    const answers = []
    for (let time = 0; time < 5; time += 1) answers.push(await machine.get<Body>('/api/suggest'))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429])
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"key";q=3;w=60')
    expect(answers[0]?.headers.get('ratelimit')).toMatch(/^"key";r=2;t=\d+$/)
    expect(answers[3]).toMatchObject(refusal(429, 'tooManyRequests'))
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await machine.post<Body>('/api/cases', {})).status).toBe(429)
    const other = await openKey({ audience: 'agent', unit })
    expect((await other.get('/api/suggest')).status).toBe(200)
    expect((await agent.get('/api/suggest')).headers.get('ratelimit')).toBeNull()
  })
})

describe('every answer is as the description says', () => {
  it.each([
    ['/api/search', '/api/search?q=%E5%8A%9E%E7%90%86&facets=true'],
    ['/api/suggest', '/api/suggest?q=ban'],
    ['/api/suggest', '/api/suggest?q='],
    ['/api/public/search', '/api/public/search?q=gongjijin&facets=true&freshness=365'],
    ['/api/public/suggest', '/api/public/suggest?q=%E5%8A%9E%E7%90%86&library=knowledge'],
    ['/api/search', '/api/search?freshness=8'],
    ['/api/search', '/api/search?explain=true'],
    ['/api/search', '/api/search?cursor=made-up'],
    ['/api/suggest', '/api/suggest?limit=21'],
    ['/api/entries/{number}/related', '/api/entries/none/related'],
  ])('35.2 %s at %s', async (path, address) => {
    const { status, body } = await agent.get(address)
    expect(await describedAnswer({ path, status, body })).toEqual([])
  })

  it('35.3 related entries of an entry', async () => {
    const { body: list } = await agent.get<{ entries: { number: string }[] }>('/api/entries')
    const number = list.entries[0]?.number ?? ''
    const { status, body } = await agent.get(`/api/entries/${number}/related`)
    expect(status).toBe(200)
    const path = '/api/entries/{number}/related'
    expect(await describedAnswer({ path, status, body })).toEqual([])
  })
})

describe('whatever is sent', () => {
  const odd = () => [
    ...[
      '',
      '"',
      "'",
      '%',
      '*',
      '(',
      '"未闭合',
      '-不要',
      'NEAR(',
      'a:b',
      '\u0000',
      '﷽',
      '👨‍👩‍👧',
      'ａｂ',
    ],
    ...['x'.repeat(3_000), '公积金 '.repeat(500), '1e9', '-1', '0', 'null', '[]', '{}', '\ud800'],
    randomBytes(40).toString('latin1'),
    randomBytes(40).toString('base64url'),
  ]
  const names = ['q', 'library', 'unit', 'category', 'freshness', 'page', 'cursor', 'limit']
  const paths = ['/api/search', '/api/suggest', '/api/entries/ZS000001/related', '/api/entries']

  it('35.4 is answered or refused, and breaks nothing', async () => {
    for (const path of paths) {
      const asked = odd().flatMap((value) => {
        const one = names[value.length % names.length] ?? 'q'
        const bytes = [...Buffer.from(value, 'latin1')]
        const raw = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
        return [
          new URLSearchParams({ q: value, facets: 'true' }).toString(),
          new URLSearchParams({ q: '办理', [one]: value }).toString(),
          `q=${raw}&${one}=${raw}`,
        ]
      })
      for (const query of asked) {
        const { status } = await agent.get(`${path}?${query}`)
        expect([200, 304, 400, 404, 431, `${path}?${query}: ${status}`]).toContain(status)
      }
    }
    expect((await agent.get('/api/entries/%E4%BD/related')).status).toBe(404)
  })
})

describe('the desk in a frame', () => {
  const framedBy = async (path: string) => {
    const { headers } = await anyone().fetch(path)
    return {
      policy: /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1],
      frame: headers.get('x-frame-options'),
    }
  }

  it('35.5 is for this site alone until the centre lists an origin, and then the desk only', async () => {
    const centre = await as('centre')
    const origin = 'https://cti.example.cn'
    const nobody = { policy: "'self'", frame: 'SAMEORIGIN' }
    expect(await framedBy('/desk?q=x')).toEqual(nobody)
    const list = async (embedOrigins: object[]) => {
      const { status } = await centre.post<Body>('/api/globals/settings', { embedOrigins })
      expect(status).toBe(200)
      await pause(5_500)
    }
    await list([{ origin }])
    for (const path of ['/desk?q=x', '/desk/tasks', '/login', '/locked', '/password'])
      expect(await framedBy(path)).toEqual({ policy: `'self' ${origin}`, frame: null })
    for (const path of ['/', '/admin', '/e/ZS000001']) expect(await framedBy(path)).toEqual(nobody)
    await list([])
    expect(await framedBy('/desk?q=x')).toEqual(nobody)
  }, 30_000)
})
