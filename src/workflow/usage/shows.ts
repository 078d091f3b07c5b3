import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload } from 'payload'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { examined, lookedBack } from '@/statistics/heat'
import type { DistrictShows } from '@/statistics/hotDistricts'
import { putInTurns } from './putInTurns'
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
/** A search is on record some seconds after it was answered, and they are counted by the hour; in milliseconds. */
const late = 2 * 60 * 60_000

/** Counts anew what was shown on a day, from the searches on record: over all, and in the answers about each district. */
export async function countShown(payload: Payload, day: string): Promise<void> {
  const { all, ofDistricts } = await shownOn(payload, day)
  const rows = all.map((row) => ({ ...row, id: `${day}:${row.number}`, day }))
  await putInTurns(payload, 'dayShows', rows)
  const own = ofDistricts.map((row) => ({ ...row, id: `${day}:${row.district}`, day }))
  await putInTurns(payload, 'districtShows', own)
}

/** Counts the days from this one on, today as far as it went. */
export async function countShownSince(payload: Payload, first: string, now = new Date()) {
  const today = dayOf(now)
  for (let day = first; day <= today; day = dayBefore(day, -1)) await countShown(payload, day)
}

/**
 * Of the days looked back on, those not counted yet and the last that was, which went on since; yesterday too until its
 * last searches are on record for certain. Asked each hour, it keeps up with today.
 */
export async function countShownBehind(payload: Payload, now = new Date()): Promise<void> {
  const [known] = await readRows(payload, {
    ...{ collection: 'dayShows', columns: ['day'] },
    ...{ sort: '-day', limit: 1 },
  })
  const first = firstLookedAt(now)
  const last = known ? String(known.day) : first
  const settled = dayOf(new Date(now.getTime() - late))
  const from = last < settled ? last : settled
  await countShownSince(payload, from > first ? from : first, now)
}

/** The first day that hotspots look back on. */
export const firstLookedAt = (now = new Date()): string => dayBefore(dayOf(now), lookedBack - 1)

type Row = {
  shown: string | null
  page: number
  list: string | null
  reader: string | null
  session: string | null
  district: string | null
}

async function shownOn(payload: Payload, day: string) {
  const all = noLooks()
  const ofDistricts = new Map<string, AllLooks>()
  const columns = ['shown', 'page', 'list', 'reader', 'session', 'district']
  for await (const rows of searchesOfDay(payload, day, columns))
    for (const row of rows as Row[]) {
      // What stands beside an entry answers nothing that was asked.
      if (row.list === 'related') continue
      const which = row.list === 'hotspots' ? 'hotspots' : 'answers'
      add(all[which], row)
      if (row.district === null) continue
      const own = ofDistricts.get(row.district) ?? noLooks()
      ofDistricts.set(row.district, own)
      add(own[which], row)
    }
  const districts = []
  for (const [district, looks] of ofDistricts)
    districts.push({ district, shows: packed(await countsOf(looks)) })
  return { all: await countsOf(all), ofDistricts: districts }
}

/** In what was asked, and in the hotspots themselves. */
type AllLooks = Record<'answers' | 'hotspots', Looks>

const noLooks = (): AllLooks => ({ answers: new Map(), hotspots: new Map() })

/** Askers gone through at once while others wait. */
const askersAtOnce = 500

async function countsOf({ answers, hotspots }: AllLooks): Promise<Shown[]> {
  const counts = new Map<string, Shown>()
  const of = (number: string) => {
    const count = counts.get(number) ?? { number, shown: 0, examined: 0, listed: 0 }
    counts.set(number, count)
    return count
  }
  await eachLook(answers, (number, looked) => {
    const count = of(number)
    count.shown += 1
    count.examined += looked
  })
  await eachLook(hotspots, (number, looked) => {
    of(number).listed += looked
  })
  return [...counts.values()]
}

async function eachLook(looks: Looks, take: (number: string, looked: number) => void) {
  let askers = 0
  for (const own of looks.values()) {
    if ((askers += 1) % askersAtOnce === 0) await breathe()
    for (const [number, looked] of own) take(number, looked)
  }
}

/** A day's shows in a district in one row: of most entries nobody reads anything there. */
const packed = (shows: readonly Shown[]): DistrictShows =>
  Object.fromEntries(
    shows.map(({ number, shown, examined, listed }) => [number, [shown, examined, listed]]),
  )

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
