import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzip } from 'node:zlib'
import { languageOf } from '@/i18n/language'
import { problemOf, type Refused } from '@/workflow/Refused'
import { drain } from './admit'

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
    // Weak: the same answer is compressed or not.
    headers.etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`
    if (holds(req, headers.etag)) {
      res.writeHead(304, headers).end()
      return
    }
  }
  send(req, res, { status: 200, headers, body })
}

/**
 * Programs get problem details; a person whose page is refused gets the sentence alone.
 * @param isPayloads whether the address is Payload's, whose forms read its own way to say what is wrong too
 */
export function sendProblem(
  req: IncomingMessage,
  res: ServerResponse,
  { code, details }: Refused,
  isPayloads = false,
): void {
  const language = languageOf(req.headers['accept-language'])
  const problem = problemOf(code, details, language)
  const isPage = !/^\/(api|files|mcp)(\/|\?|$)/.test(req.url ?? '')
  const { status, detail: message } = problem
  const errors = isPayloads ? { errors: [{ message, name: 'Problem', data: { code } }] } : {}
  send(req, res, {
    status,
    headers: {
      'content-type': isPage
        ? 'text/plain; charset=utf-8'
        : `application/${isPayloads ? '' : 'problem+'}json; charset=utf-8`,
      'content-language': language === 'zh' ? 'zh-CN' : 'en',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      ...details.headers,
    },
    body: isPage ? `${message}\n` : JSON.stringify({ ...problem, ...errors }),
  })
}

type Sent = { status: number; headers: Record<string, string>; body: string }

function send(req: IncomingMessage, res: ServerResponse, { status, headers, body }: Sent): void {
  const bytes = Buffer.from(body)
  if (bytes.length < worthCompressing) return end(bytes, {})
  const varies = { vary: 'accept-encoding' }
  if (!takesGzip(req)) return end(bytes, varies)
  gzip(bytes, (error, zipped) => {
    if (error) end(bytes, varies)
    else end(zipped, { ...varies, 'content-encoding': 'gzip' })
  })

  function end(content: Buffer, more: Record<string, string>): void {
    res.writeHead(status, { ...headers, ...more, 'content-length': content.length })
    if (status === 413) {
      res.write(content)
      drain(req, res)
      return
    }
    res.end(req.method === 'HEAD' ? undefined : content)
  }
}

/** Does whoever asks have this answer already? */
export function holds({ headers }: IncomingMessage, etag: string): boolean {
  const tags = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags?.some((tag) => tag === '*' || `W/${tag}` === etag) ?? false
}

/** In bytes; below, packets do not get fewer. */
const worthCompressing = 1024

export function takesGzip({ headers }: IncomingMessage): boolean {
  const accepted = String(headers['accept-encoding'] ?? '').split(',')
  return accepted.some((one) => {
    const [coding = '', weight = ''] = one.split(';').map((part) => part.trim())
    return ['gzip', '*'].includes(coding.toLowerCase()) && !/^q=0(\.0*)?$/i.test(weight)
  })
}
