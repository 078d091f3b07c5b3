import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import type { Whence } from '@/access/whence'
import { env } from '@/env'
import { Refused } from '@/workflow/Refused'
import type { Asked } from '../client'
import { objectIn, bodyOf } from '../questionIn'
import { headersOf } from '../rest/payloadApi'

/**
 * Answers one message of MCP, streamable HTTP without sessions and streams. What speaks it is loaded for the first who
 * asks.
 */
export async function mcp(asked: Asked, req: IncomingMessage, res: ServerResponse): Promise<void> {
  // One at a time, as each counts as one; a list of them is not of the specification any more.
  const message = objectIn(await bodyOf(req))
  const { answerMessage } = await import('./answerMessage')
  const { status, headers, body } = await answerMessage(asked, headersOf(req), message)
  res.writeHead(status, { ...headers, 'cache-control': 'no-store' }).end(body)
}

/**
 * A browser says for which page it asks. One that leads a name of its own here (DNS rebinding) has that name as its host
 * too, so the page must be of this site as it is set, or of a host no such name stands for.
 */
export function refuseOrigin({ origin }: IncomingHttpHeaders, { host }: Whence): void {
  if (origin === undefined) return
  if (!URL.canParse(origin)) throw new Refused('crossSite')
  const page = new URL(origin)
  const isOurs =
    env.url === undefined ? isFixed(page) && page.host === host : isOfSite(page, env.url)
  if (!isOurs) throw new Refused('crossSite')
}

const isOfSite = ({ origin }: URL, site: string): boolean => origin === new URL(site).origin

const isFixed = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0

/** Many programs can only send a key as a bearer's: what has no dots is no token of a session. */
export function takeKeyOfBearer(headers: IncomingHttpHeaders): void {
  const [, key] = /^Bearer\s+([^\s.]+)$/i.exec(headers.authorization ?? '') ?? []
  if (key) headers.authorization = `systems API-Key ${key}`
}
