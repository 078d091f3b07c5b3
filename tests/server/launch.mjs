import { spawn } from 'node:child_process'
import { createWriteStream, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseUrl } from './database.mjs'
import { elasticsearchUrl, indexOf } from './elasticsearch.mjs'
import { freePort } from './freePort.mjs'

/** One password for everybody of the demo city. */
export const password = 'zhiku-test-2026'

/** For every Node process that tests start; see quickPasswords.mjs. */
export const nodeOptions = `--import=${new URL('quickPasswords.mjs', import.meta.url)}`

/** How long a first start may take on a slow machine, in milliseconds. */
const patience = 600_000

/** Makes the demo city in a folder without serving it. */
export async function prepareData(dataDir) {
  const { ended, log } = await beginPreparing(dataDir)
  if ((await ended) !== 0)
    throw new Error(`The demo city was not made:\n${readFileSync(log, 'utf8')}`)
}

/** The same, under way: to be waited for or to be killed. */
export async function beginPreparing(dataDir) {
  const { child, log } = begin({ dataDir, port: await freePort(), args: ['--prepare-only'] })
  const ended = new Promise((end) => child.once('close', end))
  return { ended, log, kill: () => child.kill('SIGKILL') }
}

/**
 * A real server of its own: all of the API, and with `pages` everything, as `npm start` runs it. Without them the data
 * has been prepared already.
 * @param {{ dataDir: string, pages?: boolean, port?: number, env?: Record<string, string> }} options
 */
export async function launch({ dataDir, pages = false, port, env }) {
  const chosen = port ?? (await freePort())
  const script = pages ? 'scripts/start.mjs' : 'tests/server/withoutPages.mjs'
  const { child, log } = begin({ script, dataDir, port: chosen, env })
  const url = `http://127.0.0.1:${chosen}`
  const ended = new Promise((end) => child.once('close', (code) => end({ code })))
  const isReady = await Promise.race([ready(url), ended.then(() => false)])
  if (!isReady) throw new Error(`The server did not start:\n${readFileSync(log, 'utf8')}`)
  return {
    url,
    port: chosen,
    /** What it has printed so far. */
    output: () => readFileSync(log, 'utf8'),
    /** Ends it as Ctrl-C does, or as a power cut does; resolves to its exit code. */
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return (await ended).code
    },
  }
}

function begin({ script = 'scripts/start.mjs', dataDir, port, env = {}, args = [] }) {
  const log = `${dataDir}.log`
  const child = spawn(process.execPath, [script, ...args], {
    env: {
      ...process.env,
      NODE_OPTIONS: nodeOptions,
      NODE_ENV: '',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: databaseUrl(dataDir),
      ...(elasticsearchUrl && {
        ELASTICSEARCH_URL: elasticsearchUrl,
        ELASTICSEARCH_INDEX: indexOf(dataDir),
      }),
      ZHIKU_DATA_DIR: dataDir,
      ZHIKU_DEMO: 'yes',
      ZHIKU_DEMO_PASSWORD: password,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const file = createWriteStream(log, { flags: 'a' })
  child.stdout.pipe(file, { end: false })
  child.stderr.pipe(file, { end: false })
  process.once('exit', () => child.kill('SIGKILL'))
  return { child, log }
}

async function ready(url) {
  const until = Date.now() + patience
  while (Date.now() < until) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.status === 200) return true
    await pause(100)
  }
  return false
}
