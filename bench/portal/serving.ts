import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

type Env = Record<string, string>

/** Runs a script of the project to its end. */
export async function run(args: readonly string[], env: Env = {}): Promise<void> {
  const child = started(args, env)
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}.`)
}

/** Starts a server in a process of its own; resolves once it answers at `ready`. */
export async function serving(args: readonly string[], ready: string, env: Env = {}) {
  const port = await freePort()
  const child = started(args, { ...env, PORT: String(port) })
  const ended = once(child, 'close')
  const url = `http://127.0.0.1:${port}`
  while (!(await isAnswered(url + ready))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} did not start.`)
    await pause(200)
  }
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { url, stop }
}

const started = (args: readonly string[], env: Env) =>
  spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const isAnswered = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
