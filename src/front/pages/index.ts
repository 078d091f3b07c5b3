import type { IncomingMessage, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { Payload } from 'payload'
import { holds, takesGzip } from '../answer'
import { clientOf } from '../client'
import { createKeptPages, type KeptPage } from './keptPages'
import { putOnRecord } from './notePage'
import { pageAsked } from './pageAsked'
import type { Pages } from './renderPage'

export type AnswerPage = (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<boolean>

/** Answers citizens' pages that are the same for all; false for every other, which Next makes for whoever asks. */
export function createPages(payload: Payload, pages: Pages): AnswerPage {
  const kept = createKeptPages(payload, pages)
  return async (req, res, url) => {
    const asked = pageAsked(req, url)
    const page = asked && (await kept.pageNow(asked))
    if (!page) return false
    send(req, res, page)
    if (req.method === 'HEAD') return true
    const opened = { payload, session: null, client: clientOf((name) => header(req, name)) }
    for (const note of page.notes) putOnRecord(opened, note)
    return true
  }
}

const header = ({ headers }: IncomingMessage, name: string) => headers[name]?.toString()

function send(req: IncomingMessage, res: ServerResponse, page: KeptPage): void {
  const { status, headers, zipped, etag } = page
  const { vary, ...others } = headers
  for (const [name, value] of Object.entries(others)) res.setHeader(name, value)
  // Pages of people stand at the same addresses; what was sent compressed is no answer to whoever cannot read it.
  res.setHeader('vary', [vary, 'Cookie', 'Accept-Encoding'].flat().filter(Boolean).join(', '))
  if (status === 200) {
    res.setHeader('etag', etag)
    // A proxy may keep it, and asks each time whether it still holds.
    res.setHeader('cache-control', 'no-cache')
    if (holds(req, etag)) {
      res.removeHeader('content-type')
      res.writeHead(304).end()
      return
    }
  }
  const isZipped = takesGzip(req)
  if (isZipped) res.setHeader('content-encoding', 'gzip')
  const body = isZipped ? zipped : gunzipSync(zipped)
  res.setHeader('content-length', body.length)
  res.writeHead(status)
  res.end(req.method === 'HEAD' ? undefined : body)
}
