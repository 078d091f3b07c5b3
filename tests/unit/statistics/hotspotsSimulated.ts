import { dayBefore } from '@/shanghaiDay'
import {
  examined,
  heatOf,
  inOrder,
  lookedBack,
  scoreOn,
  usualRate,
  weightOf,
  type Evidence,
} from '@/statistics/heat'
import { chances } from '@/seed/chances'

/** One day of an entry, as it is counted. */
type Counted = Record<'weight' | 'counted' | 'promoted' | 'shown' | 'examined' | 'listed', number>

type Entry = Evidence & { id: string }

const none: Counted = { weight: 0, counted: 0, promoted: 0, shown: 0, examined: 0, listed: 0 }

/** The first day; others are counted from it. */
const first = '2026-03-02'
export const dayAt = (n: number): string => dayBefore(first, -n)

/** What happens to a few entries day by day, counted and put in order by the rules of the house. */
export function world(seed: number) {
  const counts = new Map<string, Map<string, Counted>>()
  const chance = chances(seed)

  /** Adds to what an entry's day came to. */
  function add(id: string, n: number, more: Partial<Counted>): void {
    const day = dayAt(n)
    const days = counts.get(id) ?? new Map<string, Counted>()
    const before = days.get(day) ?? none
    const sum = Object.entries(before).map(([name, value]) => [
      name,
      value + (more[name as keyof Counted] ?? 0),
    ])
    days.set(day, Object.fromEntries(sum) as Counted)
    counts.set(id, days)
  }

  /** So many callers ask what an entry answers, of whom those who look at its place open it if it is good enough. */
  function ask(id: string, n: number, { asked, place, appeal }: Asked): void {
    let opened = 0
    for (let one = 0; one < asked; one += 1)
      if (chance() < examined(place) && chance() < appeal) opened += 1
    add(id, n, {
      ...weightOf({ uses: [], readersAt: Array.from({ length: opened }, () => 1) }),
      ...{ shown: asked, examined: asked * examined(place) },
    })
  }

  /** What curious readers open from the list itself. */
  function list(n: number, visitors: number, curiosity: (id: string) => number): void {
    const shownHot = hotspots(n).slice(0, 10)
    for (const [at, { id }] of shownHot.entries()) {
      let opened = 0
      for (let one = 0; one < visitors; one += 1)
        if (chance() < examined(at + 1) && chance() < curiosity(id)) opened += 1
      add(id, n, { promoted: opened, listed: visitors * examined(at + 1) })
    }
  }

  const sumOf = (id: string, n: number, days: number, name: keyof Counted): number =>
    Array.from(
      { length: days },
      (_, ago) => counts.get(id)?.get(dayAt(n - ago))?.[name] ?? 0,
    ).reduce((sum, one) => sum + one, 0)

  /** In order, as of the end of a day. */
  function hotspots(n: number) {
    const ids = [...counts.keys()]
    const overAll = (name: keyof Counted) =>
      ids.reduce((sum, id) => sum + sumOf(id, n, lookedBack, name), 0)
    const rate = usualRate(overAll('promoted'), overAll('listed'))
    const entries = ids.map((id): Entry => {
      const heat = [...(counts.get(id) ?? [])].reduce(
        (sum, [day, { weight }]) => sum + heatOf(weight, day),
        0,
      )
      const month = (name: keyof Counted) => sumOf(id, n, lookedBack, name)
      return {
        ...{ id, score: scoreOn(heat, dayAt(n)), week: sumOf(id, n, 7, 'weight') },
        ...{ month: month('weight'), counted: month('counted') },
        ...{ shown: month('shown'), examined: month('examined') },
        ...{
          listed: month('listed'),
          clicked: month('promoted'),
          expected: rate * month('listed'),
        },
      }
    })
    return inOrder(entries)
  }

  return { add, ask, list, hotspots, placeOf }

  function placeOf(id: string, n: number): number {
    return hotspots(n).findIndex((one) => one.id === id) + 1
  }
}

type Asked = { asked: number; place: number; appeal: number }
