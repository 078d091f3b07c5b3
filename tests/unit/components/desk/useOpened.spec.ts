import { beforeEach, describe, expect, it, jest } from '@jest/globals'
import { doing, openWindow, use } from './inBrowser'

openWindow()
const { useOpened } = await import('@/components/desk/useOpened')

const asked: string[] = []
beforeEach(() => {
  asked.length = 0
  globalThis.fetch = jest.fn((url: unknown) => {
    asked.push(String(url))
    return Promise.resolve(new Response('{}', { status: 500 }))
  })
})

describe('the entry beside the list', () => {
  it('comes back with the answer that it was opened from', async () => {
    const opened = await use(() => useOpened('q=a', null))
    await doing(() => opened.of().restore('q=a', 'ZS000001', 's1'))
    expect(opened.of()).toMatchObject({ number: 'ZS000001', search: 's1' })
    expect(asked).toContain('/api/entries/ZS000001?search=s1')
  })

  it('is read again, and no more than that, where the server could not be reached', async () => {
    const opened = await use(() => useOpened('q=a', null))
    await doing(() => opened.of().open('ZS000001', 's1'))
    const { opening } = opened.of()
    const before = asked.length
    await doing(() => opened.of().again())
    expect(asked.slice(before)).toEqual(['/api/entries/ZS000001?search=s1'])
    expect(opened.of()).toMatchObject({ search: 's1', opening })
  })
})
