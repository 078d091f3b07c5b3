import type { Thread } from '@/threads/startThread'

export type PoolSettings = {
  start: () => Thread
  threads: number
  /** Questions that may wait; one more is refused at once, so that a crowd is told instead of kept. */
  waiting: number
  /** Milliseconds from asking to answering. */
  timeLimit: number
  /**
   * A thread that works longer on one question, in milliseconds, is replaced. Much more than the limit: ended amid a query,
   * libsql (0.4.7) ends the whole process.
   */
  stuckLimit: number
}

/** A few threads behind one bounded queue. */
export type Pool = {
  ask(question: unknown): Promise<unknown>
  close(): Promise<void>
}

type Job = {
  question: unknown
  resolve: (answer: unknown) => void
  reject: (error: unknown) => void
  isLate: boolean
}

const closed = () => new Error('The search engine is closed.')

export function createPool({ start, threads, waiting, timeLimit, stuckLimit }: PoolSettings): Pool {
  const queue: Job[] = []
  const idle: Thread[] = []
  const busy = new Set<Promise<void>>()
  let isClosed = false
  let loaded: Promise<void> | null = null

  /** All threads begin at the first question, which is not hurried while they load their dictionaries. */
  const begin = async () => {
    for (const thread of Array.from({ length: threads }, start)) {
      await thread.ready.then(
        () => idle.push(thread),
        // A thread that cannot load is tried again with each question, which then says why.
        () => undefined,
      )
    }
  }

  const next = () => {
    while (queue.length > 0 && (idle.length > 0 || busy.size < threads)) {
      const job = queue.shift()
      if (!job) return
      const work = run(idle.pop() ?? start(), job).finally(() => {
        busy.delete(work)
        next()
      })
      busy.add(work)
    }
  }
  const run = async (thread: Thread, job: Job) => {
    let stuck: NodeJS.Timeout | undefined
    try {
      await thread.ready
      if (Number.isFinite(stuckLimit))
        stuck = setTimeout(() => void thread.end(), stuckLimit).unref()
      // Given up while the thread was loading: the thread is fine, the job is not wanted any more.
      if (!job.isLate) job.resolve(await thread.ask(job.question))
    } catch (error) {
      job.reject(error)
    }
    clearTimeout(stuck)
    if (thread.isAlive()) idle.push(thread)
  }
  const giveUp = (job: Job) => {
    job.isLate = true
    const place = queue.indexOf(job)
    if (place >= 0) queue.splice(place, 1)
    job.reject(new Error('The search took too long.'))
  }
  const add = (question: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      const job: Job = { question, resolve, reject, isLate: false }
      const timer = Number.isFinite(timeLimit) ? setTimeout(giveUp, timeLimit, job) : undefined
      const done =
        <Value>(settle: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(timer)
          settle(value)
        }
      Object.assign(job, { resolve: done(resolve), reject: done(reject) })
      queue.push(job)
      next()
    })
  return {
    ask: async (question) => {
      if (isClosed) throw closed()
      await (loaded ??= begin())
      if (isClosed) throw closed()
      if (queue.length >= waiting) throw new Error('Too many searches are waiting.')
      return add(question)
    },
    close: async () => {
      isClosed = true
      for (const job of queue.splice(0)) job.reject(closed())
      await Promise.all([loaded, ...busy])
      await Promise.all(idle.splice(0).map((thread) => thread.end()))
    },
  }
}
