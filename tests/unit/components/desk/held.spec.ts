import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { doHeld, hold, leaveHeld } from '@/components/desk/held'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

describe('what can still be taken back', () => {
  const done: string[] = []
  const doing = (name: string) =>
    hold((isOver) => {
      done.push(isOver ? `${name} kept` : name)
      return Promise.resolve()
    })
  beforeEach(() => void (done.length = 0))

  it('is done once the time of each is over, whatever came after it', () => {
    doing('first')
    jest.advanceTimersByTime(4_000)
    const takeBack = doing('second')
    expect(done).toEqual([])
    jest.advanceTimersByTime(6_000)
    expect(done).toEqual(['first'])
    expect(takeBack()).toBe(true)
    expect(takeBack()).toBe(false)
    jest.advanceTimersByTime(60_000)
    expect(done).toEqual(['first'])
  })

  it('is done before somebody signs out, who waits for what is under way too', async () => {
    let finish = () => {}
    hold(() => new Promise((ended) => (finish = ended)))
    jest.advanceTimersByTime(10_000)
    doing('second')
    let isThrough = false
    const all = doHeld().then(() => (isThrough = true))
    await jest.advanceTimersByTimeAsync(0)
    expect(done).toEqual(['second'])
    expect(isThrough).toBe(false)
    finish()
    await all
    jest.advanceTimersByTime(60_000)
    expect(done).toEqual(['second'])
  })

  it('is done once where the page is left, and knows when it would be refused', () => {
    const takeBack = doing('first')
    leaveHeld(true)
    expect(done).toEqual(['first kept'])
    expect(takeBack()).toBe(false)
  })
})
