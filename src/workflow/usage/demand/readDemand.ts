import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { longestQuery } from '@/access/searching'
import { addReading, addUse, countAskers, type Asker, type Askers } from '@/statistics/askers'
import type { DemandKind } from '@/statistics/unusual'
import { readRows } from '@/tables'
import { counting } from '../countsOf'
import { rowsBetween } from '../rowsBetween'
import { readDistricts } from './districts'

/** How many asked for each subject: a question by its form, an entry or a district by its id. */
export type Demand = Record<DemandKind, ReadonlyMap<string, number>>

type Span = {
  /** In milliseconds; the last instant is not in it. */
  from: number
  until: number
  /** Into which parts it is taken apart; one where left out. */
  partOf?: (at: Date) => number
}

/** Who asked, read and used what in this time, part by part; a part in which nobody did is not there. */
export async function readDemand(
  payload: Payload,
  { from, until, partOf = () => 0 }: Span,
): Promise<Map<number, Demand>> {
  const parts = new Map<number, Asked>()
  const partAt = (at: string) => {
    const key = partOf(new Date(at))
    const part = parts.get(key) ?? { query: new Map(), entry: new Map() }
    parts.set(key, part)
    return part
  }
  const span = { from, until }
  const searches = { ...span, collection: 'searches', columns: asking, where: questions } as const
  for await (const rows of rowsBetween(payload, searches))
    for (const row of rows as Row[]) {
      const form = String(row.form)
      if (form.length <= longestQuery) addReading(askersOf(partAt(row.at).query, form), row)
    }
  const views = { ...span, collection: 'views', columns: reading, where: [counting] } as const
  for await (const rows of rowsBetween(payload, views))
    for (const row of rows as Row[])
      addReading(askersOf(partAt(row.at).entry, String(row.entry)), row)
  const uses = { ...span, collection: 'uses', columns: ['entry', 'reader'] } as const
  for await (const rows of rowsBetween(payload, uses))
    for (const row of rows as Row[])
      addUse(askersOf(partAt(row.at).entry, String(row.entry)), String(row.reader))
  const districtsOf = await districtsBy(payload, [...parts.values()])
  return new Map([...parts].map(([key, part]) => [key, demandOf(part, districtsOf)]))
}

type Asked = Record<'query' | 'entry', Map<string, Askers>>

const asking = ['form', 'reader', 'session', 'place']
const reading = ['entry', 'reader', 'session', 'place']

/** Lists and the centre's trials are no questions. */
const questions: Where[] = [
  { form: { exists: true } },
  { form: { not_equals: '' } },
  { isTrial: { not_equals: true } },
]

function askersOf(subjects: Map<string, Askers>, subject: string): Askers {
  const askers = subjects.get(subject) ?? new Map()
  subjects.set(subject, askers)
  return askers
}

type Row = Asker & { at: string; form?: unknown; entry?: unknown }

/** Entries asked of the register at once. */
const entriesAtOnce = 500

/** In which districts each of these entries lies. */
async function districtsBy(payload: Payload, parts: readonly Asked[]) {
  const ids = [...new Set(parts.flatMap(({ entry }) => [...entry.keys()]))]
  const districts = await readDistricts(payload)
  const found = new Map<string, string[]>()
  for (let at = 0; at < ids.length; at += entriesAtOnce) {
    await breathe()
    const rows = await readRows(payload, {
      collection: 'register',
      columns: ['id', 'unit', 'unitAbove'],
      where: { id: { in: ids.slice(at, at + entriesAtOnce) } },
      limit: 0,
    })
    for (const { id, unit, unitAbove } of rows)
      found.set(
        String(id),
        [unit, unitAbove].map(String).filter((one) => districts.has(one)),
      )
  }
  return (entry: string) => found.get(entry) ?? []
}

function demandOf({ query, entry }: Asked, districtsOf: (entry: string) => string[]): Demand {
  const inDistricts = new Map<string, Askers[]>()
  for (const [id, askers] of entry)
    for (const district of districtsOf(id))
      inDistricts.set(district, [...(inDistricts.get(district) ?? []), askers])
  return {
    query: counted(query, (askers) => countAskers([askers])),
    entry: counted(entry, (askers) => countAskers([askers])),
    district: counted(inDistricts, countAskers),
  }
}

const counted = <Found>(subjects: ReadonlyMap<string, Found>, count: (found: Found) => number) =>
  new Map([...subjects].map(([subject, found]) => [subject, count(found)]))
