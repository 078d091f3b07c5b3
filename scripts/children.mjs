import { spawn } from 'node:child_process'

const children = new Set()

/** The command failed; `output` is the end of what it said. */
export class ChildFailed extends Error {
  constructor(command, output) {
    super(`${command} failed`)
    this.output = output
  }
}

/**
 * Runs a command to its end. What it says is kept for the case that it fails.
 * @param {string[]} command
 * @param {{ env?: NodeJS.ProcessEnv, onMessage?: (message: any) => void, show?: 'all' | 'stderr' }} [options]
 * @returns {Promise<string>} what it printed
 */
export function run([file, ...args], { env = {}, onMessage, show } = {}) {
  return new Promise((done, failed) => {
    const stdout = show === 'all' ? 'inherit' : show === 'stderr' ? 'ignore' : 'pipe'
    const stderr = show ? 'inherit' : 'pipe'
    const child = spawn(file, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', stdout, stderr, ...(onMessage ? ['ipc'] : [])],
      // A process group of its own, so that stopping it stops what it started as well.
      detached: process.platform !== 'win32',
    })
    children.add(child)
    let said = ''
    const keep = (chunk) => (said = (said + chunk).slice(-20_000))
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    if (onMessage) child.on('message', onMessage)
    child.on('error', failed)
    child.on('close', (code) => {
      children.delete(child)
      if (code === 0) done(said)
      else failed(new ChildFailed([file, ...args].join(' '), said))
    })
  })
}

/** Ends all that is still running, at the latest after three seconds. */
export async function stopChildren() {
  const closed = [...children].map((child) => new Promise((done) => child.once('close', done)))
  signalAll('SIGTERM')
  const late = setTimeout(() => signalAll('SIGKILL'), 3000)
  await Promise.all(closed)
  clearTimeout(late)
}

function signalAll(signal) {
  for (const child of children) {
    try {
      if (process.platform === 'win32') child.kill(signal)
      else process.kill(-child.pid, signal)
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}
