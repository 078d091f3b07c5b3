import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { placeOf, type Whence } from '@/access/whence'
import { env } from '@/env'
import { Refused } from '@/workflow/Refused'

/** What may change something; everything else only reads. */
export const isWriting = ({ method }: IncomingMessage): boolean =>
  !['GET', 'HEAD', 'OPTIONS'].includes(method ?? '')

/** The only addresses of Payload's API where somebody without a session may write; the last two refuse everybody. */
const openToAll = ['/api/users/login', '/api/users/forgot-password', '/api/users/reset-password']

export const needsSession = (path: string): boolean =>
  path.startsWith('/api/') && !openToAll.includes(path.replace(/\/+$/, ''))

/**
 * Writes that another site's page has a browser send, with the session or to sign somebody in. Browsers say
 * where a request was made, older ones and those on plain http at least from which site; a program that sends
 * a token or a key of its own is no browser.
 */
export function refuseForeign(headers: IncomingHttpHeaders, { host }: Whence): void {
  if (/^(jwt|bearer|systems api-key) /i.test(headers.authorization ?? '')) return
  const site = headers['sec-fetch-site']
  const isForeign =
    site === undefined
      ? !isOurs(headers.origin ?? headers.referer, host)
      : site !== 'same-origin' && site !== 'none'
  if (isForeign) throw new Refused('crossSite')
}

function isOurs(sent: string | undefined, host: string): boolean {
  if (sent === undefined) return true
  if (!URL.canParse(sent)) return false
  const { host: theirs, origin } = new URL(sent)
  return theirs === host || (env.url !== undefined && origin === new URL(env.url).origin)
}

const kilobyte = 1024
const megabyte = 1024 * kilobyte

/** How much each address takes, in bytes; a file travels with what the form says of it. */
const mostAt: readonly (readonly [path: RegExp, most: number])[] = [
  [/^\/api\/users\//, 64 * kilobyte],
  [/^\/api\/(media|imports|cases\/import)\/?$/, 21 * megabyte],
  [/^/, 5 * megabyte],
]

/**
 * Refuses a body that is larger than its address takes, by what it is said to be or, where nothing is said, as soon
 * as it is.
 * @param refuse answers and has the rest of it thrown away
 */
export function limitBody(req: IncomingMessage, path: string, refuse: (tooLarge: Refused) => void) {
  const most = mostAt.find(([pattern]) => pattern.test(path))?.[1] ?? 0
  const tooLarge = () =>
    new Refused('tooLarge', { filled: { most: sizeOf(most) }, headers: { connection: 'close' } })
  const length = req.headers['content-length']
  if (length !== undefined) {
    if (Number(length) > most) throw tooLarge()
    return
  }
  let seen = 0
  const push = req.push.bind(req)
  req.push = (chunk: Buffer | null, encoding) => {
    seen += chunk?.length ?? 0
    if (seen <= most) return push(chunk, encoding)
    // Whoever reads the body finds it broken, never complete without its end.
    req.push = () => true
    refuse(tooLarge())
    if (req.listenerCount('error') > 0) req.emit('error', new Error('The body is too large.'))
    return true
  }
}

const sizeOf = (bytes: number): string =>
  bytes < megabyte ? `${bytes / kilobyte} KB` : `${Math.floor(bytes / megabyte)} MB`

/** How long a refused sender may go on sending, in milliseconds: cut at once, it would not read the answer. */
const patience = 5_000

/** Reads what still comes and throws it away, then closes; the answer has been written but not ended. */
export function drain(req: IncomingMessage, res: ServerResponse): void {
  const end = () => void res.end()
  const timer = setTimeout(end, patience).unref()
  req.once('end', end).once('close', end).once('error', end).resume()
  res.once('close', () => clearTimeout(timer))
}

export type Limits = {
  /** Searches an address without a session may make in a minute. */
  publicSearches: number
  /** Suggestions it may ask for in a minute: one with each pause of typing. */
  publicSuggestions: number
  /** What it may tell of in an hour: each may become work for a unit. */
  publicReports: number
}

export const usualLimits: Limits = {
  publicSearches: 300,
  publicSuggestions: 1_200,
  publicReports: 30,
}

/** Counts in this process's memory by the network somebody asks from; nothing about the person is kept. */
export function createLimits({ publicSearches, publicSuggestions, publicReports }: Limits) {
  const searches = new RateLimiterMemory({ points: publicSearches, duration: 60 })
  const suggestions = new RateLimiterMemory({ points: publicSuggestions, duration: 60 })
  const reports = new RateLimiterMemory({ points: publicReports, duration: 3600 })
  // Each key has a rate of its own, so what was asked is counted here and held against it below.
  const keys = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 60 })
  return {
    async takePublicSearch({ address }: Whence): Promise<void> {
      try {
        await searches.consume(placeOf(address))
      } catch (refused) {
        throw tooMany(refused)
      }
    },
    async takePublicSuggestion({ address }: Whence): Promise<void> {
      try {
        await suggestions.consume(placeOf(address))
      } catch (refused) {
        throw tooMany(refused)
      }
    },
    async takePublicReport({ address }: Whence): Promise<void> {
      try {
        await reports.consume(placeOf(address))
      } catch (refused) {
        throw tooMany(refused)
      }
    },
    /** @param rate requests a minute; what is left of them is told in the headers of every answer */
    async takeOfKey(res: ServerResponse, id: string, rate: number): Promise<void> {
      const taken = await keys.consume(id)
      const left = Math.max(0, rate - taken.consumedPoints)
      res.setHeader('ratelimit-policy', `"key";q=${rate};w=60`)
      res.setHeader('ratelimit', `"key";r=${left};t=${secondsOf(taken)}`)
      if (taken.consumedPoints > rate) throw tooMany(taken)
    },
  }
}

function tooMany(refused: unknown): unknown {
  if (!(refused instanceof RateLimiterRes)) return refused
  const seconds = secondsOf(refused)
  return new Refused('tooManyRequests', {
    filled: { seconds },
    headers: { 'retry-after': String(seconds) },
  })
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number =>
  Math.max(1, Math.ceil(msBeforeNext / 1000))
