import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'
import { once } from '@/once'

/** server.mjs notes here which answer is under way. */
const answers = once('answers', () => new AsyncLocalStorage<ServerResponse>())

/**
 * Makes the page under way a 404. Unlike Next's `notFound()`, which leaves the page to be drawn by the
 * browser, what the page renders is sent as it is: it can be read without JavaScript.
 */
export function answerMissing(): void {
  const response = answers.getStore()
  if (response && !response.headersSent) response.statusCode = 404
}
