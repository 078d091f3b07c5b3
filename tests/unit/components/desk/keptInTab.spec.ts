import { beforeEach, describe, expect, it } from '@jest/globals'
import { openWindow } from './inBrowser'

const window = openWindow()
const { keptInTab } = await import('@/components/desk/keptInTab')

const none: readonly string[] = []
/** As a page finds it that has just been loaded. */
const loaded = () => keptInTab<readonly string[]>('kept', none, ({ length }) => length === 0)

beforeEach(() => window.sessionStorage.clear())

describe('what is kept in this tab', () => {
  it('is there after a reload, until nothing of it is left', () => {
    loaded().change('a', () => ['one'])
    expect(loaded().of('a')).toEqual(['one'])
    loaded().change('a', () => none)
    expect(window.sessionStorage.length).toBe(0)
  })

  it('is nothing to another person, and gone once they were here', () => {
    loaded().change('a', () => ['one'])
    expect(loaded().of('b')).toBe(none)
    expect(window.sessionStorage.length).toBe(0)
    expect(loaded().of('a')).toBe(none)
  })

  it('is nothing where an earlier version kept it in another shape', () => {
    window.sessionStorage.setItem('kept', JSON.stringify({ person: 'a', calls: ['one'] }))
    expect(loaded().of('a')).toBe(none)
    expect(window.sessionStorage.length).toBe(0)
  })

  it('is forgotten by who signs out', () => {
    const kept = loaded()
    kept.change('a', () => ['one'])
    kept.forget()
    expect(kept.of('a')).toBe(none)
    expect(window.sessionStorage.length).toBe(0)
  })
})
