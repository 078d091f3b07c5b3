import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { doing, openWindow, show } from '../desk/inBrowser'

const window = openWindow('http://zhiku.example/desk?q=secret')
const { createElement } = await import('react')
const { changeUnsent, unsentOf } = await import('@/components/desk/unsentReports')
const { draftOf, keepDraft } = await import('@/components/drafts')
const { noteUse } = await import('@/components/account/idle/lastUse')
const { lockTab } = await import('@/components/account/idle/lockTab')
const { SignOut } = await import('@/components/account/SignOut')

let asked: string[] = []
let isReached = true
let replaced: ReturnType<typeof jest.spyOn>

beforeEach(() => {
  jest.useFakeTimers()
  asked = []
  isReached = true
  noteUse('p')
  globalThis.fetch = jest.fn((path) => {
    asked.push(`${String(path)} ${window.localStorage.getItem('zhiku-used')}`)
    return isReached ? Promise.resolve(new Response()) : Promise.reject(new Error('offline'))
  })
  replaced = jest.spyOn(window.location, 'replace').mockImplementation(() => undefined)
  document.title = 'secret'
})
afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})

const sitDown = () => show(() => createElement(SignOut, { language: 'zh', person: 'p' }))
const press = (words: string) =>
  doing(async () => {
    const all = [...document.querySelectorAll('button')]
    all.find(({ textContent }) => textContent === words)?.click()
    await jest.advanceTimersByTimeAsync(0)
  })
const again = () => doing(() => jest.advanceTimersByTimeAsync(3_000))
const draft = { at: '', startedFrom: null, fields: {} }
const of = (person: string) => ({ person, library: 'knowledge', entry: '1' })

// First: a tab once covered stays so.
describe('a locked tab', () => {
  it('has nothing of what was open in its title and address, nor in a step back', async () => {
    isReached = false
    const locking = lockTab('zh', { id: 'p', username: 'agent', name: '王' }, true)
    expect(document.title).not.toContain('secret')
    expect(window.location.href).toBe('http://zhiku.example/locked')
    const heard = jest.fn()
    window.addEventListener('popstate', heard)
    window.history.replaceState(null, '', '/desk?q=secret')
    window.dispatchEvent(new window.Event('popstate'))
    expect(window.location.href).toBe('http://zhiku.example/locked')
    expect(heard).not.toHaveBeenCalled()
    isReached = true
    await jest.advanceTimersByTimeAsync(3_000)
    await locking
    expect(replaced.mock.calls).toEqual([['/locked']])
    expect(window.sessionStorage.getItem('zhiku-locked')).toContain('/desk?q=secret')
  })
})

describe('signing out', () => {
  it('tells the other tabs before the session ends, and forgets the drafts of nobody else', async () => {
    keepDraft(of('p'), draft)
    keepDraft(of('p2'), draft)
    await sitDown()
    await press('退出登录')
    expect(asked).toEqual(['/api/users/logout 0'])
    expect(replaced.mock.calls).toEqual([['/login']])
    expect(draftOf(of('p'))).toBeNull()
    expect(draftOf(of('p2'))).toEqual(draft)
  })

  it('covers the page, and is done once the server can be reached', async () => {
    isReached = false
    await sitDown()
    await press('退出登录')
    await again()
    expect(document.body.textContent).toContain('还没有退出登录')
    expect(replaced).not.toHaveBeenCalled()
    expect(asked).toHaveLength(2)
    isReached = true
    await again()
    expect(replaced.mock.calls).toEqual([['/login']])
  })

  it('asks first where reports were not sent, which go with it', async () => {
    const report = { kind: 'correction', entry: 'ZS1', title: '', values: {} } as const
    changeUnsent('p', () => [report])
    await sitDown()
    await press('退出登录')
    expect(document.querySelector('dialog')?.textContent).toContain('1 条上报没有成功')
    await press('先不退出')
    expect(document.querySelector('dialog')).toBeNull()
    expect(asked).toEqual([])
    expect(unsentOf('p')).toEqual([report])
    await press('退出登录')
    await press('删除并退出')
    expect(asked).toHaveLength(1)
    expect(unsentOf('p')).toEqual([])
  })
})
