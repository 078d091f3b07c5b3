import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { needsSession, refuseForeign } from '@/front/admit'
import { createFront } from '@/front'
import type { SearchEngine } from '@/search/types'

const here = { address: '198.51.100.7', scheme: 'https', host: 'here.example:8443' } as const
const isTaken = (headers: Record<string, string>) => {
  try {
    refuseForeign(headers, here)
    return true
  } catch (error) {
    expect(error).toMatchObject({ status: 403, code: 'crossSite' })
    return false
  }
}

describe('a write that a browser sends', () => {
  it.each([
    ['a page of ours', { 'sec-fetch-site': 'same-origin' }],
    ['the address line', { 'sec-fetch-site': 'none' }],
    ['a page of ours, in an older browser', { origin: 'https://here.example:8443' }],
    ['one that says only which page it was', { referer: 'https://here.example:8443/admin' }],
    ['a program that is no browser', {}],
    ['a page of ours, framed elsewhere', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    ['anywhere with a token', { 'sec-fetch-site': 'cross-site', authorization: 'JWT a.b.c' }],
    ['anywhere with a key', { origin: 'https://cti.example', authorization: 'systems API-Key x' }],
  ])('from %s is taken', (_from, headers) => {
    expect(isTaken(headers as Record<string, string>)).toBe(true)
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same name', { 'sec-fetch-site': 'same-site' }],
    [
      'another site that claims our origin',
      { 'sec-fetch-site': 'cross-site', origin: 'https://here.example:8443' },
    ],
    ['another site, in an older browser', { origin: 'https://evil.example' }],
    ['the same name at another port', { origin: 'https://here.example' }],
    ['a page that hides where it is', { origin: 'null' }],
    ['one that says only which page it was', { referer: 'https://evil.example/here.example:8443' }],
    ['one that says nonsense', { origin: 'here.example:8443' }],
    [
      'another site with a made-up way to sign in',
      { origin: 'https://evil.example', authorization: 'Basic x' },
    ],
  ])('from %s is refused', (_from, headers) => {
    expect(isTaken(headers as Record<string, string>)).toBe(false)
  })
})

describe('without a session', () => {
  it.each(['/api/users/login', '/api/users/login/', '/api/users/reset-password', '/search', '/'])(
    '%s may be written to',
    (path) => {
      expect(needsSession(path)).toBe(false)
    },
  )

  it.each(['/api/audit', '/api/users', '/api/users/login/x', '/api/users/logout', '/api/nothing'])(
    '%s may not',
    (path) => {
      expect(needsSession(path)).toBe(true)
    },
  )
})

describe('a body', () => {
  let server: Server
  let port: number
  /** What the reader behind the front found of each body. */
  const found: string[] = []

  beforeAll(async () => {
    const payload = {
      authStrategies: [
        { name: 'fake', authenticate: () => ({ user: { id: 'a', collection: 'users' } }) },
      ],
      logger: { error: () => {} },
    } as unknown as Payload
    const front = createFront({
      payload,
      engine: {} as SearchEngine,
      rest: async (_payload, req, res) => {
        let length = 0
        req.on('data', (chunk: Buffer) => (length += chunk.length))
        req.on('error', () => found.push('broken'))
        req.on('end', () => {
          found.push(String(length))
          res.end('taken')
        })
      },
    })
    server = createServer((req, res) => void front(req, res))
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  type Sent = { path: string; size: number; isChunked?: boolean }

  /** Sends everything, whatever is answered meanwhile. */
  const send = ({ path, size, isChunked = false }: Sent) =>
    new Promise<{ status?: number; connection?: string; body: string; isClosed: boolean }>(
      (told) => {
        const headers = { authorization: 'JWT x', ...(isChunked ? {} : { 'content-length': size }) }
        const asked = request({ port, path, method: 'POST', headers, agent: false })
        asked.once('response', (answer: IncomingMessage) => {
          let body = ''
          answer.on('data', (chunk: Buffer) => (body += chunk.toString()))
          const { statusCode: status, headers } = answer
          const { connection } = headers
          asked.once('close', () => told({ status, connection, body, isClosed: true }))
        })
        // Whoever was answered closes while the rest is still on its way.
        asked.once('error', () => undefined)
        const part = Buffer.alloc(32 * 1024)
        for (let sent = 0; sent < size; sent += part.length)
          asked.write(part.subarray(0, size - sent))
        asked.end()
      },
    )

  it('of the size its address takes is taken', async () => {
    expect(await send({ path: '/api/users/login', size: 65_536 })).toMatchObject({ status: 200 })
    const chunked = { path: '/api/media', size: 6_000_000, isChunked: true }
    expect(await send(chunked)).toMatchObject({ status: 200 })
    expect(found.splice(0)).toEqual(['65536', '6000000'])
  })

  it.each([
    { path: '/api/users/login', size: 65_537, most: '64 KB' },
    { path: '/api/knowledge', size: 5_300_000, most: '5 MB' },
    { path: '/api/media', size: 22_100_000, most: '21 MB' },
  ])('that says it is larger is refused in words, and the connection ends: $path', async (sent) => {
    const answer = await send(sent)
    expect(answer).toMatchObject({ status: 413, connection: 'close', isClosed: true })
    expect(JSON.parse(answer.body)).toMatchObject({
      status: 413,
      code: 'tooLarge',
      detail: expect.stringContaining(`最多接受 ${sent.most}`),
    })
    expect(found.splice(0)).toEqual([])
  })

  it('that does not say so is refused as soon as it is, and never read as if it were whole', async () => {
    const answer = await send({ path: '/api/knowledge', size: 5_300_000, isChunked: true })
    expect(answer).toMatchObject({ status: 413, connection: 'close' })
    expect(found.splice(0)).toEqual(['broken'])
  })

  it('that is too large does not cut off the answer before it is read', async () => {
    const lines = await new Promise<string>((told) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write('POST /api/knowledge HTTP/1.1\r\nHost: a\r\nAuthorization: JWT x\r\n')
        socket.write('Content-Length: 9000000\r\n\r\n')
        for (let part = 0; part < 90; part += 1) socket.write(Buffer.alloc(100_000))
      })
      let said = ''
      socket.on('data', (chunk) => (said += chunk.toString()))
      socket.on('error', (error) => told(`${said} ${error.message}`))
      socket.on('end', () => told(said))
    })
    expect(lines).toMatch(/^HTTP\/1\.1 413 /)
    expect(lines).not.toMatch(/ECONNRESET|EPIPE/)
  })
})
