import type { IncomingMessage } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from './problem'

export type Limits = {
  /** Searches an address without a session may make in a minute. */
  publicSearches: number
  /** Failed sign-ins an address may have in ten minutes; a whole call centre may share one address. */
  failedLogins: number
}

export const usualLimits: Limits = { publicSearches: 300, failedLogins: 100 }

/** Counts in this process's memory by client address; nothing about the person is kept. */
export function createLimits({ publicSearches, failedLogins }: Limits) {
  const searches = new RateLimiterMemory({ points: publicSearches, duration: 60 })
  const logins = new RateLimiterMemory({ points: failedLogins, duration: 600 })
  return {
    async takePublicSearch(req: IncomingMessage): Promise<void> {
      try {
        await searches.consume(addressOf(req))
      } catch (refused) {
        throw tooMany(refused)
      }
    },
    async refuseManyFailedLogins(req: IncomingMessage): Promise<void> {
      const known = await logins.get(addressOf(req))
      if (known && known.remainingPoints <= 0) throw tooMany(known)
    },
    async noteFailedLogin(req: IncomingMessage): Promise<void> {
      await logins.penalty(addressOf(req))
    },
  }
}

const addressOf = (req: IncomingMessage): string => req.socket.remoteAddress ?? 'unknown'

function tooMany(refused: unknown): unknown {
  if (!(refused instanceof RateLimiterRes)) return refused
  const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
  return new Problem('tooManyRequests', { seconds }, { 'retry-after': String(seconds) })
}
