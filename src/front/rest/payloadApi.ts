import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { handleEndpoints, type Payload } from 'payload'
import type { Whence } from '@/access/whence'
import { at } from '@/base'

/**
 * Answers an address of Payload's REST and of our endpoints beside it: everything of `/api` that is not of the lean
 * path. What is sent and answered flows through; nothing of it is kept whole here.
 */
export async function answerByPayload(
  { config }: Payload,
  req: IncomingMessage,
  res: ServerResponse,
  { scheme, host }: Whence,
): Promise<void> {
  const { pathname, search } = new URL(req.url ?? '/', 'http://localhost')
  // It matches them below the path where the site begins.
  const path = at(plain(pathname))
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  const isHead = req.method === 'HEAD'
  const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(req.method ?? '')
  const request = new Request(new URL(`${path}${search}`, `${scheme}://${host}`), {
    method: isHead ? 'GET' : req.method,
    headers: headersOf(req),
    signal: gone.signal,
    ...(hasBody && { body: Readable.toWeb(req) as ReadableStream, duplex: 'half' }),
  })
  const response = await handleEndpoints({ config, request, path })
  // Refused meanwhile: the body was larger than its address takes.
  if (res.headersSent || res.destroyed) return
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') res.setHeader(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('set-cookie', cookies)
  res.statusCode = response.status
  if (isHead || !response.body) {
    await response.body?.cancel()
    res.end()
    return
  }
  await pipeline(Readable.fromWeb(response.body as never), res)
}

/** As Payload matches it: each part escaped once, no empty ones. */
const plain = (pathname: string): string =>
  `/${pathname
    .split('/')
    .filter(Boolean)
    .map((part) => encodeURIComponent(decodeURIComponent(part)))
    .join('/')}`

/** Node's headers as the web's. */
export function headersOf(req: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, [value].flat().join(', '))
  }
  return headers
}
