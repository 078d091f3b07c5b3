import type { Payload, Where } from 'payload'
import type { Step } from '@/access/rules'
import { readRows } from '@/tables'
import { keptFor } from '@/tables/keptFor'
import type { FigureKey } from './figures'
import { partsOf, within, type Span } from './span'

/** A step as it is counted. */
export type Counted = {
  id: string
  entry: string
  number: string
  title: string
  step: Step
  reason: string
  by: string
  byName: string
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
  approveDeletion: ['deleted'],
  delete: ['deleted'],
}
const counted = Object.keys(countedAs) as Step[]

/** The steps that put a text online. */
const opening: readonly Step[] = ['approve', 'publish']

type Row = Omit<Counted, 'counts' | 'waited'>

/**
 * What was done within a span, each step as often as it counts: an approval once as such and once as a text that came
 * (added: the first of its entry) or changed. The first done comes first; at most a minute old.
 */
export const readSteps = (payload: Payload, span: Span): Promise<Counted[]> =>
  kept.now(payload, () => readAll(payload, span), { key: `${span.from}:${span.to}` })

const kept = keptFor<Counted[]>({ name: 'steps', time: 60_000, most: 8 })

async function readAll(payload: Payload, span: Span): Promise<Counted[]> {
  const all: Counted[] = []
  for (const part of partsOf(span, 'month')) {
    const rows = await stepsIn(payload, part)
    const online = await onlineBefore(payload, rows, part)
    const submitted = await submittedBefore(payload, rows, part)
    for (const row of rows) {
      for (const key of countedAs[row.step] ?? []) {
        const isFirst = key === 'changed' && opening.includes(row.step) && !online.has(row.entry)
        const waited = key === 'approved' ? hoursSince(submitted.before(row), row.at) : null
        all.push({ ...row, counts: isFirst ? 'added' : key, waited })
      }
      if (opening.includes(row.step)) online.add(row.entry)
    }
  }
  return all
}

async function stepsIn(payload: Payload, span: Span): Promise<Row[]> {
  const rows = await readRows(payload, {
    collection: 'decisions',
    columns: ['id', 'entry', 'number', 'title', 'step', 'reason', 'by', 'byName', 'at'],
    where: { and: [{ step: { in: counted } }, ...within('at', span)] },
    limit: 0,
  })
  return (rows as Row[])
    .map((row) => ({ ...row, reason: row.reason ?? '', title: row.title ?? '' }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
}

/** Which of the entries that came online in this part had been online before it. */
async function onlineBefore(payload: Payload, rows: readonly Row[], part: Span) {
  const opened = rows.filter(({ step }) => opening.includes(step))
  const before = await stepsOf(payload, opened, [
    { step: { in: [...opening] } },
    ...within('at', part).slice(0, 1).map(earlier),
  ])
  return new Set(before.map(({ entry }) => entry))
}

const earlier = (condition: Where): Where => {
  const [column, asked] = Object.entries(condition)[0] as [string, { greater_than_equal: string }]
  return { [column]: { less_than: asked.greater_than_equal } }
}

/** When each entry that was approved had been submitted last before. */
async function submittedBefore(payload: Payload, rows: readonly Row[], part: Span) {
  const approved = rows.filter(({ step }) => step === 'approve')
  const submits = await stepsOf(payload, approved, [
    { step: { equals: 'submit' } },
    ...within('at', part).slice(1),
  ])
  const byEntry = new Map<string, string[]>()
  for (const { entry, at } of submits) byEntry.set(entry, [...(byEntry.get(entry) ?? []), at])
  return {
    before: ({ entry, at }: Row): string | null =>
      (byEntry.get(entry) ?? [])
        .filter((one) => one <= at)
        .sort()
        .at(-1) ?? null,
  }
}

/** So many entries are asked of at once. */
const atOnce = 500

async function stepsOf(payload: Payload, rows: readonly Row[], where: Where[]) {
  const entries = [...new Set(rows.map(({ entry }) => entry))]
  const found: { entry: string; at: string }[] = []
  for (let at = 0; at < entries.length; at += atOnce) {
    const some = await readRows(payload, {
      collection: 'decisions',
      columns: ['entry', 'at'],
      where: { and: [{ entry: { in: entries.slice(at, at + atOnce) } }, ...where] },
      limit: 0,
    })
    found.push(...(some as { entry: string; at: string }[]))
  }
  return found
}

const hoursSince = (from: string | null, to: string): number | null =>
  from === null ? null : Math.max(0, (Date.parse(to) - Date.parse(from)) / (60 * 60_000))
