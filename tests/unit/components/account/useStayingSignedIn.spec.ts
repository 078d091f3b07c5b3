import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openWindow, show, use } from '../desk/inBrowser'

const window = openWindow()
const lockTab = jest.fn<(...given: unknown[]) => Promise<void>>(() => Promise.resolve())
jest.unstable_mockModule('@/components/account/idle/lockTab', () => ({ lockTab }))
const { useStayingSignedIn } = await import('@/components/account/idle/useStayingSignedIn')
const { createElement } = await import('react')
const { StayingSignedIn } = await import('@/components/account/idle/StayingSignedIn')
const { changeCalls } = await import('@/components/desk/callStore')
const { take } = await import('@/components/desk/calls')
const { emptyQuestion } = await import('@/components/desk/deskQuestion')
const { lastUse, noteLock, noteUse } = await import('@/components/account/idle/lastUse')

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
const tell = () => window.dispatchEvent(new window.StorageEvent('storage', { key: 'zhiku-used' }))
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

  it.each([true, false])(
    'waits for a call of this tab on the other pages of the desk too, for who takes them (%s)',
    async (takesCalls) => {
      const taken = { id: 'c', at: '', number: null, district: '' }
      const shown = { question: emptyQuestion, entry: null, search: null }
      changeCalls(who.id, (now) => take(now, { ...taken, shown }))
      await show(() =>
        createElement(StayingSignedIn, {
          ...{ language: 'zh', takesCalls, renew },
          person: { ...who, idleMinutes: 10 },
        }),
      )
      wait(59)
      expect(lockTab).toHaveBeenCalledTimes(takesCalls ? 0 : 1)
    },
  )

  it('is left to the page around a preview, where use of it counts', async () => {
    Object.defineProperty(window, 'frameElement', { value: {}, configurable: true })
    await sit({ idleMinutes: 10 })
    wait(9)
    press()
    expect(lastUse()?.time).toBe(Date.now())
    wait(20)
    Reflect.deleteProperty(window, 'frameElement')
    expect(lockTab).not.toHaveBeenCalled()
    expect(lastUse()?.time).not.toBe(0)
  })

  it('is met by who wakes a computer that slept, before their key counts', async () => {
    await sit({ idleMinutes: 10 })
    expect(renew).toHaveBeenCalledTimes(1)
    jest.setSystemTime(Date.now() + 11 * minute)
    press()
    expect(lockTab).toHaveBeenCalledTimes(1)
    expect(lastUse()?.time).toBe(0)
    expect(renew).toHaveBeenCalledTimes(1)
  })

  it('keeps the session of a tab where nobody is while another one is used', async () => {
    await sit({ idleMinutes: 10 })
    renew.mockClear()
    for (let times = 0; times < 4; times += 1) {
      wait(5)
      noteUse('p')
      tell()
    }
    expect(renew).toHaveBeenCalledTimes(4)
    expect(lockTab).not.toHaveBeenCalled()
  })

  it('is met by who loads a page after the set minutes, and to load one before is no use', async () => {
    noteUse('p')
    wait(9)
    await sit({ idleMinutes: 10 })
    expect(lockTab).not.toHaveBeenCalled()
    wait(1)
    expect(lockTab).toHaveBeenCalledTimes(1)
    await sit({ idleMinutes: 10 })
    expect(lockTab).toHaveBeenCalledTimes(2)
  })

  it.each([10, null])(
    'covers what is open once somebody signs out or another person signs in, and ends no session (%s minutes)',
    async (idleMinutes) => {
      const covered = [['zh', expect.objectContaining(who), false]]
      await sit({ idleMinutes })
      noteUse('p')
      tell()
      expect(lockTab).not.toHaveBeenCalled()
      noteLock()
      tell()
      expect(lockTab.mock.calls).toEqual(covered)
      noteUse('p')
      lockTab.mockClear()
      await sit({ idleMinutes })
      noteUse('another')
      tell()
      expect(lockTab.mock.calls).toEqual(covered)
      press()
      wait(1)
      expect(lastUse()?.person).toBe('another')
    },
  )

  it('is not kept off by the call of whoever was here before', async () => {
    await sit({ idleMinutes: 10, isOnCall: true })
    noteUse('another')
    wait(9)
    expect(lastUse()?.person).toBe('another')
  })

  it('comes with that of another tab, which ends the session; and use there keeps it off here', async () => {
    await sit({ idleMinutes: 10 })
    wait(9)
    noteUse('p')
    tell()
    wait(9)
    expect(lockTab).not.toHaveBeenCalled()
    window.localStorage.setItem('zhiku-used', '0')
    tell()
    expect(lockTab.mock.calls).toEqual([['zh', expect.objectContaining(who), false]])
  })

  it('of before is not taken for one of now: what another tab unlocked meanwhile stays', async () => {
    await sit({ idleMinutes: 10 })
    noteUse('p')
    window.dispatchEvent(new window.StorageEvent('storage', { key: 'zhiku-used', newValue: '0' }))
    expect(lockTab).not.toHaveBeenCalled()
  })
})
