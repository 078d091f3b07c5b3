import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { env } from '@/env'
import { viewCookie } from '@/i18n/accessibility'
import { languageCookie } from '@/i18n/language'
import { notesOf, type PageNote } from './notePage'
import type { PageAsked } from './pageAsked'

/** Next's pages, by addresses as they are written here; server.mjs brings them. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A page as it was made, for whoever asks for it. */
export type MadePage = {
  status: number
  headers: Record<string, string | string[]>
  zipped: Buffer
  /** What opening it puts on record. */
  notes: readonly PageNote[]
}

/**
 * Made for nobody: of a request that holds the address, the language and the view, and nothing of who asked. So nothing of
 * a person can stand in it.
 */
export async function renderPage(pages: Pages, asked: PageAsked): Promise<MadePage> {
  const { host, protocol } = new URL(env.site)
  const cookies = { [languageCookie]: asked.language, [viewCookie]: asked.view ?? '' }
  const request = new IncomingMessage(new Socket())
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`)
  Object.assign(request, { method: 'GET', url: asked.address })
  Object.assign(request.headers, {
    ...{ host, cookie: cookie.join('; ') },
    ...{ 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) },
    // Next writes the title into the head, and fails where it cannot be made, for those alone that say what they are.
    'user-agent': 'zhiku',
  })
  const response = new HeldResponse(request)
  const notes = notesOf(response)
  const answered = async () => {
    await pages(request, response)
    if (!response.writableEnded) throw new Error(`${asked.address} was left unanswered.`)
  }
  const [body] = await Promise.all([response.body, answered()])
  const headers = Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value : String(value)] as const],
  )
  const zipped = await promisify(gzip)(body)
  return { status: response.statusCode, headers: Object.fromEntries(headers), zipped, notes }
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
