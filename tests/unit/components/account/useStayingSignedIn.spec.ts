import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openWindow, use } from '../desk/inBrowser'

const window = openWindow()
const lockTab = jest.fn<(...given: unknown[]) => Promise<void>>(() => Promise.resolve())
jest.unstable_mockModule('@/components/account/idle/lockTab', () => ({ lockTab }))
const { useStayingSignedIn } = await import('@/components/account/idle/useStayingSignedIn')
const { lastUse, noteUse } = await import('@/components/account/idle/lastUse')

const minute = 60_000
const who = { id: 'p', username: 'agent', name: '王' }
const renew = jest.fn()

beforeEach(() => {
  jest.useFakeTimers()
  window.localStorage.clear()
})
afterEach(() => {
  jest.useRealTimers()
  jest.clearAllMocks()
})

const sit = (more: { idleMinutes: number | null; isOnCall?: boolean }) => {
  const { isOnCall, ...person } = more
  return use(() =>
    useStayingSignedIn({ language: 'zh', person: { ...who, ...person }, isOnCall, renew }),
  )
}
const press = () => window.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'a' }))
const wait = (minutes: number) => jest.advanceTimersByTime(minutes * minute)

describe('the idle lock', () => {
  it('comes after the set minutes without a key, once, and not a minute before', async () => {
    await sit({ idleMinutes: 10 })
    wait(9)
    press()
    wait(9.5)
    expect(lockTab).not.toHaveBeenCalled()
    wait(30)
    expect(lockTab.mock.calls).toEqual([['zh', expect.objectContaining(who), true]])
  })

  it('never comes where none is set, and the session lives by use', async () => {
    await sit({ idleMinutes: null })
    wait(24 * 60)
    expect(lockTab).not.toHaveBeenCalled()
    expect(renew).not.toHaveBeenCalled()
    press()
    expect(renew).toHaveBeenCalledTimes(1)
    expect(window.localStorage.length).toBe(0)
  })

  it('waits for a call, an hour at most', async () => {
    await sit({ idleMinutes: 10, isOnCall: true })
    wait(59)
    expect(lockTab).not.toHaveBeenCalled()
    expect(renew.mock.calls.length).toBeGreaterThan(50)
    wait(12)
    expect(lockTab).toHaveBeenCalledTimes(1)
  })

  it('is met by who wakes a computer that slept, before their key counts', async () => {
    await sit({ idleMinutes: 10 })
    expect(renew).toHaveBeenCalledTimes(1)
    jest.setSystemTime(Date.now() + 11 * minute)
    press()
    expect(lockTab).toHaveBeenCalledTimes(1)
    expect(lastUse()).toBe(0)
    expect(renew).toHaveBeenCalledTimes(1)
  })

  it('comes with that of another tab, which ends the session; and use there keeps it off here', async () => {
    await sit({ idleMinutes: 10 })
    const tell = () =>
      window.dispatchEvent(new window.StorageEvent('storage', { key: 'zhiku-used' }))
    wait(9)
    noteUse()
    tell()
    wait(9)
    expect(lockTab).not.toHaveBeenCalled()
    window.localStorage.setItem('zhiku-used', '0')
    tell()
    expect(lockTab.mock.calls).toEqual([['zh', expect.objectContaining(who), false]])
  })

  it('of before is not taken for one of now: what another tab unlocked meanwhile stays', async () => {
    await sit({ idleMinutes: 10 })
    noteUse()
    window.dispatchEvent(new window.StorageEvent('storage', { key: 'zhiku-used', newValue: '0' }))
    expect(lockTab).not.toHaveBeenCalled()
  })
})
