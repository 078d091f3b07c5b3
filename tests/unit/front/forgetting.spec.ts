import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { createFront } from '@/front'
import type { SearchEngine } from '@/search/types'
import { forgotten } from '@/workflow/accounts/forgetSessions'
import { agent } from './agent'

let server: Server
let address: string

beforeAll(async () => {
  const payload = {
    authStrategies: [{ name: 'fake', authenticate: async () => ({ user: agent }) }],
    logger: { error: () => {} },
  } as unknown as Payload
  const front = createFront({
    ...{ payload, engine: {} as SearchEngine },
    rest: async (_payload, req, res) => {
      if (req.url?.includes('fails')) throw new Error('It fails once it is written.')
      res.writeHead(202).end()
    },
  })
  server = createServer((req, res) => void front(req, res))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((closed) => server.close(closed)))

test.each([
  ['/api/users/login', 0],
  ['/api/users/refresh-token/', 0],
  ['/api/users/logout', 1],
  ['/api/users/p1', 1],
  ['/api/users/fails', 1],
  ['/api/users', 1],
  ['/api/systems/s1', 1],
  ['/api/knowledge', 0],
])(
  'has every session looked at again after a write of people, and not as one signs in: %s',
  async (path, more) => {
    const headers = { authorization: 'JWT x', connection: 'close' }
    const { times } = forgotten
    await fetch(address + path, { headers, method: 'POST' })
    expect(forgotten.times - times).toBe(more)
    await fetch(address + path, { headers })
    expect(forgotten.times - times).toBe(more)
  },
)
