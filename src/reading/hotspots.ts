import type { Payload } from 'payload'
import { entrySummary, summaryColumns, type EntrySummary } from './entrySummary'
import { filedIn } from '@/access/listFilter'
import { readRows } from '@/tables'
import { follow } from '@/tables/follow'
import { findLive, type Reader } from './live'
import { withNewcomer } from '@/statistics/heat'
import { readHot, type Figures, type HotAsked } from '@/statistics/readHot'

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
const atOnce = 40

/**
 * 热点: what is read and used most now and open to this reader, the centre's pins first. Of a unit and what lies below
 * it where one is named; where a district is, what is read and used for matters of that county, zone or park, whoever
 * answers for it. Rejects as the database does.
 */
export async function hotspots(reader: Reader, asked: HotAsked): Promise<Hotspot[]> {
  const { payload, now } = reader
  const { unit } = asked
  const [hot, placed] = await Promise.all([
    readHot(payload, { ...asked, now }),
    placements.now(payload),
  ])
  const { pinned, hidden } = holding(placed, now)
  const known = new Map(hot.map((one) => [one.id, one]))
  const isPinned = new Set(pinned)
  const others = hot.filter(({ id }) => !isPinned.has(id) && !hidden.has(id)).map(({ id }) => id)
  const told = (one: EntrySummary) => ({
    ...one,
    figures: known.get(one.id)?.figures ?? nothing,
    ...{ isPinned: isPinned.has(one.id), isNew: known.get(one.id)?.isNew ?? false },
  })
  // A pin of the whole city is no news of a district in which nobody reads it.
  const own = asked.district ? pinned.filter((id) => known.has(id)) : pinned
  const first = (await readable(reader, own, unit)).slice(0, mostHotspots).map(told)
  const places = mostHotspots - first.length
  if (places === 0) return first.map(withoutMark)
  const found: ReturnType<typeof told>[] = []
  for (let at = 0; at < others.length && found.length < places; at += atOnce)
    found.push(...(await readable(reader, others.slice(at, at + atOnce), unit)).map(told))
  // Newcomers may stand behind all of these.
  const seen = new Set(found.map(({ id }) => id))
  const newcomers = others.filter((id) => known.get(id)?.isNew && !seen.has(id)).slice(0, atOnce)
  if (newcomers.length > 0 && !found.some(({ isNew }) => isNew))
    found.push(...(await readable(reader, newcomers, unit)).map(told))
  return [...first, ...withNewcomer(found, places)].map(withoutMark)
}

const withoutMark = ({ isNew: _isNew, ...hotspot }: Hotspot & { isNew: boolean }): Hotspot =>
  hotspot

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
