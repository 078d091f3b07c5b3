import type { Payload, PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { checkKeys, type CheckKey } from '@/access/sampling'
import { daysDue } from '@/access/taskDays'
import { samplingTexts } from '@/i18n/sampling'
import { readRows } from '@/tables'
import { recordAudit } from '../audit/append'
import { withoutNumbers } from '../findings/personalNumbers'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { byId, findOne, insert } from '../store'
import { openTask } from '../tasks/openTask'
import { dueAfter, unitOrCentre } from '../tasks/task'
import type { Sample } from './draw'

/** What was found in an entry that was drawn. */
export type SampleCheck = {
  number: string
  faults: CheckKey[]
  sentence: string | null
  byName: string
  at: string
}

export type SampleEntry = {
  number: string
  /** As it is called now; null where it is no longer online. */
  title: string | null
  unit: string
  check: SampleCheck | null
}

type Live = { entry: string; number: string; title: string; revision: number; unit: string }

const liveOf = async (payload: Payload, numbers: readonly string[]) =>
  (await readRows(payload, {
    ...{ collection: 'publications', limit: 0 },
    columns: ['entry', 'number', 'title', 'revision', 'unit', 'unitName', 'unitAbove'],
    where: { and: [{ isLive: { equals: true } }, { number: { in: [...numbers] } }] },
  })) as (Live & { unitName: string; unitAbove: string | null })[]

export const findSample = (req: PayloadRequest, id: string): Promise<Sample | null> =>
  findOne<Sample>({ req, collection: 'samples', where: byId(id) })

/** The entries of a draw in their order, with what was found. */
export async function sampleEntries(payload: Payload, sample: Sample): Promise<SampleEntry[]> {
  const [live, checks] = await Promise.all([
    liveOf(payload, sample.entries),
    readRows(payload, {
      ...{ collection: 'sampleChecks', where: { sample: { equals: sample.id } }, limit: 0 },
    }),
  ])
  const rowOf = new Map(live.map((row) => [row.number, row]))
  const checkOf = new Map(checks.map((row) => [String(row.number), row]))
  return sample.entries.map((number): SampleEntry => {
    const row = rowOf.get(number)
    const check = checkOf.get(number)
    return {
      ...{ number, title: row?.title ?? null, unit: row?.unitName ?? '' },
      check: check
        ? {
            number,
            faults: checkKeys.filter((key) => String(check.faults ?? '').includes(key)),
            sentence: (check.sentence as string | null) ?? null,
            ...{ byName: String(check.byName), at: String(check.at) },
          }
        : null,
    }
  })
}

type Checked = { number: string; faults: readonly CheckKey[]; sentence: string }

/**
 * Puts on record what the centre found in an entry that was drawn, once; what is not as it should be becomes a task of its
 * unit. Throws `Refused`: 404 of what was not drawn or is offline, 409 where it was checked.
 */
export async function checkEntry(
  req: PayloadRequest,
  actor: Actor,
  sample: Sample,
  { number, faults, sentence }: Checked,
  at: Date,
): Promise<void> {
  const [live] = sample.entries.includes(number) ? await liveOf(req.payload, [number]) : []
  if (!live) throw new Refused('notFound')
  const id = `${sample.id}:${live.entry}`
  const isFlawed = faults.length > 0
  const words = withoutNumbers(sentence)
  const unit = isFlawed ? await unitOrCentre(req, live.unit) : null
  const due = await dueAfter(req.payload, daysDue.sample, at)
  await inTransaction(req, async () => {
    if (await findOne({ req, collection: 'sampleChecks', where: byId(id) })) throw checked()
    // First, and once: killed before the check is on record, it is made again and its task is there.
    if (unit) {
      const entry = { id: live.entry, number, revision: live.revision }
      const task = {
        kind: 'sample' as const,
        unit,
        about: words,
        due,
        entry,
        at,
        matter: sample.id,
      }
      await openTask(
        req,
        { ...task, id: `sample:${id}` },
        { by: actor.id, byName: actor.name, unit: actor.unit, channel: 'admin' },
      )
    }
    const data = {
      ...{ id, sample: sample.id, entry: live.entry, number, revision: live.revision },
      ...{ unit: live.unit, unitAbove: live.unitAbove, faults: faults.join(' '), isFlawed },
      ...{ sentence: words || null, by: actor.id, byName: actor.name, at: at.toISOString() },
    }
    await insert({ req, collection: 'sampleChecks', data })
    await recordAudit({
      ...{ req, action: 'samples.check', subject: live.entry, subjectName: number },
      details: { kind: isFlawed ? 'flawed' : 'fine' },
    })
  })
}

const checked = () =>
  new Refused('wrongState', {
    detail: { zh: samplingTexts.zh.checked, en: samplingTexts.en.checked },
  })
