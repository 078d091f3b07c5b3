import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible'
import { once } from '@/once'
import { Refused } from '../../Refused'

export type AttemptLimits = {
  /** Wrong passwords after which an account is locked for the place they came from. */
  perPlace: number
  /** The same from everywhere together, after which it is locked for all places. */
  everywhere: number
  /** How long it is, and how long wrong ones are remembered, in milliseconds. */
  lockedFor: number
  /** Wrong ones of one place, for whatever accounts, after which its attempts are taken one a second. */
  slowedAfter: number
  /** How many may wait for their turn at once. */
  waiting: number
}

const usual: AttemptLimits = {
  perPlace: 5,
  everywhere: 100,
  lockedFor: 10 * 60_000,
  slowedAfter: 100,
  waiting: 50,
}

/** An account's name in its one spelling, known or not, and the network somebody asks from. */
export type Attempt = { name: string; place: string }

type Tries = { failed: number; until: number; refusedAt: number }

const mostNames = 20_000
const mostPlaces = 1_000
/** How long one refusal stands for those after it. */
const repeat = 60_000

/**
 * Sign-ins as counted in this process's memory, by account and place together: whoever guesses locks the account
 * for their own place, not for its owner elsewhere nor for their neighbours. Nothing is asked of the database,
 * so an account that does not exist is locked like any other.
 */
export function createAttempts(limits: AttemptLimits = usual) {
  const { perPlace, everywhere, lockedFor, slowedAfter, waiting } = limits
  const names = new Map<string, Map<string, Tries>>()
  const lines = new Map<string, { last: Promise<unknown>; length: number }>()
  const failures = new RateLimiterMemory({ points: slowedAfter, duration: lockedFor / 1000 })
  const slowly = new RateLimiterQueue(new RateLimiterMemory({ points: 1, duration: 1 }), {
    maxQueueSize: waiting,
  })

  const triesOf = ({ name, place }: Attempt): Tries => {
    const tries = names.get(name)?.get(place)
    return tries && tries.until > Date.now() ? tries : { failed: 0, until: 0, refusedAt: 0 }
  }
  const placesOf = (name: string) => [...(names.get(name)?.keys() ?? [])]
  const isLockedThere = (attempt: Attempt) => triesOf(attempt).failed >= perPlace
  const isLockedEverywhere = (name: string) =>
    placesOf(name).reduce((sum, place) => sum + triesOf({ name, place }).failed, 0) >= everywhere
  const isLockedSomewhere = (name: string) =>
    isLockedEverywhere(name) || placesOf(name).some((place) => isLockedThere({ name, place }))
  const keep = ({ name, place }: Attempt, more: Partial<Tries>) => {
    const tries = { ...triesOf({ name, place }), ...more }
    makeRoom(names, mostNames, (places) => [...places.values()].every(isOver))
    const places = names.get(name) ?? new Map<string, Tries>()
    makeRoom(places, mostPlaces, isOver)
    names.set(name, places.set(place, tries))
  }

  return {
    isLocked: (attempt: Attempt) => isLockedThere(attempt) || isLockedEverywhere(attempt.name),
    isLockedSomewhere,
    lockedNames: (): string[] => [...names.keys()].filter(isLockedSomewhere),

    /** True for the failure that locks. */
    async noteFailure(attempt: Attempt): Promise<boolean> {
      await failures.penalty(attempt.place)
      const failed = triesOf(attempt).failed + 1
      keep(attempt, { failed, until: Date.now() + lockedFor })
      return failed === perPlace
    },

    /** False for a refusal a moment after another one, which need not be on record as well. */
    noteRefusal(attempt: Attempt): boolean {
      const { refusedAt, until } = triesOf(attempt)
      const now = Date.now()
      if (now - refusedAt < repeat) return false
      keep(attempt, { refusedAt: now, until: Math.max(until, now + repeat) })
      return true
    },

    /** Signed in, unlocked, or given a new password: for this place, or for all. */
    forget(name: string, place?: string): void {
      if (place === undefined) names.delete(name)
      else names.get(name)?.delete(place)
    },

    /** One after the other for each account and place, so that guesses sent at once are counted before the next. */
    async inTurn<T>(attempt: Attempt, work: () => Promise<T>): Promise<T> {
      const key = JSON.stringify([attempt.name, attempt.place])
      const line = lines.get(key) ?? { last: Promise.resolve(), length: 0 }
      if (line.length >= waiting) throw new Refused('busy')
      lines.set(key, line)
      line.length += 1
      const mine = line.last.then(work)
      line.last = mine.catch(() => undefined)
      return mine.finally(() => {
        line.length -= 1
        if (line.length === 0) lines.delete(key)
      })
    },

    /** A place that has guessed a lot is not refused, for others may sign in there: it has to wait. */
    async takeTime(place: string): Promise<void> {
      const known = await failures.get(place)
      if (!known || known.remainingPoints > 0) return
      await slowly.removeTokens(1, place).catch(() => {
        throw new Refused('busy')
      })
    },
  }
}

const isOver = ({ until }: Tries): boolean => until <= Date.now()

/** What is over goes first, then what came first. */
function makeRoom<T>(kept: Map<string, T>, most: number, isDone: (value: T) => boolean): void {
  if (kept.size < most) return
  for (const [key, value] of kept) if (isDone(value)) kept.delete(key)
  for (const key of kept.keys()) if (kept.size >= most) kept.delete(key)
}

export const attempts = once('attempts', () => createAttempts())
