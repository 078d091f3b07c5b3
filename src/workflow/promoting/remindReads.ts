import { createLocalReq, type Payload } from 'payload'
import { idOf } from '@/access/actor'
import { reviewedBy } from '@/access/promoting'
import { startOfDay } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { calendarNow } from '../calendar/calendarNow'
import { isWorkingDay } from '../calendar/workingDays'
import type { Period } from '../calendar/periods'
import { inTransaction } from '../inTransaction'
import { findAll } from '../store'
import { tellMatter } from '../telling/matters'
import { isLook, periodsAt, readsToReview, type ReadsToReview } from './readsToReview'
import { noteReview, readReviews, within } from './reviews'

/** Where what is proposed is looked at. */
export const promotionPath = '/admin/promotion'

/**
 * Tells the editors of each unit once in a period that there is something to look at, from its first working day on or as
 * soon as a server runs in it. Where nothing is, that is noted, and counts as looked at. Returns how many were told now.
 */
export async function remindReads(payload: Payload, now = new Date()): Promise<number> {
  if (!isWorkingDay(now, await calendarNow(payload))) return 0
  const { period } = await periodsAt(payload, now)
  const [units, noted, told] = await Promise.all([
    unitsWithEditors(payload),
    readReviews(payload, within(period)),
    toldSince(payload, period),
  ])
  const req = await createLocalReq({}, payload)
  const at = now.toISOString()
  const asked = { unit: null, kind: 'period', outcome: 'asked', at } as const
  if (!noted.some(({ kind }) => kind === 'period'))
    await inTransaction(req, () => noteReview(req, { ...asked, id: `asked:${period.first}` }))
  const done = new Set(noted.filter(isLook).map(({ unit }) => unit))
  let count = 0
  for (const unit of units) {
    if (done.has(unit) || told.has(unit)) continue
    count += await remindUnit(payload, unit, now)
  }
  return count
}

async function remindUnit(payload: Payload, unit: string, now: Date): Promise<number> {
  const proposed = await readsToReview(payload, unit, now)
  const { first } = proposed.period
  const at = now.toISOString()
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    if (proposed.entries.length + proposed.queries.length > 0)
      return tellMatter(req, {
        ...{ id: `${unit}:${first}`, event: 'readsToReview', unit, roles: [reviewedBy] },
        ...{ page: promotionPath, about: aboutOf(proposed), at: now },
      })
    const empty = { unit, kind: 'all', outcome: 'empty', at } as const
    await noteReview(req, { ...empty, id: `empty:${unit}:${first}` })
    return 0
  })
}

/** In the words of the messages, which are the readers' first language. */
function aboutOf({ read, entries, queries }: ReadsToReview): string {
  const parts = [
    ...(entries.length > 0 ? [`读得多的 ${entries.length} 条`] : []),
    ...(queries.length > 0 ? [`没有得到答案的话 ${queries.length} 句`] : []),
  ]
  return `${read.first} 至 ${read.until}：${parts.join('，')}`
}

async function unitsWithEditors(payload: Payload): Promise<string[]> {
  const docs = await findAll({
    req: await createLocalReq({}, payload),
    collection: 'users',
    where: { and: [{ isActive: { equals: true } }, { roles: { in: [reviewedBy] } }] },
    select: { unit: true },
  })
  return [...new Set(docs.flatMap(({ unit }) => idOf(unit) ?? []))]
}

/** Units whose people were told in this period already: who comes later is told with the next. */
async function toldSince(payload: Payload, { first }: Period): Promise<ReadonlySet<unknown>> {
  const rows = await readRows(payload, {
    collection: 'messages',
    columns: ['unit'],
    where: {
      and: [
        { at: { greater_than_equal: startOfDay(first)?.toISOString() } },
        { event: { equals: 'readsToReview' } },
      ],
    },
    limit: 0,
  })
  return new Set(rows.map(({ unit }) => unit))
}
