import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import type { ShownBulletin } from '@/reading/bulletins'
import { doing, openWindow, show } from './inBrowser'

openWindow()
let expire = () => {}
jest.unstable_mockModule('@/components/desk/listenToDesk', () => ({
  listenToDesk: (_: unknown, onExpired: () => void) => {
    expire = onExpired
    return () => undefined
  },
}))
const { createElement } = await import('react')
const { BulletinsProvider, useBulletins } = await import('@/components/desk/useBulletins')

const minute = 60_000
const bulletin = (id: string, minutes: number | null): ShownBulletin => ({
  ...{ id, kind: 'activated', number: 'ZS1', library: 'plans', title: id, sentence: null },
  ...{ unit: { id: 'u', name: '中心' }, since: '', isRead: false },
  until: minutes === null ? null : new Date(Date.now() + minutes * minute).toISOString(),
})
const List = () =>
  useBulletins()
    .all.map(({ id }) => id)
    .join(' ')
const listed = () => document.body.textContent
const open = () =>
  show(() =>
    createElement(BulletinsProvider, {
      language: 'zh',
      first: [bulletin('flood', 10), bulletin('storm', 60 * 24 * 80), bulletin('notice', null)],
      children: createElement(List),
    }),
  )

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

it('none stands on a desk after its end, also where nothing answers', async () => {
  await open()
  await doing(() => jest.advanceTimersByTime(9 * minute))
  expect(listed()).toBe('flood storm notice')
  await doing(() => jest.advanceTimersByTime(minute))
  expect(listed()).toBe('storm notice')
})

it('none stands on a desk whose session has ended', async () => {
  await open()
  await doing(() => expire())
  expect(listed()).toBe('')
})
