import type { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'

type Answers = AsyncLocalStorage<ServerResponse>

/**
 * Makes the page under way a 404. Unlike Next's `notFound()`, which leaves the page to be drawn by the
 * browser, what the page renders is sent as it is: it can be read without JavaScript.
 */
export function answerMissing(): void {
  const answers = (globalThis as Record<symbol, unknown>)[Symbol.for('zhiku.answers')]
  const response = (answers as Answers | undefined)?.getStore()
  if (response && !response.headersSent) response.statusCode = 404
}
