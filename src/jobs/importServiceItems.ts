import { resolve } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload } from 'payload'
import { ensureCounters } from '@/workflow/counters'
import { findEntry } from '@/workflow/entry'
import { namedByImport, type Known } from '@/workflow/importing/bringEntry'
import { actingAs, importUnits, keyOf, type ImportUnit } from '@/workflow/importing/importUnits'
import { Refused } from '@/workflow/Refused'
import { takeStep } from '@/workflow/step/takeStep'
import type { CommandContext, CommandResult } from './commands'
import { importRow, type Outcome } from './import/importRow'
import { readItems, UnreadableFile, type Item, type Items } from './import/readItems'
import { tellOutcome, type Tally } from './import/tellOutcome'

/** `npm run import -- FILE [--submit]`: service items become drafts of their units. */
export async function importServiceItems(context: CommandContext): Promise<CommandResult> {
  const { args, folder } = context
  try {
    const read = await readItems(resolve(folder, args[0] ?? ''))
    const tally = await importAll(context, read)
    return {
      exitCode: tally.faults.length > 0 || tally.isStopped ? 1 : 0,
      output: tellOutcome(tally, read.items),
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return { exitCode: 1, output: error.message }
    throw error
  }
}

async function importAll(context: CommandContext, read: Items): Promise<Tally> {
  const { payload, report, signal } = context
  const isSubmitting = context.args.includes('--submit')
  const known = await findKnown(payload)
  const isSettled = ({ code, hash }: Item) => known.get(code)?.rowHash === hash && !isSubmitting
  const open = read.items.filter((item) => !isSettled(item))
  const paths = [...new Map(open.map(({ unit }) => [keyOf(unit), unit])).values()]
  const total = paths.length + open.length
  let done = 0
  const count = (text: string) => report({ done: (done += 1), total, text })

  await ensureCounters(payload)
  const places = await findPlaces(payload, read.items, known)
  const before = await countUnits(payload)
  const onUnit = () => count('单位 Units')
  const { units, failed } = await importUnits({ payload, paths, places, onUnit, signal })
  const tally = emptyTally(read, (await countUnits(payload)) - before)
  tally.unchanged = read.items.length - open.length
  for (const item of open) {
    if (signal.aborted) break
    const unit = units.get(keyOf(item.unit))
    const sentence = failed.get(keyOf(item.unit))
    if (unit) await importItem({ payload, item, unit, known, isSubmitting, tally })
    else if (sentence) tally.faults.push({ line: item.line, code: item.code, sentence })
    count('事项 Items')
    // SQLite answers without leaving the event loop: a running server answers between two rows.
    await breathe()
  }
  return { ...tally, isStopped: signal.aborted }
}

const emptyTally = ({ faults }: Items, units: number): Tally => ({
  ...{ created: 0, updated: 0, unchanged: 0, submitted: 0, held: 0, left: 0, units },
  ...{ kept: [], found: [], faults: [...faults], isStopped: false },
})

async function importItem(given: {
  payload: Payload
  item: Item
  unit: ImportUnit
  known: Map<string, Known>
  isSubmitting: boolean
  tally: Tally
}): Promise<void> {
  const { payload, item, unit, known, isSubmitting, tally } = given
  const { line, code } = item
  try {
    const outcome = await importRow({ payload, row: item, unit, known: known.get(code) })
    if (outcome.kind === 'kept') {
      tally.kept.push({ line, code, sentence: outcome.sentence })
      return
    }
    tally[outcome.kind] += 1
    if (outcome.findings) tally.found.push({ line, counts: outcome.findings })
    if (isSubmitting) tally[await submit(payload, unit, outcome)] += 1
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    tally.faults.push({ line, code, sentence })
  }
}

/**
 * Submits what still stands as it was imported; what a person took up since is theirs to submit, and what holds
 * a number of a person is held back until somebody has looked at it.
 */
async function submit(
  payload: Payload,
  unit: ImportUnit,
  { entry: id, revision }: Exclude<Outcome, { kind: 'kept' }>,
): Promise<'submitted' | 'held' | 'left'> {
  const req = await createLocalReq({ user: actingAs(unit.editor) }, payload)
  const entry = await findEntry(req, id)
  if (entry?.state !== 'draft' || entry.revision !== revision || entry.deletionRequestedBy) {
    return 'left'
  }
  try {
    const body = { revision, findings: namedByImport }
    await takeStep({ req, library: 'knowledge', id, step: 'submit', body })
    return 'submitted'
  } catch (error) {
    if (error instanceof Refused && error.code === 'findingsUnconfirmed') return 'held'
    throw error
  }
}

async function findKnown(payload: Payload): Promise<Map<string, Known>> {
  const { docs } = await payload.find({
    collection: 'imports',
    overrideAccess: true,
    depth: 0,
    pagination: false,
  })
  return new Map((docs as Known[]).map((note) => [note.id, note]))
}

/** Where the entries of earlier runs are filed now, by the unit their rows name. */
async function findPlaces(
  payload: Payload,
  items: readonly Item[],
  known: ReadonlyMap<string, Known>,
): Promise<Map<string, string>> {
  const { docs } = await payload.find({
    collection: 'register',
    where: { library: { equals: 'knowledge' } },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    select: { unit: true },
  })
  const unitOf = new Map(docs.map(({ id, unit }) => [id, unit]))
  const places = new Map<string, string>()
  for (const { code, unit } of items) {
    const place = unitOf.get(known.get(code)?.entry ?? '')
    if (place && !places.has(keyOf(unit))) places.set(keyOf(unit), place)
  }
  return places
}

async function countUnits(payload: Payload): Promise<number> {
  const where = { kind: { not_equals: 'category' } }
  const { totalDocs } = await payload.count({ collection: 'nodes', where, overrideAccess: true })
  return totalDocs
}
