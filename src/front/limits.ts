import type { ServerResponse } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { placeOf } from '@/access/networks'
import type { Whence } from '@/access/whence'
import { Refused } from '@/workflow/Refused'

export type Limits = {
  /** Searches an address without a session may make in a minute. */
  publicSearches: number
  /** Suggestions it may ask for in a minute: one with each pause of typing. */
  publicSuggestions: number
}

export const usualLimits: Limits = {
  publicSearches: 300,
  publicSuggestions: 1_200,
}

/** Counts in this process's memory by the network somebody asks from; nothing about the person is kept. */
export function createLimits({ publicSearches, publicSuggestions }: Limits) {
  const searches = new RateLimiterMemory({ points: publicSearches, duration: 60 })
  const suggestions = new RateLimiterMemory({ points: publicSuggestions, duration: 60 })
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
