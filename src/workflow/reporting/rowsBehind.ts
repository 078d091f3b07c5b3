import type { Payload, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { isSeen, rowsSeen } from '@/access/statistics'
import { readFiling, type Filed, type Filing } from '@/statistics/readCity'
import type { Span } from '@/statistics/span'
import { readRows, type Row as Stored } from '@/tables'
import { Refused } from '../Refused'
import { looking, readTreeOfUnits, scopeOf, type Unit } from './readStatistics'
import { rowsOnPage, type Within } from './countedPage'
import { readCounted } from './rowsCounted'
import type { RowsWanted } from './rowsWanted'

/** What a figure counts, one by one. */
export type RowBehind = {
  id: string
  entry: string
  library: string
  number: string
  title: string
  unit: string
  /** Where it is opened; null where there is nothing to open: it was purged, or is of no entry. */
  page: string | null
  /** Who did it and when, of what was done; and why, where that was said. */
  by: string
  at: string
  reason: string
}

type Wanted = RowsWanted & { span: Span; page: number }

/**
 * A page of what a figure counts, the newest first, of units whose rows this person sees; of a person's steps and uses
 * `hidden` more were of other units. Refuses who sees none (`notAllowed`), and units and people that are not theirs
 * (`notFound`).
 */
export async function readRowsBehind(payload: Payload, actor: Actor | null, wanted: Wanted) {
  if (rowsSeen(actor) === 'none') throw new Refused('notAllowed')
  const tree = await readTreeOfUnits(payload)
  const filing = await readFiling(payload)
  const units = unitsOf({ actor, wanted, tree })
  const person = await nameOfPerson(payload, { actor, wanted, tree })
  const only = wanted.entry && (await idOf(payload, wanted.entry))
  const of = withinOf({ ...wanted, only }, units, filing)
  const isOfLooks = ['toLook', 'looked', 'noEditor'].includes(wanted.figure)
  const all = isOfLooks ? { ...of, units: looking(tree).filter(isIn(of)) } : of
  const { shown, total, hidden } = await readCounted(payload, wanted, all)
  const names = new Map(tree.map(({ id, name }) => [id, name]))
  const ids = shown.flatMap(({ entry }) => entry || [])
  const entries = await byTheirIds(payload, 'register', ids)
  const decisions = await byTheirIds(
    payload,
    'decisions',
    shown.map(({ id }) => decisionOf(id)),
  )
  const rows = shown.map(({ unit, task, ...row }): RowBehind => {
    const [entry, decision] = [entries.get(row.entry), decisions.get(decisionOf(row.id))]
    return {
      ...row,
      by: row.by || String(decision?.byName ?? ''),
      reason: row.reason || reasonOf(decision),
      library: String(entry?.library ?? decision?.library ?? ''),
      number: task?.number ?? String(entry?.number ?? decision?.number ?? ''),
      page: task ? `/admin/tasks/${task.id}` : entry ? copyOf(entry) : null,
      title: row.title || String(decision?.title ?? entry?.title ?? ''),
      unit: names.get(unit ?? filing.get(row.entry)?.unit ?? '') ?? '',
    }
  })
  return { rows, total, hidden, person, page: wanted.page, pageSize: rowsOnPage }
}

const copyOf = ({ library, id }: Stored) => `/admin/collections/${String(library)}/${String(id)}`

type Asked = { actor: Actor | null; wanted: Wanted; tree: readonly Unit[] }

/** Whose rows are wanted, as far as this person sees them; null for all there are. */
function unitsOf({ actor, wanted, tree }: Asked) {
  const seen = rowsSeen(actor)
  const { unit, units } = scopeOf(actor, tree, wanted.person ? undefined : wanted.unit)
  if (!unit) return seen === 'everything' ? null : []
  return wanted.alone ? [unit.id] : units.map(({ id }) => id)
}

/**
 * The name of the person whose steps and uses are wanted, if any: told to who sees the figures of their unit, on whose entries
 * soever. Refuses all others.
 */
async function nameOfPerson(payload: Payload, { actor, wanted, tree }: Asked): Promise<string> {
  if (!wanted.person) return ''
  const [row] = await readRows(payload, {
    ...{ collection: 'users', columns: ['name', 'unit'], limit: 1 },
    where: { id: { equals: wanted.person } },
  })
  const own = tree.find(({ id }) => id === row?.unit)
  if (!own || !isSeen(rowsSeen(actor), own)) throw new Refused('notFound')
  return String(row?.name ?? '')
}

/** The entry with this number; where there is none, an id that no entry has. */
async function idOf(payload: Payload, number: string): Promise<string> {
  const where = { number: { equals: number.toUpperCase() } }
  const [row] = await readRows(payload, {
    ...{ collection: 'register', columns: ['id'], where, limit: 1 },
  })
  return String(row?.id ?? 'none')
}

function withinOf(
  { library, category, only }: Wanted & { only?: string },
  units: readonly string[] | null,
  filing: Filing,
): Within {
  const known = units && new Set(units)
  const conditions: Where[] = [
    ...(units ? [{ unit: { in: [...units] } }] : []),
    ...(only ? [{ id: { equals: only } }] : []),
    ...(library ? [{ library: { equals: library } }] : []),
    ...(category
      ? [{ categoryKey: category === 'none' ? { exists: false } : { equals: category } }]
      : []),
  ]
  const isOf = ({ unit, ...filed }: Filed) =>
    (!known || known.has(unit)) &&
    (!library || filed.library === library) &&
    (!category || (filed.category ?? 'none') === category)
  const isAll = conditions.length === 0
  return {
    units,
    ...(isAll ? {} : { ofEntries: { and: conditions } }),
    // Where nothing narrows them, they are among all.
    purged: isAll
      ? []
      : [...filing].flatMap(([entry, one]) => (one.isPurged && !only && isOf(one) ? [entry] : [])),
    isWithin(entry) {
      const filed = filing.get(entry)
      return isAll || (filed !== undefined && isOf(filed) && (!only || entry === only))
    },
  }
}

const isIn =
  ({ units }: Within) =>
  (unit: string): boolean =>
    units === null || units.includes(unit)

/** Why it was done; of what was withdrawn, what readers are told. */
const reasonOf = (decision: Stored | undefined): string => {
  const { sentence } = (decision?.details ?? {}) as { sentence?: string }
  return String(decision?.reason ?? sentence ?? '')
}

/** The decision a row is of, where it is of one. */
export const decisionOf = (id: string): string => id.split(':')[0] ?? ''

const columns = {
  register: ['id', 'library', 'number', 'title'],
  decisions: ['id', 'library', 'number', 'title', 'byName', 'reason', 'details'],
} as const

async function byTheirIds(
  payload: Payload,
  collection: keyof typeof columns,
  ids: readonly string[],
): Promise<Map<unknown, Stored>> {
  const where = { id: { in: [...new Set(ids)] } }
  const asked = { collection, columns: columns[collection], where, limit: 0 }
  return new Map((await readRows(payload, asked)).map((row) => [row.id, row]))
}
