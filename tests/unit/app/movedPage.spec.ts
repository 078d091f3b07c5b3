import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'
import { afterAll, expect, it, jest } from '@jest/globals'
import { once } from '@/once'

process.env.NEXT_BASE_PATH = '/zhiku'
jest.unstable_mockModule('@/app/visitor', () => ({ pageLanguage: async () => 'zh' }))
const { MovedPage } = await import('@/app/(portal)/MissingPage')
afterAll(() => {
  delete process.env.NEXT_BASE_PATH
})

it('an old address leads to what it became below the path of the site', async () => {
  const headers = new Map<string, string>()
  const response = {
    ...{ headersSent: false, statusCode: 200 },
    setHeader: (name: string, value: string) => headers.set(name, value),
  }
  const answers = once('answers', () => new AsyncLocalStorage<ServerResponse>())
  await answers.run(response as unknown as ServerResponse, () => MovedPage({ number: 'ZS000001' }))
  expect(response.statusCode).toBe(301)
  expect(headers.get('location')).toBe('/zhiku/e/ZS000001')
})
