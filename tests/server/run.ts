import { spawn } from 'node:child_process'
import { databaseUrl } from './database.mjs'
import { nodeOptions } from './launch.mjs'
import { baseUrl } from './people'

export type Ended = { code: number | null; output: string }

/** Runs one of the project's scripts to its end, as a person at a terminal would. */
export function runScript(
  script: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [`scripts/${script}.mjs`, ...args], {
    env: { ...process.env, ...commandEnv(env.ZHIKU_DATA_DIR), NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (chunk: Buffer) => (output += chunk.toString())
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((ended) => child.once('close', (code) => ended({ code, output })))
}

/** What a script needs to find a data folder and its database. */
export const commandEnv = (dataDir = '') => ({
  ...{ NODE_OPTIONS: nodeOptions, HOST: '127.0.0.1', ZHIKU_DATA_DIR: dataDir },
  DATABASE_URL: dataDir ? databaseUrl(dataDir) : '',
})

/** The folder the shared server works in. */
export const servedData = process.env.ZHIKU_TEST_DATA ?? ''

/** The demo city as a first start made it; copy it, never serve it. */
export const freshData = process.env.ZHIKU_TEST_FRESH_DATA ?? ''

export const servedPort = baseUrl ? new URL(baseUrl).port : ''
