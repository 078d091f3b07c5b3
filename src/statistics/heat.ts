import { startOfDay } from '@/shanghaiDay'

/**
 * 热点, as figures without a database; docs/statistics.md defines each. What is read and used is weighed by the day, and a
 * weight halves with each week. It is kept by forward decay (Cormode et al., ICDE 2009): a weight of today is not made
 * smaller tomorrow, a weight of tomorrow is made larger, so that an entry's heat is one sum that only grows.
 */
const halfLife = 7
/**
 * To which heat grows: until then it is a fraction, as small as a double may be and no smaller. SQLite makes integers of
 * whole numbers, and integers beyond 2^53 cannot be read back.
 */
const epoch = '2044-01-01'
/** Told to a caller, against read. */
const useWeighs = 10
/** So much of a day counts at most of one person's uses of an entry, and of readers at one address. */
const mostOfOne = 3
/** So many days are looked back on to see where an entry was shown, and in which lists. */
export const lookedBack = 28
/** Shown less often than this within them, an entry had no chance yet. */
const hardlyShown = 20

type DayOf = {
  /** Of each person who used it. */
  uses: Iterable<number>
  /** Different readers, of each address apart; who is signed in is at none but their own. */
  readersAt: Iterable<number>
}

/** What a day of an entry weighs, and how many of its readers count in it. */
export function weightOf({ uses, readersAt }: DayOf): { weight: number; counted: number } {
  const counted = atMost(readersAt)
  return { weight: useWeighs * atMost(uses) + counted, counted }
}

/** How many count of several places, of each so many at most. */
export const atMost = (each: Iterable<number>): number =>
  [...each].reduce((sum, n) => sum + Math.min(n, mostOfOne), 0)

const growthUntil = (day: string): number => 2 ** (daysBetween(epoch, day) / halfLife)

/** What a day's weight adds to an entry's heat. */
export const heatOf = (weight: number, day: string): number => weight * growthUntil(day)

/** Σ weight · 2^(−age / 7 days), seen from this day. */
export const scoreOn = (heat: number, day: string): number => heat / growthUntil(day)

const length = 24 * 60 * 60 * 1000

const daysBetween = (one: string, other: string): number =>
  ((startOfDay(other)?.getTime() ?? NaN) - (startOfDay(one)?.getTime() ?? NaN)) / length

/**
 * How many of those who are shown a list look at this place of it, from 1: as the inverse of the place (Joachims et al.,
 * WSDM 2017), a tenth from the tenth on.
 */
export const examined = (place: number): number => 1 / Math.min(place, 10)

export type Evidence = {
  /** The decayed sum, as of today. */
  score: number
  /** What the last seven days weighed, today with them; and the last twenty-eight, and the readers counted in these. */
  week: number
  month: number
  counted: number
  /** Of the last twenty-eight days: how often it stood in an answer, and how many looked there. */
  shown: number
  examined: number
  /** How many looked at it in the hotspots themselves, opened it from there, and what would be usual. */
  listed: number
  clicked: number
  expected: number
}

/**
 * What hotspots are put in order by: the score, as it would be had the entry stood first in every answer that showed it,
 * and how much oftener than usual it was opened from the hotspots themselves, of which nothing else counts.
 */
export function hotness({ score, week, ...evidence }: Evidence): number {
  const own = Math.min(score, steady * week) * correction(evidence)
  return own + Math.min(surplus(evidence), mostOfSurplus * own)
}

/** So much of what an entry is hot by itself the list may add at most: it never keeps alive what is over. */
const mostOfSurplus = 0.1

/**
 * Whoever is read alike every day has so many times its week as a score. What was read more before than in the last
 * seven days is taken as if it had always been read as in these: a campaign is over when it is over.
 */
const steady = 1 / (1 - 2 ** (-1 / halfLife)) / 7

/** As if it had been shown so much oftener, first: few answers say little about where an entry stands. */
const smoothing = 5

/** Of what was read, not of what callers were told; by the lower bound, because of few readers little follows. */
function correction({ month, counted, shown, examined }: Omit<Corrected, 'score' | 'week'>) {
  if (counted === 0) return 1
  const missed = (shown + smoothing) / (examined + smoothing) - 1
  return 1 + (counted / month) * missed * Math.max(0, 1 - 1 / Math.sqrt(counted))
}

type Corrected = Omit<Evidence, 'clicked' | 'expected'>

/** The lower bound again: what is not clearly more than usual is nothing, so that the list does not feed itself. */
const surplus = ({ clicked, expected }: Pick<Evidence, 'clicked' | 'expected'>): number =>
  Math.max(0, clicked - Math.sqrt(clicked) - expected)

/** Had it no chance yet to be found? One look at the hotspots is as good as ten answers. */
export const isHardlyShown = ({ shown, listed }: Pick<Evidence, 'shown' | 'listed'>): boolean =>
  shown + 10 * listed < hardlyShown

/** How often an entry is opened from the hotspots for each who looks at it there; a tenth where nothing is known. */
export const usualRate = (clicked: number, examined: number): number =>
  (clicked + 1) / (examined + 10)

/** The hottest first; what hardly anybody read within the week is not hot. */
export const inOrder = <Entry extends Evidence>(entries: readonly Entry[]) =>
  entries
    .map((entry) => ({ ...entry, hotness: hotness(entry), isNew: isHardlyShown(entry) }))
    .filter(({ week }) => week >= least)
    .sort((one, other) => other.hotness - one.hotness)

/**
 * One place of so many, the last, is for what was hardly shown so far, where none is among them by itself: else it would
 * never be found.
 */
export function withNewcomer<Entry extends { isNew: boolean }>(
  entries: readonly Entry[],
  places: number,
): Entry[] {
  const first = entries.slice(0, places - 1)
  const rest = entries.slice(places - 1)
  const newcomer = first.some(({ isNew }) => isNew)
    ? rest[0]
    : (rest.find(({ isNew }) => isNew) ?? rest[0])
  return newcomer ? [...first, newcomer] : first
}

/** One reader does not make a hotspot. */
const least = 3
