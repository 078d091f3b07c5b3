import { dayAt, first, minute } from './usageRows'

/** One line of the record, before it is written. */
export type Line = {
  hours: number
  entry: number
  who: number
  use: boolean
  district: string | null
}

/** People 0 to 2; the others are citizens at one address. */
export const whoOf = (n: number) =>
  n < 3 ? { reader: `p${n}`, readerName: '某人' } : { session: `s${n}`, place: 'hall' }

/** What each day of an entry weighs in a district, going through the lines one by one. */
export function byHand(some: readonly Line[]) {
  const days = new Map<string, { who: Set<number>; uses: number[] }>()
  for (const { hours, entry, who, use, district } of some) {
    if (district === null) continue
    const key = `${dayAt(first + hours * 60 * minute)}:${district}:e${entry}`
    const one = days.get(key) ?? { who: new Set<number>(), uses: Array(7).fill(0) as number[] }
    days.set(key, one)
    if (use) one.uses[who]! += 1
    else one.who.add(who)
  }
  return [...days]
    .map(([id, { who, uses }]) => {
      const citizens = [...who].filter((one) => one > 2).length
      const counted = who.size - citizens + Math.min(citizens, 3)
      const used = uses.map((n) => Math.min(n, 3)).reduce((sum, n) => sum + n, 0)
      return { id, readers: who.size, counted, weight: counted + 10 * used }
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1))
}
