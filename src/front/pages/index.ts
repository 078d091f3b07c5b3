import type { IncomingMessage, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { Payload } from 'payload'
import { holds, takesGzip } from '../answer'
import { clientOf } from '../client'
import { createKeptPages, type KeptPage } from './keptPages'
import { putOnRecord } from './notePage'
import { isOfCitizens } from './ofCitizens'
import { pageAsked } from './pageAsked'
import { renderPageFor, type MadePage, type Making } from './renderPage'

export type AnswerPage = (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<boolean>

/** Answers citizens' pages, those that are the same for all from what is kept; false for every other address. */
export function createPages(payload: Payload, making: Making): AnswerPage {
  const kept = createKeptPages(payload, making)
  return async (req, res, url) => {
    const asked = pageAsked(req, url)
    if (asked) {
      const page = await kept.pageNow(asked)
      sendKept(req, res, page)
      if (req.method === 'HEAD') return true
      const opened = { payload, session: null, client: clientOf((name) => header(req, name)) }
      for (const note of page.notes) putOnRecord(opened, note)
      return true
    }
    if (req.method !== 'GET' || !isOfCitizens(req, url.pathname)) return false
    const page = await renderPageFor(making, req)
    const { vary } = page.headers
    tell(res, page)
    res.setHeader('vary', [vary, 'Accept-Encoding'].flat().filter(Boolean).join(', '))
    sendBody(req, res, page)
    return true
  }
}

const header = ({ headers }: IncomingMessage, name: string) => headers[name]?.toString()

function sendKept(req: IncomingMessage, res: ServerResponse, page: KeptPage): void {
  const { status, headers, etag } = page
  tell(res, page)
  // Pages of people stand at the same addresses; what was sent compressed is no answer to whoever cannot read it.
  const vary = [headers.vary, 'Cookie', 'Accept-Encoding'].flat().filter(Boolean)
  res.setHeader('vary', vary.join(', '))
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
  sendBody(req, res, page)
}

/** What Next said of the page; nothing that is written in it runs where it holds no script. */
function tell(res: ServerResponse, { headers, hasScripts }: MadePage): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
  const policy = res.getHeader('content-security-policy')
  if (!hasScripts && typeof policy === 'string')
    res.setHeader(
      'content-security-policy',
      policy.replace(/script-src [^;]*/, "script-src 'self'"),
    )
}

function sendBody(req: IncomingMessage, res: ServerResponse, { status, zipped }: MadePage): void {
  const isZipped = takesGzip(req)
  if (isZipped) res.setHeader('content-encoding', 'gzip')
  const body = isZipped ? zipped : gunzipSync(zipped)
  res.setHeader('content-length', body.length)
  res.writeHead(status)
  res.end(req.method === 'HEAD' ? undefined : body)
}
