import { startThread, type Thread } from '@/threads/startThread'
import { tooLarge } from './said'
import type { SheetAnswer, SheetQuestion } from './thread'
import { UnreadableSheet } from './types'

/** Megabytes for what a thread makes of a file, beside the file. */
const mostMemory = 768

/** A thread for one file, to be ended by who began it. */
export type SheetThread = {
  ask(question: SheetQuestion): Promise<SheetAnswer>
  end(): Promise<void>
}

export function beginThread(signal?: AbortSignal): SheetThread {
  signal?.throwIfAborted()
  const thread = startThread(process.cwd(), { script: 'sheets', data: {}, mostMemory })
  const stop = () => void thread.end()
  signal?.addEventListener('abort', stop)
  return {
    ask: (question) => answerOf(thread, question, signal),
    end: async () => {
      signal?.removeEventListener('abort', stop)
      await thread.end()
    },
  }
}

async function answerOf(
  thread: Thread,
  question: SheetQuestion,
  signal: AbortSignal | undefined,
): Promise<SheetAnswer> {
  try {
    await thread.ready
    const answer = (await thread.ask(question)) as SheetAnswer
    if ('unreadable' in answer) throw new UnreadableSheet(answer.unreadable, answer.line)
    return answer
  } catch (error) {
    signal?.throwIfAborted()
    const { code } = error as { code?: unknown }
    throw code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error
  }
}
