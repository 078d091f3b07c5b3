import { randomInt } from 'node:crypto'
import type { Payload, PayloadRequest, Where } from 'payload'
import { filedIn } from '@/access/listFilter'
import { samplingTexts } from '@/i18n/sampling'
import { dayBefore, dayOf, endOfDay } from '@/shanghaiDay'
import { weightedSample } from '@/statistics/weightedSample'
import { countGroups, readRows } from '@/tables'
import { recordAudit, whoAsks } from '../audit/append'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { insert } from '../store'

/** A draw as it is on record. */
export type Sample = {
  id: string
  seed: number
  size: number
  unit: string | null
  day: string
  /** Numbers of entries, in the order they were drawn. */
  entries: string[]
  byName: string
  at: string
}

type Drawing = Pick<Sample, 'seed' | 'size' | 'unit' | 'day'>

const dayLong = 86_400_000

/**
 * The entries a number draws among those that were online at the end of a day: what is read often and was approved long ago
 * likelier than others. From the roll-ups, so that it can be drawn again at any time with the same result.
 */
export async function drawn(
  payload: Payload,
  { seed, size, unit, day }: Drawing,
): Promise<string[]> {
  const then = endOfDay(day) as Date
  const at = then.toISOString()
  const online: Where[] = [
    { from: { less_than_equal: at } },
    { or: [{ until: { exists: false } }, { until: { greater_than: at } }] },
    { library: { in: ['knowledge', 'plans'] } },
    ...(unit ? [filedIn(unit)] : []),
  ]
  const [rows, reads] = await Promise.all([
    readRows(payload, {
      ...{ collection: 'publications', columns: ['number', 'approvedAt'], limit: 0 },
      where: { and: online },
    }),
    countGroups(payload, {
      ...{ collection: 'dayCounts', by: ['number'], sums: ['reads'] },
      where: {
        and: [{ day: { less_than_equal: day } }, { day: { greater_than: dayBefore(day, 90) } }],
      },
    }),
  ])
  const readOf = new Map(reads.map(({ number, reads: n }) => [number, Number(n ?? 0)]))
  const candidates = rows.map(({ number, approvedAt }) => {
    const age = (then.getTime() - Date.parse(String(approvedAt))) / dayLong
    const weight = (1 + Math.log1p(readOf.get(number) ?? 0)) * (1 + Math.max(0, age) / 365)
    return { number: String(number), weight }
  })
  return weightedSample(candidates, { seed, size }).map(({ number }) => number)
}

/** Draws a sample and puts it on record with its number. Throws `Refused` (400) where nothing was online to draw from. */
export async function drawSample(
  req: PayloadRequest,
  { size, unit }: { size: number; unit: string | null },
  now: Date,
): Promise<Sample> {
  const drawing = { seed: randomInt(1, 1_000_000_000), size, unit, day: dayBefore(dayOf(now), 1) }
  const entries = await drawn(req.payload, drawing)
  if (entries.length === 0)
    throw new Refused('invalid', {
      fields: ['unit'],
      detail: { zh: samplingTexts.zh.nothing, en: samplingTexts.en.nothing },
    })
  const { by, byName } = whoAsks(req)
  const id = `${dayOf(now)}-${drawing.seed}`
  const row = { id, ...drawing, entries, by, byName: byName ?? '', at: now.toISOString() }
  await inTransaction(req, async () => {
    await insert({ req, collection: 'samples', data: row })
    const details = { count: entries.length, ...(unit ? { unit } : {}) }
    await recordAudit({ req, action: 'samples.draw', subject: id, subjectName: id, details })
  })
  return row
}
