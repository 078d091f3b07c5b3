import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { languageOf } from '@/i18n/language'
import { problemDetails, type Problem } from './problem'

/** Who may keep an answer: nobody, or anyone who asks again whether it still holds. */
export type Keeping = 'never' | 'revalidate'

export function sendJson(
  req: IncomingMessage,
  res: ServerResponse,
  { body, keep }: { body: string; keep: Keeping },
): void {
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': keep === 'never' ? 'no-store' : 'no-cache',
  }
  if (keep === 'revalidate') {
    headers.etag = `"${createHash('sha1').update(body).digest('base64url')}"`
    if (req.headers['if-none-match'] === headers.etag) {
      res.writeHead(304, headers).end()
      return
    }
  }
  send(req, res, { status: 200, headers, body })
}

/** Programs get problem details; a person whose page is refused gets the sentence alone. */
export function sendProblem(req: IncomingMessage, res: ServerResponse, problem: Problem): void {
  const language = languageOf(req.headers['accept-language'])
  const details = problemDetails(problem, language)
  const isPage = !req.url?.startsWith('/api/') && !req.url?.startsWith('/files/')
  send(req, res, {
    status: problem.status,
    headers: {
      'content-type': isPage
        ? 'text/plain; charset=utf-8'
        : 'application/problem+json; charset=utf-8',
      'content-language': language === 'zh' ? 'zh-CN' : 'en',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      ...problem.headers,
    },
    body: isPage ? `${details.detail}\n` : JSON.stringify(details),
  })
}

type Sent = { status: number; headers: Record<string, string>; body: string }

function send(req: IncomingMessage, res: ServerResponse, { status, headers, body }: Sent): void {
  const bytes = Buffer.from(body)
  res.writeHead(status, { ...headers, 'content-length': bytes.length })
  res.end(req.method === 'HEAD' ? undefined : bytes)
}
