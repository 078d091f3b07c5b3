import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** What a thread is started with. */
export type ThreadSettings = {
  script: 'reader' | 'writer' | 'sheets'
  data: object
  /** Megabytes of its own, without what lies in buffers; one that wants more is ended. */
  mostMemory?: number
}

/** One worker thread that answers one question at a time. */
export type Thread = {
  /** Resolves when the thread has loaded; rejects when it could not. */
  ready: Promise<void>
  ask(question: unknown): Promise<unknown>
  isAlive(): boolean
  end(): Promise<void>
}

/** Megabytes for what lives as long as a query: more brings no speed, and each thread would take what it may. */
const YOUNG = 8

/** Where scripts/bundled.mjs has put them. */
const HOME = 'build'

/** What a worker sends back. */
export type Answer = { ready: true } | { answer: unknown } | { error: string }

/**
 * Starts one of the bundled files in a worker thread. Paths come from the project's root: the code that calls this may
 * run inside Next's bundle, where its own place says nothing.
 */
export function startThread(root: string, { script, data, mostMemory }: ThreadSettings): Thread {
  // Turbopack 16.4 would bundle what `new Worker(…)` names, and fail.
  const worker = Reflect.construct(Worker, [
    join(root, HOME, `${script}.mjs`),
    {
      // What this process was started with (a loader, an inspector's port) is not the thread's.
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG, maxOldGenerationSizeMb: mostMemory },
      workerData: data,
    },
  ])
  let settle: { resolve: (value: unknown) => void; reject: (error: Error) => void } | null = null
  let failed: Error | null = null
  const expect = () =>
    new Promise<unknown>((resolve, reject) => {
      if (failed) return reject(failed)
      settle = { resolve, reject }
      // Only a thread that owes an answer keeps the process alive.
      worker.ref()
    })
  const take = () => {
    const taken = settle
    settle = null
    worker.unref()
    return taken
  }
  const fail = (error: Error) => {
    failed ??= error
    take()?.reject(failed)
  }
  worker.on('message', (message: Answer) => {
    if ('error' in message) take()?.reject(new Error(message.error))
    else take()?.resolve('answer' in message ? message.answer : undefined)
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('The thread has ended.')))
  return {
    ready: expect().then(() => undefined),
    ask: (question) => {
      const answer = expect()
      if (!failed) worker.postMessage(question)
      return answer
    },
    isAlive: () => failed === null,
    end: async () => {
      failed ??= new Error('The thread was ended.')
      await worker.terminate()
    },
  }
}
