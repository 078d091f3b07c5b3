import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { elasticsearchUrl, indexPrefix } from './elasticsearch'

/** A process of a benchmark: what it says over IPC, one message at a time, and how much memory it holds. */
export type Child = {
  next: <Message>() => Promise<Message>
  send: (message: object) => void
  megabytes: () => number
  end: () => Promise<void>
}

type Channels = ('ignore' | 'inherit' | 'ipc')[]

const quiet: Channels = ['ignore', 'ignore', 'inherit', 'ipc']
const spoken: Channels = ['ignore', 'inherit', 'inherit', 'ipc']
const secret = randomBytes(32).toString('hex')

const envOf = (dataDir: string): NodeJS.ProcessEnv => ({
  ...process.env,
  ...{ NODE_ENV: 'production', NODE_OPTIONS: '--conditions=production', ZHIKU_SECRET: secret },
  ...{ ZHIKU_DATA_DIR: dataDir, DATABASE_URL: '', ZHIKU_DEMO: 'no', HOST: '127.0.0.1' },
  ...(elasticsearchUrl ? { ELASTICSEARCH_INDEX: indexPrefix } : {}),
})

/** One of the scripts beside this file, with a data folder of its own. */
export function startScript(script: string, dataDir: string, args: string[] = []): Child {
  const file = `bench/search/${script}.ts`
  const command = ['--import', 'tsx', file, ...args]
  return childOf(spawn(process.execPath, command, { stdio: spoken, env: envOf(dataDir) }))
}

/** Zhiku as `npm start` runs it, over a folder that is filled already. */
export async function startZhiku(dataDir: string): Promise<Child & { url: string }> {
  const port = await freePort()
  const env = { ...envOf(dataDir), NODE_OPTIONS: '', PORT: String(port) }
  const command = [...profiling(), 'scripts/start.mjs']
  const child = childOf(spawn(process.execPath, command, { stdio: quiet, env }))
  const url = `http://127.0.0.1:${port}`
  for (let isReady = false; !isReady; await pause(200)) {
    isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  }
  return { ...child, url }
}

/** ZHIKU_BENCH_PROFILE=FOLDER writes there what the server's time went into. */
function profiling(): string[] {
  const folder = process.env.ZHIKU_BENCH_PROFILE
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
}

function childOf(child: ChildProcess): Child {
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  process.once('exit', () => child.kill('SIGKILL'))
  const waiting: unknown[] = []
  let take: ((message: unknown) => void) | null = null
  child.on('message', (message) => {
    if (take) take(message)
    else waiting.push(message)
  })
  const failed = ended.then(() => Promise.reject(new Error('A process of the benchmark ended.')))
  failed.catch(() => undefined)
  return {
    next: <Message>() => {
      const message = new Promise<unknown>((done) => {
        if (waiting.length > 0) done(waiting.shift())
        else take = done
      })
      return Promise.race([message, failed]).finally(() => (take = null)) as Promise<Message>
    },
    send: (message) => void child.send(message),
    megabytes: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1e3,
    end: async () => {
      if (child.connected) child.disconnect()
      child.kill('SIGTERM')
      await ended
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const trial = createServer().listen(0, '127.0.0.1', () => {
      const { port } = trial.address() as AddressInfo
      trial.close(() => found(port))
    })
  })
}
