import { createLocalReq, type Payload } from 'payload'
import { dayOf, startOfDay } from '@/shanghaiDay'
import { putRows, readRows } from '@/tables'
import { inTransaction } from '../inTransaction'
import { dayBefore, examined, lookedBack } from '@/statistics/heat'

/** Where an entry stood in the answers of one day. */
type Shown = {
  number: string
  /** In so many answers, be they hits or lists. */
  shown: number
  /** So many looked there: the sum over the places. */
  examined: number
  /** The same of the hotspots themselves. */
  listed: number
}

const onPage = 20
/** A part of the day that is read at once, in milliseconds. */
const part = 15 * 60_000
/** Rows written in one transaction. */
const atOnce = 200
/** A search is on record some seconds after it was answered; in milliseconds. */
const late = 10 * 60_000

/** Counts anew what was shown on a day, from the searches on record. */
export async function countShown(payload: Payload, day: string): Promise<void> {
  const rows = await shownOn(payload, day)
  const req = await createLocalReq({}, payload)
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = rows
      .slice(at, at + atOnce)
      .map((row) => ({ ...row, id: `${day}:${row.number}`, day }))
    await inTransaction(req, () => putRows({ req, collection: 'dayShows', rows: some }))
  }
}

/** Of the days that are over and looked back on, those not counted yet. */
export async function countShownBehind(payload: Payload, now = new Date()): Promise<void> {
  const last = dayBefore(dayOf(new Date(now.getTime() - late)), 1)
  const [known] = await readRows(payload, {
    ...{ collection: 'dayShows', columns: ['day'] },
    ...{ sort: '-day', limit: 1 },
  })
  const first = firstLookedAt(now)
  const from = known && String(known.day) >= first ? dayBefore(String(known.day), -1) : first
  for (let day = from; day <= last; day = dayBefore(day, -1)) await countShown(payload, day)
}

/** The first day that hotspots look back on. */
export const firstLookedAt = (now = new Date()): string => dayBefore(dayOf(now), lookedBack - 1)

type Row = { shown: string | null; page: number; list: string | null }

async function shownOn(payload: Payload, day: string): Promise<Shown[]> {
  const begin = startOfDay(day)?.getTime() ?? NaN
  const counts = new Map<string, Shown>()
  for (let at = begin; at < begin + 24 * 60 * 60_000; at += part) {
    const rows = await readRows(payload, {
      collection: 'searches',
      columns: ['shown', 'page', 'list'],
      where: {
        and: [
          { at: { greater_than_equal: new Date(at).toISOString() } },
          { at: { less_than: new Date(at + part).toISOString() } },
          // The centre looked how it is found: nobody was shown anything.
          { isTrial: { not_equals: true } },
        ],
      },
      limit: 0,
    })
    for (const row of rows as Row[]) add(counts, row)
  }
  return [...counts.values()]
}

function add(counts: Map<string, Shown>, { shown, page, list }: Row): void {
  // What stands beside an entry answers nothing that was asked.
  if (!shown || list === 'related') return
  for (const [at, number] of shown.split(' ').entries()) {
    const count = counts.get(number) ?? { number, shown: 0, examined: 0, listed: 0 }
    counts.set(number, count)
    const looked = examined((page - 1) * onPage + at + 1)
    if (list === 'hotspots') {
      count.listed += looked
      continue
    }
    count.shown += 1
    count.examined += looked
  }
}
