import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Payload } from 'payload'
import { type Progress, runCommand } from './commands'

/** Both ways one JSON value a line. */
export type ControlRequest = { command: string; args: string[]; folder: string }
export type ControlReply = { progress: Progress } | { exitCode: number; output: string }

/** The longest path that macOS and Linux both take for a socket, with room to spare. */
const longestPath = 100

/** How long a command may go on after the server was told to stop, in milliseconds. */
const lastWord = 2000

/** Where commands find the running server. */
export function controlPath(dataDir: string): string {
  const path = join(dataDir, 'control.sock')
  if (process.platform !== 'win32' && Buffer.byteLength(path) <= longestPath) return path
  const name = `zhiku-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\${name}`
    : join(tmpdir(), name, 'control.sock')
}

/** Takes work from commands typed beside the running server; returns how to stop. */
export async function listenForCommands(
  payload: Payload,
  dataDir: string,
): Promise<() => Promise<void>> {
  const path = controlPath(dataDir)
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  const server = createServer((socket) => {
    socket.on('error', () => {})
    const work = answer(payload, socket, stopping.signal).finally(() => running.delete(work))
    running.add(work)
  })
  if (process.platform !== 'win32') {
    if (!path.startsWith(dataDir)) mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    // The data lock says that nobody else listens here: what is left is of a killed process.
    rmSync(path, { force: true })
  }
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(path, listening)
  })
  if (process.platform !== 'win32') chmodSync(path, 0o600)

  return async () => {
    const closed = new Promise((done) => server.close(done))
    stopping.abort()
    await Promise.all(running)
    await closed
  }
}

async function answer(payload: Payload, socket: Socket, stopping: AbortSignal): Promise<void> {
  const gone = new AbortController()
  socket.once('close', () => gone.abort())
  stopping.addEventListener('abort', () => setTimeout(() => socket.destroy(), lastWord).unref())
  const request = await firstLine(socket)
  if (!request) {
    socket.destroy()
    return
  }
  const say = (reply: ControlReply) => {
    if (socket.writable) socket.write(`${JSON.stringify(reply)}\n`)
  }
  const result = await runCommand(request.command, {
    payload,
    args: request.args,
    folder: request.folder,
    isServing: true,
    report: (progress) => say({ progress }),
    signal: AbortSignal.any([gone.signal, stopping]),
  })
  say(result)
  socket.end()
}

function firstLine(socket: Socket): Promise<ControlRequest | null> {
  return new Promise((found) => {
    const lines = createInterface({ input: socket })
    // It hands the socket's errors on, and one that nobody hears ends the process.
    lines.on('error', () => found(null))
    lines.once('close', () => found(null))
    lines.once('line', (line) => {
      try {
        found(JSON.parse(line) as ControlRequest)
      } catch {
        found(null)
      }
    })
  })
}
