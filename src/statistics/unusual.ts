import { startOfDay } from '@/shanghaiDay'

/**
 * Demand that leaves its usual course, as figures without a database; docs/statistics.md defines each. The last hour is
 * compared with the same hour of the same weekday, by a mean in which each week weighs less than the one after it.
 */

/** What is looked at: words that are asked, an entry, and a county, zone or park with all that is filed there. */
export const demandKinds = ['query', 'entry', 'district'] as const
export type DemandKind = (typeof demandKinds)[number]

/** A new week is three tenths of the mean: half of what it says is of the last two weeks, a twelfth older than seven. */
const newest = 0.3
const kept = 1 - newest

/**
 * Fewer people than the floor are chance, and what they ask may tell of one of them. After a week of days off a mean is
 * seven tenths of what it was, after two the half: twice as many as that is the usual week, three times is not.
 * A district is the sum of many entries, steadier than each of them and never as quiet.
 */
const limits: Record<DemandKind, { floor: number; times: number }> = {
  query: { floor: 10, times: 3 },
  entry: { floor: 10, times: 3 },
  district: { floor: 20, times: 2 },
}

/**
 * So far beyond the mean, in standard deviations of what comes by chance. Thousands of means are looked at each day: by
 * three of them chance would be told daily.
 */
const deviations = 4

/** From so many on an hour leaves a mean, and a mean of less than the half is forgotten: three times as many is no ten. */
export const leastKept = 3
const forgottenBelow = 0.5

/** What is kept of a subject and an hour of the week. */
export type Course = {
  /** Σ 0.3 · 0.7^age · count, each age in weeks, as of the time it was written. */
  sum: number
  /** How often this hour of the week had been worked up then. */
  times: number
}

/** What is usual for an hour of the week, and of how many weeks that is known. */
export type Usual = { mean: number; times: number }

/** Of a subject of which nothing is kept none is usual. `times`: how often the hour of the week was worked up by now. */
export function usualOf(course: Course | undefined, times: number): Usual {
  if (!course || times === 0) return { mean: 0, times }
  const sum = course.sum * kept ** Math.max(0, times - course.times)
  // The weights of the weeks there were, which are less than one where they are few.
  return { mean: hundredths(sum / (1 - kept ** times)), times }
}

/** As it is told, so that whoever reckons with what was told comes to the same. */
const hundredths = (mean: number): number => Math.round(mean * 100) / 100

/**
 * From so many on an hour is unusual; where there was no such hour yet, by the floor alone. The less weeks are known the
 * further it must be beyond the mean, which is then by chance what it is.
 */
export function unusualFrom(kind: DemandKind, { mean, times }: Usual): number {
  const { floor, times: oftener } = limits[kind]
  if (times === 0) return floor
  const spread = (newest / (1 + kept)) * ((1 + kept ** times) / (1 - kept ** times))
  return Math.max(floor, oftener * mean, mean + deviations * Math.sqrt(mean * (1 + spread)))
}

/** Is there any week to compare with? */
export const isCompared = ({ times }: Usual): boolean => times > 0

/** Below it nothing of this kind is looked at. */
export const floorOf = (kind: DemandKind): number => limits[kind].floor

export const isUnusual = (kind: DemandKind, count: number, usual: Usual): boolean =>
  count >= unusualFrom(kind, usual)

/**
 * What is kept once an hour of the week has come to so many; null where it is not worth it. What was unusual weighs as if
 * it had only just been so: one rush does not make the next one usual, several weeks of it do. The first week of an hour
 * weighs as it was, as nothing says that it was unusual.
 * @param times how often this hour had been worked up before
 */
export function courseAfter(
  course: Course | undefined,
  { kind, count, times }: { kind: DemandKind; count: number; times: number },
): Course | null {
  if (!course && count < leastKept) return null
  const weighed = times === 0 ? count : Math.min(count, unusualFrom(kind, usualOf(course, times)))
  const before = course ? course.sum * kept ** (times + 1 - course.times) : 0
  const next = { sum: before + newest * weighed, times: times + 1 }
  return usualOf(next, next.times).mean < forgottenBelow ? null : next
}

/**
 * What is usual for an hour that lies in two hours of the clock: what is in the busier, as nobody can say how it lies
 * within it; of one that is not known, what is in the other.
 */
export const busier = (one: Usual, other: Usual): Usual =>
  !isCompared(one) || (isCompared(other) && other.mean > one.mean) ? other : one

const hour = 60 * 60 * 1000
const length = 24 * hour
const monday = startOfDay('2026-01-05')?.getTime() ?? 0

/** The first instant of the clock hour, in milliseconds. */
export const hourOf = (at: Date): number => Math.floor(at.getTime() / hour) * hour

/**
 * The hour of the week, from 0 on Monday at midnight to 167. A weekend that is worked is like a Monday and a weekday off
 * like a Sunday, or each notice of the State Council would be told as unusual demand.
 */
export function hourOfWeek(at: Date, isWorked: boolean): number {
  const begin = startOfDay(at)?.getTime() ?? NaN
  const days = (begin - monday) / length
  const weekday = ((days % 7) + 7) % 7
  const isWeekend = weekday >= 5
  const alike = isWorked && isWeekend ? 0 : !isWorked && !isWeekend ? 6 : weekday
  return alike * 24 + Math.floor((at.getTime() - begin) / hour)
}
