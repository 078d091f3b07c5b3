import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer, IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { listenFailed, Plain } from './scripts/checks.mjs'
import { loadDotenv } from './scripts/dotenv.mjs'

// src/jobs/serve.ts, inside Next's bundle, leaves the lean path and the way to stop under these names.
const front = Symbol.for('zhiku.front')
const stop = Symbol.for('zhiku.stop')

// Where src/app/answerMissing.ts finds the answer under way: Next lets no page say 404 without giving up
// what it rendered, and its own 404 is empty without JavaScript.
const answers = new AsyncLocalStorage()
globalThis[Symbol.for('zhiku.answers')] = answers

/** How long open requests may take after Ctrl-C before they are cut, in milliseconds. */
const grace = 3000

/**
 * Serves until it is told to stop: Next's handler, and in front of it the lean path.
 * @param {{ isDev?: boolean, onReady?: () => void }} [options]
 */
export async function startServer({ isDev = false, onReady = () => {} } = {}) {
  const dir = fileURLToPath(new URL('.', import.meta.url))
  loadDotenv(`${dir}/.env`)
  process.env.NODE_ENV ||= isDev ? 'development' : 'production'
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  // Payload's server-made dates are read beside those of the browser.
  process.env.TZ ??= 'Asia/Shanghai'
  const port = Number(process.env.PORT || 3000)
  const hostname = process.env.HOST || '127.0.0.1'

  let handle
  const server = createServer((request, response) => {
    // Set here, whatever was sent: a step is not applied to a state that came about after it was asked for.
    request.headers['x-zhiku-arrived'] = String(Date.now())
    answer(request, response, { handle, isDev }).catch((error) => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  // Longer than proxies and clients keep a quiet connection: closed by us first, their next request would be lost.
  server.keepAliveTimeout = 65_000
  stopOnSignal(server)
  await listen(server, port, hostname)

  const app = next({ dev: isDev, dir, hostname, port, httpServer: server })
  await app.prepare()
  handle = app.getRequestHandler()
  await wake(handle)
  if (!globalThis[front]) throw new Error('Next did not run src/instrumentation.ts.')
  onReady()
}

/** Next 16.4 runs src/instrumentation.ts not before the first request; nobody should have to be the first. */
async function wake(handle) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'HEAD', url: '/readyz', headers: { host: 'localhost' } })
  await handle(request, new ServerResponse(request))
}

async function answer(request, response, { handle, isDev }) {
  for (const [name, value] of securityHeaders(isDev)) response.setHeader(name, value)
  const isReady = Boolean(handle && globalThis[front])
  if (request.url === '/readyz')
    return say(response, isReady ? 200 : 503, isReady ? 'ready' : 'starting')
  if (!isReady)
    return say(response, 503, '正在启动，请稍候。Starting; please try again in a moment.')
  if (await globalThis[front](request, response)) return
  await answers.run(response, () => handle(request, response))
}

function say(response, status, text) {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(status === 503 ? { 'Retry-After': '2' } : {}),
  })
  response.end(`${text}\n`)
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
    await globalThis[stop]?.()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end())
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  startServer({ isDev: process.argv.includes('--dev') }).catch((error) => {
    console.error(error instanceof Plain || error?.name === 'DataLocked' ? error.message : error)
    process.exit(1)
  })
}
