import { createLocalReq, type Payload } from 'payload'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { putRows, readRows } from '@/tables'
import { inTransaction } from '../inTransaction'
import { examined, lookedBack } from '@/statistics/heat'
import { searchesOfDay } from './rowsOfDay'

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
/** Rows written in one transaction. */
const written = 200
/** A search is on record some seconds after it was answered; in milliseconds. */
const late = 10 * 60_000

/** Counts anew what was shown on a day, from the searches on record. */
export async function countShown(payload: Payload, day: string): Promise<void> {
  const rows = await shownOn(payload, day)
  const req = await createLocalReq({}, payload)
  for (let at = 0; at < rows.length; at += written) {
    const some = rows
      .slice(at, at + written)
      .map((row) => ({ ...row, id: `${day}:${row.number}`, day }))
    await inTransaction(req, () => putRows({ req, collection: 'dayShows', rows: some }))
  }
}

/** Counts the days that are over, from this one on. */
export async function countShownSince(payload: Payload, first: string, now = new Date()) {
  const last = dayBefore(dayOf(new Date(now.getTime() - late)), 1)
  for (let day = first; day <= last; day = dayBefore(day, -1)) await countShown(payload, day)
}

/** Of the days that are over and looked back on, those not counted yet, and the last that was: perhaps not to its end. */
export async function countShownBehind(payload: Payload, now = new Date()): Promise<void> {
  const [known] = await readRows(payload, {
    ...{ collection: 'dayShows', columns: ['day'] },
    ...{ sort: '-day', limit: 1 },
  })
  const first = firstLookedAt(now)
  const from = known && String(known.day) >= first ? String(known.day) : first
  await countShownSince(payload, from, now)
}

/** The first day that hotspots look back on. */
export const firstLookedAt = (now = new Date()): string => dayBefore(dayOf(now), lookedBack - 1)

type Row = {
  shown: string | null
  page: number
  list: string | null
  reader: string | null
  session: string | null
}

async function shownOn(payload: Payload, day: string): Promise<Shown[]> {
  const [answers, hotspots]: [Looks, Looks] = [new Map(), new Map()]
  const columns = ['shown', 'page', 'list', 'reader', 'session']
  for await (const rows of searchesOfDay(payload, day, columns)) {
    // What stands beside an entry answers nothing that was asked.
    for (const row of rows as Row[])
      if (row.list !== 'related') add(row.list === 'hotspots' ? hotspots : answers, row)
  }
  const counts = new Map<string, Shown>()
  const of = (number: string) => {
    const count = counts.get(number) ?? { number, shown: 0, examined: 0, listed: 0 }
    counts.set(number, count)
    return count
  }
  for (const looks of answers.values())
    for (const [number, looked] of looks) {
      const count = of(number)
      count.shown += 1
      count.examined += looked
    }
  for (const looks of hotspots.values())
    for (const [number, looked] of looks) of(number).listed += looked
  return [...counts.values()]
}

/** By whoever was shown something: the best place of each entry, once a day, however often they asked. */
type Looks = Map<string, Map<string, number>>

function add(looks: Looks, { shown, page, reader, session }: Row): void {
  const asker = reader ?? session ?? ''
  const own = looks.get(asker) ?? new Map<string, number>()
  looks.set(asker, own)
  for (const [at, number] of (shown || '').split(' ').entries()) {
    if (number === '') continue
    const looked = examined((page - 1) * onPage + at + 1)
    if (looked > (own.get(number) ?? 0)) own.set(number, looked)
  }
}
