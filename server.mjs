import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer, IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { basePath, placed } from './scripts/basePath.mjs'
import { isPlain, listenFailed } from './scripts/checks.mjs'
import { loadDotenv } from './scripts/dotenv.mjs'
import { islandsScript } from './scripts/islands.mjs'
import { takeDataLock } from './src/jobs/dataLock.mjs'

// What is one in this process (src/once.ts): src/jobs/serve.ts, inside Next's bundle, leaves here the front and the
// way to stop, and finds what makes pages.
const served = {}
globalThis[Symbol.for('zhiku.served')] = served

// Where a page finds the answer under way: Next lets none say 404 without giving up what it rendered, and its own 404 is
// empty without JavaScript (src/app/(portal)/MissingPage.tsx); and src/front/pages/notePage.ts what it puts on record.
const answers = new AsyncLocalStorage()
globalThis[Symbol.for('zhiku.answers')] = answers

// src/workflow/step/arrivals.ts tells by it which of two requests came first; clocks may be put back.
const arrivals = { count: 0 }
globalThis[Symbol.for('zhiku.arrivals')] = arrivals

/** Bytes of an address and its headers: a question of 5,000 characters is 45,000 of them in an address. */
const longestHeaders = 64 * 1024

/** How long open requests may take after Ctrl-C before they are cut, in milliseconds. */
const grace = 3000

/**
 * Serves until it is told to stop: Next's pages, and in front of them all of the API.
 * @param {{ isDev?: boolean, openPages?: (given: { isDev: boolean, base: string, dir: string, hostname: string, port: number,
 *   httpServer: import('node:http').Server }) => Promise<import('next/dist/server/next').RequestHandler> }} [options]
 *   `openPages` runs src/instrumentation.ts and resolves to what answers where the front does not
 */
export async function startServer({ isDev = false, openPages = openNext } = {}) {
  const dir = fileURLToPath(new URL('.', import.meta.url))
  loadDotenv(`${dir}/.env`)
  process.env.NODE_ENV ||= isDev ? 'development' : 'production'
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  // Payload's server-made dates are read beside those of the browser.
  process.env.TZ ??= 'Asia/Shanghai'
  // Where src/base.ts finds it, in Next's bundle and out of it.
  const base = (process.env.NEXT_BASE_PATH = basePath(process.env.ZHIKU_URL))
  // Before Next, which says a failure of its instrumentation many times over.
  takeDataLock(resolve(process.env.ZHIKU_DATA_DIR || './data'))
  const port = Number(process.env.PORT || 3000)
  const hostname = process.env.HOST || '127.0.0.1'

  let handle
  // In development pages change without anybody's approval, and Next makes all of them alive.
  if (!isDev) {
    const pages = (request, response) => askPages(request, response, { handle, base })
    served.making = { pages, script: islandsScript(`${dir}/.next`) }
  }
  const server = createServer({ maxHeaderSize: longestHeaders }, (request, response) => {
    // Set here, whatever was sent: a step is not applied to a state that came about after it was asked for.
    request.headers['x-zhiku-arrived'] = String((arrivals.count += 1))
    answer(request, response, { handle, isDev, base }).catch((error) => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.on('clientError', refuse)
  // Longer than proxies and clients keep a quiet connection: closed by us first, their next request would be lost.
  server.keepAliveTimeout = 65_000
  stopOnSignal(server)
  await listen(server, port, hostname)

  const pages = await openPages({ isDev, base, dir, hostname, port, httpServer: server })
  if (!served.front) throw new Error('Next did not run src/instrumentation.ts.')
  handle = pages
}

async function openNext({ isDev, base, ...options }) {
  const app = next({ dev: isDev, ...options })
  await app.prepare()
  const pages = app.getRequestHandler()
  // Next 16.4 runs src/instrumentation.ts not before the first request; nobody should have to be the first.
  await ask(pages, placed('/readyz', base))
  for (const path of isDev ? [] : firstPages)
    await ask(pages, placed(path, base)).catch(console.error)
  return pages
}

/**
 * One page of each part, as nobody sees it: what the admin, the portal and the desk are made of is loaded before the
 * first reader comes, who would wait for it. Without an account they show the sign-in.
 */
const firstPages = ['/admin/login', '/', '/desk']

/** A request of our own to Next's handler, past the front; only that it was answered matters. */
async function ask(pages, url) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'HEAD', url, headers: { host: 'localhost' } })
  await pages(request, new ServerResponse(request))
}

async function answer(request, response, { handle, isDev, base }) {
  const asked = (request.url = withoutBase(request.url, base))
  for (const [name, value] of securityHeaders(isDev)) response.setHeader(name, value)
  const isReady = Boolean(handle && served.front)
  if (request.url === '/readyz')
    return say(response, isReady ? 200 : 503, isReady ? 'ready' : 'starting')
  if (!isReady)
    return say(response, 503, '正在启动，请稍候。Starting; please try again in a moment.')
  if (await served.front(request, response)) return
  request.url = asked
  await askPages(request, response, { handle, base })
}

/** Next, which knows the site below its path alone. */
async function askPages(request, response, { handle, base }) {
  request.url = placed(request.url, base)
  await answers.run(response, () => handle(request, response))
}

/** As it is called here, whether a proxy in front took off the path where the site begins or not. */
function withoutBase(url, base) {
  if (!base || !url.startsWith(base) || !/^([/?]|$)/.test(url.slice(base.length))) return url
  return url.slice(base.length).replace(/^(?!\/)/, '/')
}

function say(response, status, text) {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(status === 503 ? { 'Retry-After': '2' } : {}),
  })
  response.end(`${text}\n`)
}

/** What could not be read as a request gets an answer by hand; without one Node would send a bare number. */
function refuse(error, socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const isLong = error.code === 'HPE_HEADER_OVERFLOW'
  const isSlow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
  const other = isSlow ? '408 Request Timeout' : '400 Bad Request'
  const status = isLong ? '431 Request Header Fields Too Large' : other
  const text = isLong
    ? '地址太长。要查的话很长时，请把它粘贴在查询框里，或用 POST /api/search 发送。The address is too long; send a long question by POST /api/search.\n'
    : '请求无法识别。The request cannot be read.\n'
  const lines = [
    `HTTP/1.1 ${status}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`)
}

function securityHeaders(isDev) {
  const policy = [
    "default-src 'self'",
    // Next writes the page's data into inline scripts.
    `script-src 'self' 'unsafe-inline'${isDev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ]
  return [
    ['Content-Security-Policy', policy.join('; ')],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'same-origin'],
    ['X-Frame-Options', 'SAMEORIGIN'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=()'],
  ]
}

function listen(server, port, hostname) {
  return new Promise((listening, failed) => {
    server
      .once('error', (error) => failed(listenFailed(error, port, hostname)))
      .listen(port, hostname, listening)
  })
}

function stopOnSignal(server) {
  let isStopping = false
  const end = async () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(0), grace)
    server.close()
    server.closeIdleConnections()
    await served.stop?.()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end())
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  startServer({ isDev: process.argv.includes('--dev') }).catch((error) => {
    console.error(isPlain(error) ? error.message : error)
    process.exit(1)
  })
}
