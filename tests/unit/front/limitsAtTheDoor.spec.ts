import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { createFront } from '@/front'
import type { SearchEngine } from '@/search/types'

let server: Server
let address: string
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(address + path, { headers: { connection: 'close', ...headers } })

beforeAll(async () => {
  const front = createFront({
    payload: { logger: { error: () => undefined } } as unknown as Payload,
    engine: {} as SearchEngine,
    limits: { publicSearches: 2, publicSuggestions: 2, publicReports: 2 },
  })
  server = createServer((req, res) => void front(req, res))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => new Promise((closed) => server.close(closed)))

describe('limits', () => {
  test('too many public searches are told when to come back', async () => {
    const path = '/api/public/search?page=0'
    const answers = [await get(path), await get(path), await get(path)]
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 429])
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('hold for saying whether an answer helped as for searches', async () => {
    const path = `${address}/api/public/entries/ZS000001/helpful`
    const headers = { 'x-forwarded-for': '198.51.100.7', 'content-type': 'application/json' }
    const say = () => fetch(path, { method: 'POST', headers, body: '{"helpful":1}' })
    const answers = [await say(), await say(), await say()]
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 429])
  })

  test('hold for telling of what is wrong or missing, together and by the hour', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.8', 'content-type': 'application/json' }
    const tell = (path: string) =>
      fetch(`${address}/api/public/${path}`, { method: 'POST', headers, body: '{"entry":1}' })
    const answers = [await tell('corrections'), await tell('gaps'), await tell('corrections')]
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 429])
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(60)
  })

  test('are each visitor’s own behind a proxy, one network of IPv6 being one visitor', async () => {
    const ask = async (from: string) =>
      (await get('/api/public/search?page=0', { 'x-forwarded-for': from })).status
    const lines = ['2001:db8:1:1::1', '2001:db8:1:1::2', '2001:db8:1:1::3', '2001:db8:1:2::1']
    const told = []
    for (const line of lines) told.push(await ask(line))
    expect(told).toEqual([400, 400, 429, 400])
  })
})
