import type { Payload } from 'payload'
import { readRows } from '@/tables'

/** In how many answers of a day about a district each entry stood, how many looked there, and the same of the hotspots. */
export type DistrictShows = Record<string, [shown: number, examined: number, listed: number]>

type Sums = Record<'shown' | 'examined' | 'listed', number>

/** The sums of each entry's days from this one on in a district, by its number; none where it was not shown. */
export async function showsIn(
  payload: Payload,
  { district, since }: { district: string; since: string },
): Promise<(number: string, sum: keyof Sums) => number> {
  const rows = await readRows(payload, {
    ...{ collection: 'districtShows', columns: ['shows'], limit: 0 },
    where: {
      and: [{ district: { equals: district } }, { day: { greater_than_equal: since } }],
    },
  })
  const sums = new Map<string, Sums>()
  for (const { shows } of rows)
    for (const [number, [shown, examined, listed]] of Object.entries(shows as DistrictShows)) {
      const sum = sums.get(number) ?? { shown: 0, examined: 0, listed: 0 }
      sums.set(number, sum)
      sum.shown += shown
      sum.examined += examined
      sum.listed += listed
    }
  return (number, sum) => sums.get(number)?.[sum] ?? 0
}
