import { describe, expect, it } from '@jest/globals'
import { createPool } from '@/search/engines/embedded/pool'
import type { Thread } from '@/threads/startThread'

/** A thread that answers when told to. */
function fakeThread(answer: (question: unknown) => Promise<unknown>): Thread & { ended: boolean } {
  const thread = {
    ended: false,
    ready: Promise.resolve(),
    ask: answer,
    isAlive: () => !thread.ended,
    end: async () => void (thread.ended = true),
  }
  return thread
}

const never = () => new Promise<unknown>(() => undefined)

describe('the pool of search threads', () => {
  it('gives each question to a free thread, in order', async () => {
    const pool = createPool({
      start: () => fakeThread(async (question) => `answer to ${String(question)}`),
      ...{ threads: 2, waiting: 10, timeLimit: 1_000, stuckLimit: 5_000 },
    })
    const answers = await Promise.all([1, 2, 3, 4, 5].map((question) => pool.ask(question)))
    expect(answers).toEqual([1, 2, 3, 4, 5].map((question) => `answer to ${question}`))
  })

  it('refuses at once when too many wait', async () => {
    const pool = createPool({
      start: () => fakeThread(never),
      ...{ threads: 1, waiting: 2, timeLimit: 50, stuckLimit: 5_000 },
    })
    const asked = await Promise.allSettled([1, 2, 3, 4].map((question) => pool.ask(question)))
    const reasons = asked.map((each) => (each.status === 'rejected' ? String(each.reason) : ''))
    expect(reasons.filter((reason) => reason.includes('waiting'))).toHaveLength(1)
    expect(reasons.filter((reason) => reason.includes('too long'))).toHaveLength(3)
  })

  it('leaves a thread that answers late at its work, and goes on with it', async () => {
    const threads: ReturnType<typeof fakeThread>[] = []
    let answer: (words: string) => void = () => undefined
    const start = () => {
      const thread = fakeThread(() => new Promise((answered) => (answer = answered)))
      threads.push(thread)
      return thread
    }
    const pool = createPool({
      start,
      ...{ threads: 1, waiting: 5, timeLimit: 30, stuckLimit: 5_000 },
    })
    await expect(pool.ask('slow')).rejects.toThrow('too long')
    answer('late')
    const next = pool.ask('next')
    await new Promise(setImmediate)
    answer('in time')
    expect(await next).toBe('in time')
    expect(threads.map(({ ended }) => ended)).toEqual([false])
  })

  it('replaces a thread that never answers', async () => {
    const threads: ReturnType<typeof fakeThread>[] = []
    const start = () => {
      const first = threads.length === 0
      const thread = fakeThread(first ? () => stuck(thread) : async () => 'answered')
      threads.push(thread)
      return thread
    }
    /** What is ended rejects. */
    const stuck = (thread: { ended: boolean }) =>
      new Promise((_, reject) => {
        const look = setInterval(() => {
          if (!thread.ended) return
          clearInterval(look)
          reject(new Error('ended'))
        })
      })
    const pool = createPool({ start, ...{ threads: 1, waiting: 5, timeLimit: 30, stuckLimit: 60 } })
    await expect(pool.ask('slow')).rejects.toThrow('too long')
    let answer: unknown = null
    while (answer === null) answer = await pool.ask('next').catch(() => null)
    expect(answer).toBe('answered')
    expect(threads.map(({ ended }) => ended)).toEqual([true, false])
  })

  it('says why a thread could not load', async () => {
    const start = () => ({
      ...fakeThread(never),
      ready: Promise.reject(new Error('no dictionary')),
      isAlive: () => false,
    })
    const pool = createPool({ start, threads: 1, waiting: 5, timeLimit: 1_000, stuckLimit: 5_000 })
    await expect(pool.ask('anything')).rejects.toThrow('no dictionary')
  })

  it('answers nothing after it was closed', async () => {
    const pool = createPool({
      start: () => fakeThread(async () => 'answer'),
      ...{ threads: 1, waiting: 5, timeLimit: 1_000, stuckLimit: 5_000 },
    })
    await pool.ask('before')
    await pool.close()
    await expect(pool.ask('after')).rejects.toThrow('closed')
  })
})
