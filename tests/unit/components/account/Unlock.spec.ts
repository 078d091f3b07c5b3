import { beforeEach, expect, it, jest } from '@jest/globals'
import { doing, openWindow, show } from '../desk/inBrowser'

const window = openWindow('http://zhiku.example/locked')
const { createElement } = await import('react')
const { noteLock, noteUse } = await import('@/components/account/idle/lastUse')
const { keepLocked } = await import('@/components/account/idle/lockedTab')
const { Unlock } = await import('@/components/account/idle/Unlock')

const replaced = jest.spyOn(window.location, 'replace').mockImplementation(() => undefined)
const reloaded = jest.spyOn(window.location, 'reload').mockImplementation(() => undefined)
const openLocked = (signedIn: string | null) =>
  show(() => createElement(Unlock, { language: 'zh', signedIn }))
const tell = () =>
  doing(() => window.dispatchEvent(new window.StorageEvent('storage', { key: 'zhiku-used' })))

beforeEach(() => {
  jest.clearAllMocks()
  keepLocked({ id: 'p', username: 'agent', name: '王', address: '/desk?q=x' })
})

it('a locked tab leads nowhere while the session it locked is still being ended', async () => {
  noteLock()
  globalThis.fetch = jest.fn(() => Promise.resolve(new Response()))
  await openLocked('p')
  expect(fetch).toHaveBeenCalledWith(
    '/api/users/logout',
    expect.objectContaining({ method: 'POST' }),
  )
  expect(replaced).not.toHaveBeenCalled()
  expect(document.querySelector('form')).not.toBeNull()
  noteUse('p')
  await tell()
  expect(reloaded).toHaveBeenCalledTimes(1)
})

it('a tab that another one unlocked meanwhile leads back', async () => {
  noteUse('p')
  await openLocked('p')
  expect(replaced.mock.calls).toEqual([['/desk?q=x']])
})

it('a locked tab waits while somebody else is signed in', async () => {
  noteUse('another')
  await openLocked('another')
  await tell()
  expect(replaced).not.toHaveBeenCalled()
  expect(reloaded).not.toHaveBeenCalled()
})

it.each([
  [false, '/desk?q=x'],
  [true, '/password?to=%2Fdesk%3Fq%3Dx'],
])('the password leads back, by way of a new one where it must be (%s)', async (must, address) => {
  noteLock()
  const user = { id: 'p', mustChangePassword: must }
  globalThis.fetch = jest.fn(() => Promise.resolve(Response.json({ user })))
  Reflect.set(globalThis, 'FormData', window.FormData)
  await openLocked(null)
  document.querySelector<HTMLInputElement>('[name=password]')!.value = 'secret'
  await doing(() => document.querySelector<HTMLElement>('[type=submit]')?.click())
  await doing(() => new Promise(setImmediate))
  expect(replaced.mock.calls).toEqual([[address]])
})
