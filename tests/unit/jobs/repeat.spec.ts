import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { repeat } from '@/jobs/repeat'

const minute = 60_000
const hour = 60 * minute
const error = jest.fn()
const payload = { logger: { error } } as unknown as Parameters<typeof repeat>[0]

const started = (each: number, work: () => Promise<unknown>) =>
  repeat(payload, { each, work, failed: 'It failed' })

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
  error.mockClear()
})

describe('what is done from time to time', () => {
  it('is done a minute after the start, also what is done each hour', async () => {
    const work = jest.fn(() => Promise.resolve())
    const stop = started(hour, work)
    await jest.advanceTimersByTimeAsync(minute)
    expect(work).toHaveBeenCalledTimes(1)
    await jest.advanceTimersByTimeAsync(hour)
    expect(work).toHaveBeenCalledTimes(2)
    stop()
    await jest.advanceTimersByTimeAsync(2 * hour)
    expect(work).toHaveBeenCalledTimes(2)
  })

  it('is logged where it fails, and tried at the next turn', async () => {
    const failure = new Error('once')
    const work = jest.fn(() => Promise.resolve()).mockRejectedValueOnce(failure)
    const stop = started(minute, work)
    await jest.advanceTimersByTimeAsync(2 * minute)
    expect(work).toHaveBeenCalledTimes(2)
    expect(error).toHaveBeenCalledTimes(1)
    expect(error).toHaveBeenCalledWith({ err: failure, msg: 'It failed' })
    stop()
  })

  it('is never done beside itself, and keeps nothing else waiting', async () => {
    const slow = jest.fn(() => new Promise(() => undefined))
    const work = jest.fn(() => Promise.resolve())
    const stops = [started(minute, slow), started(minute, work)]
    await jest.advanceTimersByTimeAsync(3 * minute)
    expect(slow).toHaveBeenCalledTimes(1)
    expect(work).toHaveBeenCalledTimes(3)
    stops.forEach((stop) => stop())
  })
})
