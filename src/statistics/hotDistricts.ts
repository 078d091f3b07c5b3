import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload } from 'payload'
import { dayBefore } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { keptFor } from '@/tables/keptFor'

/** In how many answers of a day about a district each entry stood, how many looked there, and the same of the hotspots. */
export type DistrictShows = Record<string, [shown: number, examined: number, listed: number]>

type Sums = Record<'shown' | 'examined' | 'listed', number>

/** Counted by the hour, looked at by the minute; in milliseconds. */
const kept = keptFor<Map<string, Sums>>({ name: 'districtShows', time: 60_000, most: 100 })

type Shows = { district: string; since: string; today: string }

/** The sums of each entry's days up to today in a district, by its number; none where it was not shown. */
export async function showsIn(
  payload: Payload,
  shows: Shows,
): Promise<(number: string, sum: keyof Sums) => number> {
  const which = { key: shows.district, mark: shows.today }
  const sums = await kept.now(payload, () => summed(payload, shows), which)
  return (number, sum) => sums.get(number)?.[sum] ?? 0
}

async function summed(payload: Payload, { district, since, today }: Shows) {
  const sums = new Map<string, Sums>()
  for (let day = since; day <= today; day = dayBefore(day, -1)) {
    // A day may be a long text, and is taken apart in one turn.
    await breathe()
    const rows = await readRows(payload, {
      ...{ collection: 'districtShows', columns: ['shows'], limit: 0 },
      where: { and: [{ district: { equals: district } }, { day: { equals: day } }] },
    })
    for (const { shows } of rows)
      for (const [number, [shown, examined, listed]] of Object.entries(shows as DistrictShows)) {
        const sum = sums.get(number) ?? { shown: 0, examined: 0, listed: 0 }
        sums.set(number, sum)
        sum.shown += shown
        sum.examined += examined
        sum.listed += listed
      }
  }
  return sums
}
