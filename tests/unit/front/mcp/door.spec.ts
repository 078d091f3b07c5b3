import { Readable } from 'node:stream'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Asked } from '@/front/client'
import type { Whence } from '@/access/whence'

const env: { url: string | undefined } = { url: undefined }
let isLoaded = false
jest.unstable_mockModule('@/env', () => ({ env }))
jest.unstable_mockModule('@/front/mcp/answerMessage', () => {
  isLoaded = true
  const answer = { status: 202, headers: {}, body: '' }
  return { answerMessage: () => Promise.resolve(answer) }
})

const load = () => import('@/front/mcp/door')
let door: Awaited<ReturnType<typeof load>>
beforeAll(async () => {
  door = await load()
})

const from = (host: string) => ({ host }) as Whence

describe('the door of MCP', () => {
  it('loads nothing of the protocol before somebody asks', async () => {
    expect(isLoaded).toBe(false)
    const body = Readable.from([Buffer.from('{"jsonrpc":"2.0","method":"ping"}')])
    const req = Object.assign(body, { headers: {} }) as unknown as IncomingMessage
    const end = jest.fn()
    const res = { writeHead: jest.fn(() => ({ end })) } as unknown as ServerResponse
    await door.mcp({} as Asked, req, res)
    expect([isLoaded, end.mock.calls.length]).toEqual([true, 1])
  })

  it.each([
    ['a program, which names no page', undefined, 'zhiku.example:3000', true],
    ['a page of this machine', 'http://localhost:3000', 'localhost:3000', true],
    ['a page of this address', 'http://[::1]:3000', '[::1]:3000', true],
    ['another port of this machine', 'http://localhost:8080', 'localhost:3000', false],
    ['a name that leads here (DNS rebinding)', 'http://evil.example', 'evil.example', false],
    ['no page that can be named', 'null', 'localhost:3000', false],
  ])('where no address is set lets in %s: %s', (_, origin, host, isLetIn) => {
    env.url = undefined
    const ask = () => door.refuseOrigin({ origin }, from(host))
    if (isLetIn) expect(ask).not.toThrow()
    else expect(ask).toThrow(expect.objectContaining({ code: 'crossSite' }))
  })

  it('where its address is set lets in the pages of that alone', () => {
    env.url = 'https://zhiku.example.cn/12345'
    const ask =
      (origin: string, host = 'zhiku.example.cn') =>
      () =>
        door.refuseOrigin({ origin }, from(host))
    expect(ask('https://zhiku.example.cn')).not.toThrow()
    for (const other of [
      'http://zhiku.example.cn',
      'https://evil.example',
      'http://localhost:3000',
    ])
      expect(ask(other, new URL(other).host)).toThrow(
        expect.objectContaining({ code: 'crossSite' }),
      )
  })

  it('takes a key that is sent as a bearer’s, and leaves the token of a session', () => {
    const taken = (authorization?: string) => {
      const headers = { ...(authorization ? { authorization } : {}) }
      door.takeKeyOfBearer(headers)
      return headers.authorization
    }
    expect(taken('Bearer 0f6f6a11-key')).toBe('systems API-Key 0f6f6a11-key')
    for (const left of ['Bearer a.b.c', 'JWT a.b.c', 'systems API-Key x', undefined])
      expect(taken(left)).toBe(left)
  })
})
