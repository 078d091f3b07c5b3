import type { Payload, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { filedIn } from '@/access/listFilter'
import { alertsSeen } from '@/access/views'
import { aboutAlert } from '@/i18n/alerts'
import type { DemandKind } from '@/statistics/unusual'
import { countRows, readRows } from '@/tables'
import { withoutNumbers } from '../../findings/personalNumbers'
import { Refused } from '../../Refused'
import { daysWanted, whereAll } from '../daysWanted'
import type { AlertsWanted } from './alertsWanted'

/** 异常热度: this was asked or read far more than is usual. */
export type AlertRead = {
  id: string
  kind: DemandKind
  /** The entry or the unit; null for a question. */
  subject: string | null
  /** Of an entry. */
  number: string | null
  /** As it was called then: the question, the title, the name; empty where this person may no longer read it. */
  title: string
  /** In the hour before, and what was usual for it; null where no week was known yet to compare with. */
  count: number
  usual: number | null
  /** Who was told beside the centre. */
  unit: { id: string; name: string } | null
  /** ISO 8601. */
  at: string
}

export type AlertPage = {
  alerts: AlertRead[]
  /** The first day they are told of, which nobody may have named. */
  from: string
  total: number
  page: number
  pageSize: number
}

export const alertsOnPage = 50

/**
 * A page (from 1) of the alerts that are wanted, the newest first: to the centre all, to editors and approvers those
 * that were told to their unit or to one below it. Throws `Refused` (403) for everybody else.
 */
export async function readAlerts(
  payload: Payload,
  actor: Actor,
  { page, ...wanted }: AlertsWanted & { page: number },
): Promise<AlertPage> {
  const seen = seenWhere(actor)
  if (!seen) throw new Refused('notAllowed')
  const { from, conditions } = daysWanted(wanted)
  const where = whereAll([seen, wanted.kind && { kind: { equals: wanted.kind } }, ...conditions])
  const [rows, total] = await Promise.all([
    readRows(payload, {
      ...{ collection: 'alerts', where, sort: '-at' },
      ...{ limit: alertsOnPage, offset: (page - 1) * alertsOnPage },
    }),
    countRows(payload, { collection: 'alerts', where }),
  ])
  const alerts = await told(payload, actor, rows as StoredAlert[])
  return { alerts, from, total, page, pageSize: alertsOnPage }
}

/** How many `readAlerts` lists from this day on; none where they are told of none. */
export async function countAlerts(payload: Payload, actor: Actor, from: string): Promise<number> {
  const seen = seenWhere(actor)
  const where = whereAll([seen, ...daysWanted({ from }).conditions])
  return seen ? countRows(payload, { collection: 'alerts', where }) : 0
}

/** Null for whoever is told of none. */
function seenWhere(actor: Actor): Where | null {
  const seen = alertsSeen(actor)
  if (seen === 'none') return null
  return seen === 'everything' ? {} : filedIn(seen.unit)
}

type StoredAlert = Omit<AlertRead, 'unit' | 'subject'> & {
  subject: string
  isUncompared: boolean | null
  unit: string | null
  unitName: string | null
}

async function told(payload: Payload, actor: Actor, rows: readonly StoredAlert[]) {
  const mayRead = await readable(payload, actor, rows)
  return rows.map(({ id, kind, subject, number, title, count, usual, at, ...row }): AlertRead => ({
    ...{ id, kind, subject: kind === 'query' ? null : subject, number },
    title: kind !== 'entry' || mayRead(subject) ? title : '',
    ...{ count, usual: row.isUncompared ? null : usual },
    unit: row.unit ? { id: row.unit, name: row.unitName ?? '' } : null,
    at,
  }))
}

/** An entry that was filed elsewhere since keeps its title to those who have it now. */
async function readable(
  payload: Payload,
  actor: Actor,
  rows: readonly Pick<StoredAlert, 'kind' | 'subject'>[],
) {
  const seen = alertsSeen(actor)
  if (typeof seen !== 'object') return () => seen === 'everything'
  const ids = rows.flatMap(({ kind, subject }) => (kind === 'entry' ? [subject] : []))
  const found = await readRows(payload, {
    ...{ collection: 'register', columns: ['id'], limit: 0 },
    where: whereAll([{ id: { in: ids } }, filedIn(seen.unit)]),
  })
  const known = new Set(found.map(({ id }) => id))
  return (entry: string) => known.has(entry)
}

/**
 * What messages of these alerts say to this person now, by the alerts' ids: with the title of an entry where the page
 * shows it to them too. Of what is no longer on record nothing.
 */
export async function alertsInWords(
  payload: Payload,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await readRows(payload, {
    ...{ collection: 'alerts', where: { id: { in: [...ids] } }, limit: 0 },
  })
  const alerts = await told(payload, actor, rows as StoredAlert[])
  return new Map(
    alerts.map(({ id, title, ...alert }) => [
      id,
      aboutAlert({ ...alert, title: withoutNumbers(title) }),
    ]),
  )
}
