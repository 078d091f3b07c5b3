import { IncomingMessage, ServerResponse, type IncomingHttpHeaders } from 'node:http'
import { Socket } from 'node:net'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { at } from '@/base'
import { env } from '@/env'
import { viewCookie } from '@/i18n/accessibility'
import { languageCookie } from '@/i18n/language'
import { failedPage } from './failedPage'
import { notesOf, type PageNote } from './notePage'
import { chosenIn, type PageAsked } from './pageAsked'
import { withoutNext } from './withoutNext'

/** Next's pages, by addresses as they are written here. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** What citizens' pages are made of; server.mjs brings it. */
export type Making = {
  pages: Pages
  /** The address of what makes their islands alive. */
  script: string
}

/** A page as it was made, for whoever asks for it. */
export type MadePage = {
  status: number
  headers: Record<string, string | string[]>
  zipped: Buffer
  /** Does a script stand in it that it runs? Those it loads are files of this site. */
  hasScripts: boolean
}

/** The same, with what opening it puts on record. */
export type NotedPage = MadePage & { notes: readonly PageNote[] }

/**
 * Made for nobody: of a request that holds the address, the language and the view, and nothing of who asked. So nothing of
 * a person can stand in it.
 */
export async function renderPage(making: Making, asked: PageAsked): Promise<NotedPage> {
  const { host, protocol } = new URL(env.site)
  const cookies = { [languageCookie]: asked.language, [viewCookie]: asked.view ?? '' }
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`)
  const request = requestFor(asked.address, {
    ...{ host, cookie: cookie.join('; ') },
    ...{ 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) },
    // Next writes the title into the head, and fails where it cannot be made, for those alone that say what they are.
    'user-agent': 'zhiku',
  })
  const response = new HeldResponse(request)
  const notes = notesOf(response)
  return { ...(await made(making, request, response)), notes }
}

/** Made for whoever asks, who alone is sent it; it has put on record itself that they opened it. */
export function renderPageFor(making: Making, { url, headers }: IncomingMessage) {
  // Next would compress what is read here.
  const request = requestFor(url ?? '/', { ...headers, 'accept-encoding': 'identity' })
  return made(making, request, new HeldResponse(request))
}

function requestFor(url: string, headers: IncomingHttpHeaders): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'GET', url })
  Object.assign(request.headers, headers)
  return request
}

async function made(
  { pages, script }: Making,
  request: IncomingMessage,
  response: HeldResponse,
): Promise<MadePage> {
  const { url } = request
  const answered = async () => {
    await pages(request, response)
    if (!response.writableEnded) throw new Error(`${url} was left unanswered.`)
  }
  const [body] = await Promise.all([response.body, answered()])
  const headers = Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value : String(value)] as const],
  )
  const { statusCode: status } = response
  const isHtml = String(response.getHeader('content-type')).startsWith('text/html')
  const { language } = chosenIn(request.headers.cookie ?? '')
  const html = !isHtml
    ? null
    : status >= 500
      ? failedPage(language)
      : withoutNext(body.toString(), at(script))
  const zipped = await promisify(gzip)(html ?? body)
  return { status, headers: Object.fromEntries(headers), zipped, hasScripts: html === null }
}

/** Keeps what is written to it, and sends it nowhere. */
class HeldResponse extends ServerResponse {
  readonly body: Promise<Buffer>
  private readonly parts: Buffer[] = []
  private done: (body: Buffer) => void = () => {}
  private failed: (reason: Error) => void = () => {}

  constructor(request: IncomingMessage) {
    super(request)
    this.body = new Promise((done, failed) => Object.assign(this, { done, failed }))
  }

  override writeHead(status: number, ...more: unknown[]): this {
    this.statusCode = status
    const headers = more.find((one) => typeof one === 'object' && one !== null)
    for (const [name, value] of Object.entries(headers ?? {})) this.setHeader(name, value as string)
    return this
  }

  override flushHeaders(): void {}

  override write(part: string | Uint8Array, ...more: unknown[]): boolean {
    this.parts.push(Buffer.from(part))
    calledBack(more)
    return true
  }

  override end(...given: unknown[]): this {
    const [part] = given
    if (typeof part === 'string' || part instanceof Uint8Array) this.write(part)
    this.finished = true
    this.done(Buffer.concat(this.parts))
    calledBack(given)
    process.nextTick(() => {
      this.emit('finish')
      this.emit('close')
    })
    return this
  }

  /** Given up by whoever was to write it. */
  override destroy(error = new Error('The page was given up.')): this {
    this.destroyed = true
    this.failed(error)
    process.nextTick(() => this.emit('close'))
    return this
  }
}

const calledBack = (given: readonly unknown[]) => {
  const done = given.find((one) => typeof one === 'function')
  if (done) process.nextTick(done)
}
