import type { Payload } from 'payload'
import { entrySummary, summaryColumns, type EntrySummary } from './entrySummary'
import { filedIn } from '@/access/listFilter'
import { readRows } from '@/tables'
import { follow } from '@/tables/follow'
import { findLive, type Reader } from './live'
import { readHot, type Figures } from '@/statistics/readHot'

/** An entry of the hotspots, with what put it there. */
export type Hotspot = EntrySummary & {
  /** What is read and used of it; the centre's own place has them too, where there are any. */
  figures: Figures
  /** 置顶: the centre put it first. */
  isPinned: boolean
}

/** So many stand in the list. */
export const mostHotspots = 10

/** So many are looked for at once: of some nothing is open to this reader. */
const spare = 4

/**
 * 热点: what is read and used most now and open to this reader, the centre's pins first. Of a unit and what lies below
 * it where one is named. Rejects as the database does.
 */
export async function hotspots(reader: Reader, { unit }: { unit?: string }): Promise<Hotspot[]> {
  const { payload, now } = reader
  const [hot, placed] = await Promise.all([
    readHot(payload, { unit, now, places: mostHotspots }),
    placements.now(payload),
  ])
  const { pinned, hidden } = holding(placed, now)
  const known = new Map(hot.map((one) => [one.id, one.figures]))
  const isPinned = new Set(pinned)
  const wanted = [
    ...pinned,
    ...hot.flatMap(({ id }) => (isPinned.has(id) || hidden.has(id) ? [] : [id])),
  ]
  const found: Hotspot[] = []
  const step = mostHotspots * spare
  for (let at = 0; at < wanted.length && found.length < mostHotspots; at += step) {
    const some = await readable(reader, wanted.slice(at, at + step), unit)
    const told = (one: EntrySummary): Hotspot => ({
      ...one,
      figures: known.get(one.id) ?? nothing,
      isPinned: isPinned.has(one.id),
    })
    found.push(...some.map(told))
  }
  return found.slice(0, mostHotspots)
}

const nothing: Figures = { uses: 0, readers: 0, usesBefore: 0, readersBefore: 0 }

async function readable(reader: Reader, ids: readonly string[], unit: string | undefined) {
  const isWanted = { slot: { in: [...ids] } }
  const { rows } = await findLive(reader, {
    columns: summaryColumns,
    where: unit ? { and: [isWanted, filedIn(unit)] } : isWanted,
    limit: 0,
  })
  const byId = new Map(rows.map((row) => [row.entry, entrySummary(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

type Placed = { entry: string; kind: string; order: number | null; until: string | null }

/** 热点干预 as it stands now. */
const placements = follow('hotspotPlacements', ['hotspotPlacements'], readPlaced)

async function readPlaced(payload: Payload): Promise<Placed[]> {
  const columns = ['entry', 'kind', 'order', 'until']
  const rows = await readRows(payload, { collection: 'hotspotPlacements', columns, limit: 0 })
  return (rows as Placed[]).sort((one, other) => (one.order ?? 1) - (other.order ?? 1))
}

/** What holds now: entries to put first, in order, and those to leave out. */
function holding(placed: readonly Placed[], now: Date) {
  const holds = placed.filter(({ until }) => until === null || new Date(until) >= now)
  const of = (kind: string) => holds.filter((one) => one.kind === kind).map(({ entry }) => entry)
  return { pinned: of('pin'), hidden: new Set(of('hide')) }
}
