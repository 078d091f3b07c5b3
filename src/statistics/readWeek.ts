import type { Payload } from 'payload'
import { filedIn } from '@/access/listFilter'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { countGroups } from '@/tables'
import { keptFor } from '@/tables/keptFor'
import { askedInVain, type AskedInVain } from './askedInVain'
import { readsOf, type ReadEntry } from './readsOf'

export type DayOfWeek = { day: string; reads: number; uses: number }

/** So many are told. */
const most = 8
const week = 7

type Asked = { unit?: string; now: Date }

type Week = { read: ReadEntry[]; days: DayOfWeek[] }

/** Counted by the minute, looked at as often; in milliseconds. */
const time = 60_000
const weeks = keptFor<Week>({ name: 'week', time, most: 500 })
const inVain = keptFor<AskedInVain[]>({ name: 'inVain', time })

/** What was read of a unit and below it, or of all, and what everybody asked in vain; at most a minute old. */
export async function readWeek(payload: Payload, { unit, now }: Asked) {
  const days = { from: since(now, week) }
  const read = async (): Promise<Week> => ({
    read: await readsOf(payload, { days, ...ofUnit(unit), most }),
    days: await fortnight(payload, { unit, now }),
  })
  const mark = dayOf(now)
  const [last, asks] = await Promise.all([
    weeks.now(payload, read, { key: unit ?? '', mark }),
    inVain.now(payload, () => askedInVain(payload, days), { mark }),
  ])
  return { ...last, inVain: asks.slice(0, most) }
}

const since = (now: Date, days: number): string => dayBefore(dayOf(now), days - 1)

/** Rows of entries that a unit, or one below it, answers for now; of all where none is named. */
const ofUnit = (unit: string | undefined) => (unit ? { ofEntries: filedIn(unit) } : {})

/** How often was read and used on each of the last fourteen days, the last day last. */
async function fortnight(payload: Payload, { unit, now }: Asked): Promise<DayOfWeek[]> {
  const first = since(now, 2 * week)
  const groups = await countGroups(payload, {
    collection: 'dayCounts',
    where: { day: { greater_than_equal: first } },
    ...ofUnit(unit),
    ...{ by: ['day'], sums: ['reads', 'uses'] },
  })
  const known = new Map(groups.map((group) => [group.day, group]))
  return Array.from({ length: 2 * week }, (_, n) => {
    const day = dayBefore(first, -n)
    const group = known.get(day)
    return { day, reads: Number(group?.reads ?? 0), uses: Number(group?.uses ?? 0) }
  })
}
