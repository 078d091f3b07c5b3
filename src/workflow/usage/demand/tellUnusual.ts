import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { aboutAlert } from '@/i18n/alerts'
import { readRows } from '@/tables'
import { withoutNumbers } from '../../findings/personalNumbers'
import { inTransaction } from '../../inTransaction'
import { insertOnce } from '../../store'
import { tellCentre, tellMatter } from '../../telling/matters'
import { findUnusual, type Unusual } from './findUnusual'
import { rebuildWhereDue } from './rebuildWhereDue'
import { readSubjects, type Subject } from './subjects'
import { digestOf, noteTold, timesTold } from './timesTold'
import { workUpHours } from './usualHours'

const dayLong = 24 * 60 * 60 * 1000

/**
 * Tells the centre, and the unit it is of, what was asked or read far more than usual in the hour up to now: a subject
 * once in 24 hours, however often it is looked at and by however many processes. Returns how many were told now.
 */
export async function tellUnusual(payload: Payload, now = new Date()): Promise<number> {
  await rebuildWhereDue(payload, now)
  await workUpHours(payload, now)
  const untold = await withoutTold(payload, await findUnusual(payload, now), now)
  if (untold.length === 0) return 0
  const subjects = await readSubjects(payload, untold, now)
  for (const { unusual, subject } of subjects) {
    const req = await createLocalReq({}, payload)
    await inTransaction(req, () => tellOne(req, { unusual, subject, now }))
  }
  return subjects.length
}

/** Those that were not told for 24 hours, with how often they were before. */
async function withoutTold(payload: Payload, all: readonly Unusual[], now: Date) {
  if (all.length === 0) return []
  // Before those that were told are read: whoever tells one between has told what is counted here too.
  const before = await timesTold(payload, all.map(subjectKey))
  const rows = await readRows(payload, {
    collection: 'alerts',
    columns: ['kind', 'subject', 'at'],
    where: { subject: { in: all.map(({ subject }) => subject) } },
    sort: 'at',
    limit: 0,
  })
  const told = new Map(rows.map(({ kind, subject, at }) => [keyOf([kind, subject]), String(at)]))
  const since = new Date(now.getTime() - dayLong).toISOString()
  const untold = all.filter((one) => (told.get(subjectKey(one)) ?? '') <= since)
  return untold.map((one) => ({ ...one, before: before.get(subjectKey(one)) ?? 0 }))
}

type Untold = Unusual & {
  /** How often it was told, also where that is no longer on record. */
  before: number
}

const subjectKey = ({ kind, subject }: Unusual): string => keyOf([kind, subject])

/** The same for whichever process tells it, whatever its clock says: it follows the one before. */
const idOf = (one: Untold): string => digestOf(keyOf([subjectKey(one), one.before]))

const keyOf = (parts: readonly unknown[]): string => JSON.stringify(parts)

type Told = { unusual: Untold; subject: Subject; now: Date }

/** People first: killed between, whoever comes again tells the others and nobody twice. */
async function tellOne(req: PayloadRequest, { unusual, subject, now }: Told) {
  const { kind, count, usual, isUncompared } = unusual
  const { title, number, told } = subject
  const id = idOf(unusual)
  const said = { kind, number, count, usual: isUncompared ? null : usual }
  // An entry's title is asked for whenever somebody reads it (`alertsInWords`): they may no longer see it then.
  const shown = kind === 'entry' ? '' : withoutNumbers(title)
  const about = aboutAlert({ ...said, title: shown })
  const matter = { id, event: 'unusual', page: '/admin/alerts', about, at: now } as const
  await tellCentre(req, matter)
  if (told) await tellMatter(req, { ...matter, unit: told.unit, roles: ['editor', 'approver'] })
  await insertOnce({
    ...{ req, collection: 'alerts' },
    data: {
      ...{ id, kind, subject: unusual.subject, number, title, count, usual, isUncompared },
      ...(told ?? {}),
      at: now.toISOString(),
    },
  })
  await noteTold(req, subjectKey(unusual), unusual.before)
}
