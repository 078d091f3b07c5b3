import { Agent, createServer, request, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { createFront, type Front } from '@/front'
import type { SearchEngine } from '@/search/types'
import { flushSearches } from '@/workflow/usage/searches'
import { flushUses } from '@/workflow/usage/uses'
import { flushViews } from '@/workflow/usage/views'
import { somebodyOf } from './somebody'

/** What was asked in a turn, how many a second were answered, and with what. */
export type Turn = { what: keyof typeof kinds; rate: number; share: number }

const [count, atOnce, turns] = [1_000, 16, 4]
const number = (n: number) => `ZS${String((n % 10_000) + 1).padStart(6, '0')}`
const hits = 20

type Sent = { method: 'GET' | 'POST'; path: string; body?: string; isNoted: boolean }

/** Each beside the one that does the same work and puts nothing on record. */
const kinds = {
  // A use told again, of which nothing is written: the session, the body, the entry looked for among what the person may
  // read, the answer.
  empty: (_: number, search: string) => used(0, { search }),
  use: (n: number) => used(n, {}),
  'use of a search': (n: number, search: string) => used(n, { search }),
  'entry, not noted': (n: number) => get(`/api/entries/${number(n)}`, false),
  reading: (n: number) => get(`/api/entries/${number(n)}`, true),
  'hits, not noted': (n: number) => search(n, false),
  search: (n: number) => search(n, true),
} satisfies Record<string, (n: number, search: string) => Sent>

/** What each is measured by. */
const besides: Record<Turn['what'], Turn['what']> = {
  ...{ empty: 'empty', use: 'empty', 'use of a search': 'empty' },
  ...{ 'entry, not noted': 'entry, not noted', reading: 'entry, not noted' },
  ...{ 'hits, not noted': 'hits, not noted', search: 'hits, not noted' },
}

const post = (path: string, body: object, isNoted = true): Sent => ({
  ...{ method: 'POST', path, body: JSON.stringify(body), isNoted },
})
const used = (n: number, body: object) => post(`/api/entries/${number(n)}/used`, body)
const get = (path: string, isNoted: boolean): Sent => ({ method: 'GET', path, isNoted })
const search = (n: number, isNoted: boolean) =>
  post('/api/search', { q: `怎样办理第${n}项？` }, isNoted)

/**
 * Over HTTP through the front, by somebody signed in, 16 at a time, client and server in this process: what is
 * acknowledged beside what is not, in turns, and so many times. What a turn leaves to be written is written before the next
 * begins. The engine answers at once: what it costs to search is no part of this.
 */
export async function acknowledged(payload: Payload): Promise<Turn[]> {
  const headers = await somebodyOf(payload, 'unit-0')
  const engine = await engineOf()
  const noted = createFront({ payload, engine })
  const none = { note: () => {}, view: () => {}, show: () => null }
  const fronts = { noted, none: createFront({ payload, engine, ...none }) }
  const ask = await serving((isNoted) => (isNoted ? fronts.noted : fronts.none))
  const seconds = new Map<string, number>()
  const whats = Object.keys(kinds) as Turn['what'][]
  // The first turn of all is slower than any later one.
  for (let turn = 0; turn <= turns; turn += 1)
    for (const what of whats) {
      const answers: string[] = []
      // As many as are used of: an answer shows twenty.
      while (answers.length * hits < count) {
        const { search } = JSON.parse(await ask.one(kinds.search(0), headers)) as Shown
        answers.push(search)
      }
      await written(payload)
      const made = (n: number) => kinds[what](turn * count + n, answers[Math.floor(n / hits)] ?? '')
      const took = await ask.many(made, headers)
      if (turn > 0) seconds.set(what, (seconds.get(what) ?? 0) + took)
      await written(payload)
    }
  ask.close()
  const rateOf = (what: string) => (count * turns) / (seconds.get(what) ?? NaN)
  return whats.map((what) => {
    const rate = rateOf(what)
    return { what, rate, share: rate / rateOf(besides[what]) }
  })
}

type Shown = { search: string }

/** All that was noted is on record. */
export async function written(payload: Payload): Promise<void> {
  await flushSearches(payload)
  await flushViews(payload)
  await flushUses(payload)
}

/** The same page of hits for every question. */
async function engineOf(): Promise<SearchEngine> {
  const page = {
    hits: Array.from({ length: hits }, (_, n) => ({
      ...{ id: `entry-${n}`, version: n, score: 1 },
      highlights: { title: [], text: [] },
    })),
    ...{ total: hits, next: null, facets: null, corrected: [], dropped: [] },
  }
  return { search: () => Promise.resolve(page) } as unknown as SearchEngine
}

async function serving(frontOf: (isNoted: boolean) => Front) {
  const listener: RequestListener = (req, res) => {
    const front = frontOf(req.headers['x-bench'] !== 'none')
    void front(req, res)
  }
  const server = createServer(listener)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const one = ({ method, path, body, isNoted }: Sent, headers: Record<string, string>) =>
    new Promise<string>((done, failed) => {
      const sent = {
        ...headers,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(isNoted ? {} : { 'x-bench': 'none' }),
      }
      request({ port, agent, method, path, headers: sent }, (res) => {
        const parts: Buffer[] = []
        res
          .on('data', (part: Buffer) => parts.push(part))
          .once('end', () => {
            if (res.statusCode === 200) return done(Buffer.concat(parts).toString())
            failed(new Error(`${path}: ${res.statusCode} ${Buffer.concat(parts).toString()}`))
          })
      })
        .once('error', failed)
        .end(body)
    })
  return {
    one,
    many: async (made: (n: number) => Sent, headers: Record<string, string>) => {
      let next = 0
      const begun = performance.now()
      const lane = async () => {
        while (next < count) await one(made(next++), headers)
      }
      await Promise.all(Array.from({ length: atOnce }, lane))
      return (performance.now() - begun) / 1_000
    },
    close: () => {
      agent.destroy()
      server.close()
    },
  }
}
