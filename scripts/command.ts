import { env } from '../src/env'
import { DataLocked, DataUnusable, takeDataLock } from '../src/jobs/dataLock.mjs'
import type { CommandResult } from '../src/jobs/commands'
import { askServer } from '../src/jobs/askServer'
import { Plain } from './checks.mjs'
import { isPrepared } from './firstStart.mjs'
import { showProgress } from './progress.mjs'
import { settings } from './settings'

// A command works in the running server, which owns the database, or here when none runs.
const [command = '', ...args] = process.argv.slice(2)
const folder = process.env.ZHIKU_FOLDER ?? process.cwd()
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
const progress = showProgress()

/** These change nothing; what they find half done the next start puts right. */
const looking = new Set(['doctor', 'audit:verify'])

const result = await run()
progress.end()
if (result.output) process.stdout.write(`${result.output}\n`)
process.exit(result.exitCode)

async function run(): Promise<CommandResult> {
  let unlock: () => void
  try {
    unlock = takeDataLock(env.dataDir)
  } catch (error) {
    if (error instanceof DataUnusable) return { exitCode: 1, output: error.message }
    if (!(error instanceof DataLocked)) throw error
    return askServer(
      { command, args, folder },
      { ...env, report: progress.show, signal: stop.signal },
    )
  }
  try {
    return await runHere()
  } catch (error) {
    if (!(error instanceof Plain)) throw error
    return { exitCode: 1, output: error.message }
  } finally {
    unlock()
  }
}

async function runHere(): Promise<CommandResult> {
  if (!(await isPrepared(settings))) {
    return {
      exitCode: 1,
      output: '还没有数据库，请先运行 npm start。There is no database yet: run npm start first.',
    }
  }
  // Heavy, and not needed where a running server does the work.
  const { getPayload } = await import('payload')
  const { runCommand } = await import('../src/jobs/commands')
  const { default: config } = await import('../payload.config')
  const { makeReady } = await import('../src/jobs/makeReady')
  const payload = await getPayload({ config })
  if (!looking.has(command)) await makeReady(payload)
  const outcome = await runCommand(command, {
    payload,
    args,
    folder,
    isServing: false,
    report: progress.show,
    signal: stop.signal,
  })
  await payload.destroy()
  return outcome
}
