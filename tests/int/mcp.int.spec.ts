import { beforeAll, describe, expect, it } from '@jest/globals'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { anyone, as, baseUrl, type Person } from '../server/people'
import type { Body } from './answers'
import { everything } from './changes'
import { foundCity, hotline } from './city'
import { publish } from './entries'
import { openKey } from './key'

type Told = Record<string, unknown> & { number: string }
type Answer = { isError?: boolean; structuredContent?: Record<string, unknown>; text: string }

const address = new URL(`${baseUrl}/mcp`)
const keyOf = ({ token }: Person) => token.slice('key:'.length)

async function connect(authorization: string, more: Record<string, string> = {}) {
  const client = new Client({ name: 'test', version: '1' })
  const requestInit = { headers: { authorization, ...more } }
  await client.connect(new StreamableHTTPClientTransport(address, { requestInit }))
  return {
    client,
    async call(name: string, given: Record<string, unknown>): Promise<Answer> {
      const answer = await client.callTool({ name, arguments: given })
      const [first] = answer.content as { text: string }[]
      return { ...answer, text: first?.text ?? '' }
    },
  }
}

let readers: { name: string; person: Person; ask: Awaited<ReturnType<typeof connect>> }[]
let numbers: string[]
let closed = ''

beforeAll(async () => {
  const { id: unit } = await hotline()
  const city = await foundCity()
  closed = (await publish(city, city.bureau)).number
  const rate = 60_000
  const people: [string, Person][] = [
    ['the key of a public system', await openKey({ audience: 'public', unit, rate })],
    ['the key of the call centre', await openKey({ audience: 'agent', unit, rate })],
    ['an editor of another unit', city.stranger],
    ['the editor of the unit', city.editor],
  ]
  for (const role of ['agent', 'staff', 'approver', 'centre', 'operator', 'auditor'] as const)
    people.push([role, await as(role)])
  readers = []
  for (const [name, person] of people) {
    const isKey = person.token.startsWith('key:')
    const authorization = isKey ? `systems API-Key ${keyOf(person)}` : `JWT ${person.token}`
    readers.push({ name, person, ask: await connect(authorization) })
  }
  numbers = [...(await everything(await as('centre'))).keys(), closed]
}, 300_000)

/** By either way the same; others are at work, so a difference is looked at twice. */
async function expectSame(name: string, pair: () => Promise<[unknown, unknown]>) {
  const [one, other] = await pair()
  if (JSON.stringify(one) === JSON.stringify(other)) return
  const [again, beside] = await pair()
  expect([name, beside]).toEqual([name, again])
}

const names = [
  ...(['id', 'number', 'library', 'kind', 'title', 'summary', 'unit', 'category'] as const),
  ...(['openToUnits', 'openToPublic'] as const),
]
type Members = Record<string, unknown>

/** What REST tells of an entry, and what MCP tells of it under other names. */
const ofRest = (entry: Members) => [
  ...names.map((name) => entry[name]),
  ...[entry.approvedAt, entry.validUntil],
]
const ofTool = (entry: Members) => [
  ...names.map((name) => entry[name]),
  ...[(entry.approval as Members).at, (entry.validity as Members).until],
]

describe('assistants by MCP', () => {
  it('71.11 read each entry of the city exactly as by REST, whoever asks', async () => {
    for (const { name, person, ask } of readers) {
      for (const number of numbers) {
        await expectSame(`${name} ${number}`, async () => {
          const { status, body } = await person.get(`/api/entries/${number}`)
          const told = await ask.call('read', { number })
          if (status !== 200) return [status, statusOf(told)]
          const entry = told.structuredContent ?? {}
          const { revision, spoken, reliability } = body
          return [
            [...ofRest(body), revision, spoken, reliability],
            [...ofTool(entry), entry.revision, entry.spoken, entry.confidence],
          ]
        })
      }
    }
  }, 600_000)

  it('71.12 find by each query what REST finds, in its order, and what stands beside it', async () => {
    const queries = ['公积金怎么提取', '身份证', '社保卡补办', '停水', '低保', '孩子上学', '']
    for (const { name, person, ask } of readers) {
      for (const q of queries) {
        await expectSame(`${name} ${q}`, async () => {
          const words = encodeURIComponent(q)
          const { body } = await person.get<{ hits: Members[]; total: number }>(
            `/api/search?q=${words}`,
          )
          const { structuredContent: told } = await ask.call('search', { q })
          const rest = [body.total, body.hits.map(ofRest)]
          return [rest, [told?.total, (told?.entries as Told[]).map(ofTool)]]
        })
      }
      const seen = [...(await everything(person)).keys()]
      for (const number of [...seen.slice(0, 10), closed]) {
        await expectSame(`${name} beside ${number}`, async () => {
          const { status, body } = await person.get<{ entries: Members[] }>(
            `/api/entries/${number}/related`,
          )
          const told = await ask.call('related', { number })
          if (status !== 200) return [status, statusOf(told)]
          const entries = told.structuredContent?.entries as Told[]
          return [body.entries.map(ofRest), entries.map(ofTool)]
        })
      }
    }
  }, 600_000)

  it('71.13 are told number, revision, approval, validity and confidence of all they find', async () => {
    const { ask } = readers.find(({ name }) => name === 'agent')!
    const { structuredContent } = await ask.call('search', { q: '公积金怎么提取' })
    const [first] = structuredContent?.entries as Told[]
    expect(first).toMatchObject({
      ...{ number: expect.stringMatching(/^ZS\d{6}$/), revision: expect.any(Number) },
      approval: { at: expect.any(String), by: expect.any(String) },
      validity: { from: null },
      confidence: { level: expect.any(String) },
    })
  })

  it('71.14 send a key as a bearer’s where they know no other form, and nothing without one', async () => {
    const [system] = readers
    const { client } = await connect(`Bearer ${keyOf(system!.person)}`)
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['search', 'read', 'related'])
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true)
    for (const wrong of ['Bearer wrong', 'systems API-Key wrong', ''])
      await expect(connect(wrong)).rejects.toThrow(/notSignedIn/)
  })

  it('71.15 are refused from the page of another site, by a key too', async () => {
    const authorization = `systems API-Key ${keyOf(readers[0]!.person)}`
    for (const origin of ['https://evil.example', 'null', `http://rebound.example:${address.port}`])
      await expect(connect(authorization, { origin })).rejects.toThrow(/crossSite/)
    await connect(authorization, { origin: address.origin })
  })

  it('71.16 are answered one message at a time, and in nothing but JSON', async () => {
    const authorization = `systems API-Key ${keyOf(readers[0]!.person)}`
    const accept = 'application/json, text/event-stream'
    const headers = { authorization, accept, 'content-type': 'application/json' }
    const send = async (body: string, more: object = {}) =>
      (await anyone().fetch('/mcp', { method: 'POST', headers: { ...headers, ...more }, body }))
        .status
    const ping = { jsonrpc: '2.0', id: 1, method: 'ping' }
    expect(await send(JSON.stringify(ping))).toBe(200)
    expect(await send(JSON.stringify([ping, ping]))).toBe(400)
    expect(await send('{')).toBe(400)
    expect(await send(JSON.stringify(ping), { 'content-type': 'text/plain' })).toBe(415)
    expect(await send(JSON.stringify({ ...ping, filled: 'x'.repeat(70_000) }))).toBe(413)
    expect((await anyone().fetch('/mcp', { headers })).status).toBe(405)
  })

  it('71.17 are held to the rate of their key, and read for the agent they name', async () => {
    const { id: unit } = await hotline()
    const slow = await openKey({ audience: 'agent', unit, rate: 4 })
    const authorization = `systems API-Key ${keyOf(slow)}`
    const ask = await connect(authorization, { 'x-zhiku-agent': 'agent' })
    await expect(
      (async () => {
        for (let n = 0; n < 5; n += 1) await ask.call('search', { q: '公积金' })
      })(),
    ).rejects.toThrow(/tooManyRequests/)
    const auditor = await as('auditor')
    const where = `where[action][equals]=key.search&where[by][equals]=${slow.id}`
    const { body } = await auditor.get<Body>(`/api/audit?${where}`)
    expect(body.docs.length).toBeGreaterThan(0)
  })
})

const statusOf = ({ isError, text }: Answer): unknown =>
  isError ? (JSON.parse(text) as { status: number }).status : 'read'
