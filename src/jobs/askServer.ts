import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { CommandResult, Progress } from './commands'
import { stoppedText } from './stopped'

/** Both ways one JSON value a line. */
export type ControlRequest = { command: string; args: string[]; folder: string }
export type ControlReply = { progress: Progress } | { exitCode: number; output: string }

/** The longest path that macOS and Linux both take for a socket, with room to spare. */
const longestPath = 100

/** Where commands find the running server. Here, and not beside what listens there: that loads all which commands do. */
export function controlPath(dataDir: string): string {
  const path = join(dataDir, 'control.sock')
  if (process.platform !== 'win32' && Buffer.byteLength(path) <= longestPath) return path
  const name = `zhiku-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\${name}`
    : join(tmpdir(), name, 'control.sock')
}

type Options = { dataDir: string; report: (progress: Progress) => void; signal: AbortSignal }

/** Hands a command to the server that owns the data folder and waits for its result. */
export async function askServer(
  request: ControlRequest,
  { dataDir, report, signal }: Options,
): Promise<CommandResult> {
  const socket = connect(controlPath(dataDir))
  signal.addEventListener('abort', () => socket.destroy())
  const broken = new Promise<CommandResult>((answer) => {
    socket.once('error', () => answer(unanswered(request, signal)))
    socket.once('close', () => answer(unanswered(request, signal)))
  })
  socket.write(`${JSON.stringify(request)}\n`)
  return Promise.race([replies(), broken])

  async function replies(): Promise<CommandResult> {
    for await (const line of createInterface({ input: socket })) {
      const reply = JSON.parse(line) as ControlReply
      if (!('progress' in reply)) return reply
      report(reply.progress)
    }
    return broken
  }
}

function unanswered({ command }: ControlRequest, signal: AbortSignal): CommandResult {
  if (signal.aborted) return { exitCode: 130, output: stoppedText(command) }
  return {
    exitCode: 1,
    output:
      '知库正在启动或停止，请稍后再试。Zhiku is starting or stopping; please try again in a moment.',
  }
}
