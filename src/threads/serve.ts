import { parentPort } from 'node:worker_threads'
import type { Answer } from './startThread'

/** Runs in the thread: answers each question, an error included, and says when it has loaded. */
export function serve<Question>(answer: (question: Question) => unknown): void {
  const send = (message: Answer) => parentPort?.postMessage(message)
  const reply = async (question: Question) => {
    try {
      send({ answer: await answer(question) })
    } catch (error) {
      send({ error: error instanceof Error ? error.message : String(error) })
    }
  }
  parentPort?.on('message', (question: Question) => void reply(question))
  send({ ready: true })
}
