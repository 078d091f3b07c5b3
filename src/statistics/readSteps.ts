import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import type { Step } from '@/access/rules'
import { startOfDay } from '@/shanghaiDay'
import { countGroups, readRows } from '@/tables'
import { keptFor } from '@/tables/keptFor'
import type { FigureKey } from './figures'
import { inTurns } from './inTurns'
import { partsOf, within, type Span } from './span'

/** A step as it is counted. */
export type Counted = {
  id: string
  entry: string
  step: Step
  by: string | null
  at: string
  counts: FigureKey
  /** Hours from when it was submitted, of an approval. */
  waited: number | null
}

/** Steps that are counted, and as what; an approval is counted as one, and beside it as what came of it. */
const countedAs: Partial<Record<Step, readonly FigureKey[]>> = {
  submit: ['submitted'],
  approve: ['approved', 'changed'],
  publish: ['changed'],
  saveDirectly: ['changed'],
  return: ['returned'],
  withdraw: ['withdrawn'],
  lapse: ['withdrawn'],
  approveDeletion: ['deleted'],
  delete: ['deleted'],
}

/** The steps that put a text online. */
const opening: readonly Step[] = ['approve', 'publish']

type Row = Omit<Counted, 'counts' | 'waited'>

/**
 * What was done within a span, each step as often as it counts: an approval once as such and once as a text that came
 * (added: the first of its entry) or changed. The first done comes first; at most a minute old.
 */
export const readSteps = (payload: Payload, span: Span): Promise<Counted[]> =>
  kept.now(payload, () => readAll(payload, span), { key: `${span.from}:${span.to}` })

const kept = keptFor<Counted[]>({ name: 'steps', time: 60_000, most: 4 })

async function readAll(payload: Payload, span: Span): Promise<Counted[]> {
  const rows: Row[] = []
  for (const part of partsOf(span, 'month')) {
    await breathe()
    for (const row of await stepsIn(payload, part)) rows.push(row)
  }
  await breathe()
  const online = await onlineBefore(payload, span)
  const submitted = await submittedBefore(payload, span, rows)
  const all: Counted[] = []
  for await (const some of inTurns(rows))
    // Named one by one: copied, a year of them takes a tenth of a second more.
    for (const { id, entry, step, by, at } of some) {
      if (step === 'submit') submitted.set(entry, at)
      for (const key of countedAs[step] ?? []) {
        const isFirst = key === 'changed' && opening.includes(step) && !online.has(entry)
        const waited = key === 'approved' ? hoursSince(submitted.get(entry), at) : null
        all.push({ id, entry, step, by, at, counts: isFirst ? 'added' : key, waited })
      }
      if (opening.includes(step)) online.add(entry)
    }
  return all
}

async function stepsIn(payload: Payload, span: Span): Promise<Row[]> {
  const rows = await readRows(payload, {
    collection: 'decisions',
    columns: ['id', 'entry', 'step', 'by', 'at'],
    // Of which steps, is not asked beside: SQLite would look through all of these, whenever they were taken.
    where: { and: within('at', span) },
    limit: 0,
  })
  return (rows as Row[])
    .filter(({ step }) => step in countedAs)
    .sort((one, other) => (one.at < other.at ? -1 : 1))
}

/** Which entries had been online before the span. */
async function onlineBefore(payload: Payload, span: Span): Promise<Set<string>> {
  const groups = await countGroups(payload, {
    ...{ collection: 'decisions', by: ['entry'] },
    where: { and: [{ step: { in: [...opening] } }, before(span)] },
  })
  return new Set(groups.map(({ entry }) => String(entry)))
}

/** So many entries are asked of at once. */
const atOnce = 500

/** When entries had been submitted last before the span that were approved in it without being submitted in it. */
async function submittedBefore(payload: Payload, span: Span, rows: readonly Row[]) {
  const submitted = new Set<string>()
  const waiting = new Set<string>()
  for (const { entry, step } of rows) {
    if (step === 'submit') submitted.add(entry)
    if (step === 'approve' && !submitted.has(entry)) waiting.add(entry)
  }
  const last = new Map<string, string>()
  const entries = [...waiting]
  for (let at = 0; at < entries.length; at += atOnce) {
    await breathe()
    const some = (await readRows(payload, {
      collection: 'decisions',
      columns: ['entry', 'at'],
      where: {
        and: [
          { entry: { in: entries.slice(at, at + atOnce) } },
          ...[{ step: { equals: 'submit' } }, before(span)],
        ],
      },
      sort: 'at',
      limit: 0,
    })) as Pick<Row, 'entry' | 'at'>[]
    for (const { entry, at } of some) last.set(entry, at)
  }
  return last
}

const before = ({ from }: Span): Where => ({
  at: { less_than: startOfDay(from)?.toISOString() },
})

const hoursSince = (from: string | undefined, to: string): number | null =>
  from === undefined ? null : Math.max(0, (Date.parse(to) - Date.parse(from)) / (60 * 60_000))
