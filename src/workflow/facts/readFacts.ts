import type { Payload } from 'payload'
import { audienceQuery, type Audience } from '@/access/audience'
import type { FactKind } from '@/facts/fact'
import { heartOf } from '@/facts/compatible'
import { factsByValue } from '@/facts/stillOld'
import { readRows } from '@/tables'
import { contradictionsOf, type ToldContradiction } from './contradictions'
import { factsOfRow, readColumns, type FactRow, type ReadRow } from './factRows'

type Reading = { payload: Payload; audience: Audience; now: Date }

/** The live text of this number, where the audience may read it. By its slot: SQLite would walk all live rows. */
async function liveText({ payload, audience, now }: Reading, number: string) {
  const [entry] = await readRows(payload, {
    ...{ collection: 'publications', columns: ['entry'], limit: 1 },
    where: { number: { equals: number } },
  })
  if (!entry) return null
  const [row] = await readRows(payload, {
    ...{ collection: 'publications', columns: readColumns, limit: 1 },
    where: { and: [{ slot: { equals: entry.entry } }, audienceQuery(audience, now)] },
  })
  return (row ?? null) as ReadRow | null
}

/** What a live text states, read from the text itself; null where the audience may not read it. */
export async function factsOfEntry(reading: Reading, number: string) {
  const text = await liveText(reading, number)
  return text && factsOfRow(text)
}

/** What this live text and others that the audience may read say otherwise; null where it may not read it. */
export async function contradictionsOfEntry(
  reading: Reading,
  number: string,
): Promise<ToldContradiction[] | null> {
  const text = await liveText(reading, number)
  return text && contradictionsOf(reading, text)
}

/** 改一处，列出所有: each place where a live text holds this value, a phone however it is written. Of all units: no rights are asked. */
export async function placesOfValue(
  payload: Payload,
  kind: FactKind,
  value: string,
): Promise<FactRow[]> {
  const rows = (await readRows(payload, {
    ...{ collection: 'facts', limit: 0 },
    where: { and: [{ kind: { equals: kind } }, { heart: { equals: heartOf(kind, value) } }] },
  })) as FactRow[]
  const places = factsByValue(rows).placesOf(kind, value)
  return places.sort((one, other) => (one.id < other.id ? -1 : 1))
}
