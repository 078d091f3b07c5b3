import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import type { Payload } from 'payload'
import { controlPath, type ControlReply, type ControlRequest } from './askServer'
import { runCommand } from './commands'

/** How long a command may go on after the server was told to stop, in milliseconds. */
const lastWord = 2000

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
