import type { PayloadRequest } from 'payload'
import { keepsReaders } from '@/access/merging'
import { fill } from '@/i18n/adminTexts'
import { mergeTexts } from '@/i18n/merging'
import { readRows } from '@/tables'
import { findEntry } from '../entry'
import { Refused } from '../Refused'
import { takeStep } from '../step/takeStep'
import { findOne } from '../store'
import { invalid, refusedAs } from './refuse'
import { mergingOf, type Task } from './task'

/** The texts of a merge as readers have them. */
export type LiveText = {
  entry: string
  number: string
  library: string
  title: string
  unit: string
  openToUnits: boolean
  openToPublic: boolean
}

/** These entries' texts online, in the order asked for; null of what is not online. */
export async function liveTexts(
  { payload }: Pick<PayloadRequest, 'payload'>,
  entries: readonly string[],
): Promise<(LiveText | null)[]> {
  const rows = (await readRows(payload, {
    ...{ collection: 'publications', limit: 0, where: { slot: { in: [...entries] } } },
    columns: ['entry', 'number', 'library', 'title', 'unit', 'openToUnits', 'openToPublic'],
  })) as LiveText[]
  return entries.map((id) => rows.find(({ entry }) => entry === id) ?? null)
}

/**
 * The withdrawal as merged that an approver agrees to, by its own step with its own rights. It is asked first, before anything
 * is written, whether it could be taken; what is returned takes it, in the transaction of whoever calls. Throws `Refused`.
 */
export async function goingOffline(
  req: PayloadRequest,
  task: Task,
): Promise<() => Promise<unknown>> {
  const merging = mergingOf(task)
  if (!merging) throw new Refused('notFound')
  const [goes, stays] = await liveTexts(req, [merging.goes, merging.stays])
  const entry = await findEntry(req, merging.goes)
  if (!goes || !entry) throw new Refused('notFound')
  if (!stays) throw invalid('stays', 'noSuccessor')
  if (!keepsReaders(goes, stays)) throw invalid('stays', 'fewerReaders')
  const withdrawal = (more: object) =>
    takeStep({
      ...{ req, library: entry.library, id: entry.id, step: 'withdraw' as const },
      body: {
        ...{ revision: entry.revision, seenState: entry.state, kind: 'merged' },
        ...{
          successor: stays.entry,
          sentence: fill(mergeTexts.zh.withdrawn, { number: stays.number }),
        },
        ...more,
      },
    })
  await withdrawal({ check: true })
  return async () => {
    await refuseWhereNotAgreed(req, task)
    return withdrawal({})
  }
}

/** The other unit may have thought better of it this very moment. */
async function refuseWhereNotAgreed(req: PayloadRequest, { id, matter }: Task): Promise<void> {
  const other = await findOne<Task>({
    ...{ req, collection: 'tasks' },
    where: {
      and: [{ matter: { equals: matter } }, { id: { not_equals: id } }],
    },
  })
  if (other && other.state !== 'answered') throw refusedAs('wrongState')
}
