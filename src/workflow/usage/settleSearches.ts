import { createLocalReq, type Payload, type Where } from 'payload'
import { readRows } from '@/tables'
import { change } from '../store'

/**
 * What became of a search, of which the first that holds counts:
 * - `trial`: the centre looked why a hit is where it is;
 * - `used`: an entry was used on a call, `opened`: one was opened, from this answer;
 * - `listed`: nothing was asked, a list was shown;
 * - `continued`: the same question went on within a minute, on its next page, by other filters, or typed further;
 * - `reformulated`: the same reader asked something else within a minute;
 * - `inVain`: nothing was found; `abandoned`: what was found was left alone.
 */
export const outcomes = [
  ...(['trial', 'used', 'opened', 'listed', 'continued'] as const),
  ...(['reformulated', 'inVain', 'abandoned'] as const),
]
export type Outcome = (typeof outcomes)[number]

const minute = 60_000
/** So long what was found may still be opened or used. */
const patience = 30 * minute
/** Looked at and settled together. */
const atOnce = 200

/** Says of searches of more than half an hour ago what became of them, the oldest first; each once. */
export async function settleSearches(payload: Payload, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - patience).toISOString()
  for (;;) {
    const rows = (await readRows(payload, {
      collection: 'searches',
      columns: ['id', 'form', 'reader', 'session', 'shown', 'found', 'isTrial', 'at'],
      where: { and: [{ outcome: { equals: null } }, { at: { less_than: before } }] },
      sort: 'at',
      limit: atOnce,
    })) as Settled[]
    if (rows.length === 0) return
    await settle(payload, rows)
  }
}

type Asker = { reader: string | null; session: string | null }

type Asked = Asker & { id: string; form: string | null; at: string }

type Settled = Asked & { shown: string | null; found: number; isTrial: boolean | null }

async function settle(payload: Payload, rows: readonly Settled[]): Promise<void> {
  const [used, opened, following] = await Promise.all([
    named(payload, 'uses', rows),
    named(payload, 'views', rows),
    followingOf(payload, rows),
  ])
  const byOutcome = new Map<Outcome, string[]>()
  for (const row of rows) {
    const outcome = outcomeOf(row, { used, opened, next: following(row) })
    byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), row.id])
  }
  const req = await createLocalReq({}, payload)
  for (const [outcome, some] of byOutcome)
    await change({ req, collection: 'searches', where: { id: { in: some } }, data: { outcome } })
}

type Known = {
  used: ReadonlySet<string>
  opened: ReadonlySet<string>
  /** What the same reader asked next, within a minute. */
  next: Asked | undefined
}

export function outcomeOf(row: Settled, { used, opened, next }: Known): Outcome {
  const form = row.form ?? ''
  if (row.isTrial) return 'trial'
  if (used.has(row.id)) return 'used'
  if (opened.has(row.id)) return 'opened'
  if (form === '') return 'listed'
  const nextForm = next?.form ?? ''
  if (nextForm.startsWith(form)) return 'continued'
  if (nextForm !== '') return 'reformulated'
  return row.found === 0 ? 'inVain' : 'abandoned'
}

type Named = Asker & { search: string; number: string }

/** Of which of these searches something that was shown was opened, or used, by whoever asked. */
async function named(payload: Payload, collection: 'uses' | 'views', rows: readonly Settled[]) {
  const known = new Map(rows.map((row) => [row.id, row]))
  const found = (await readRows(payload, {
    collection,
    columns: ['search', 'number', 'reader', ...(collection === 'views' ? ['session'] : [])],
    where: { search: { in: [...known.keys()] } },
    limit: 0,
  })) as Named[]
  const own = found.filter(({ search, number, reader, session = null }) => {
    const row = known.get(search)
    const isShown = row?.shown?.split(' ').includes(number)
    return row && isShown && askerOf(row) === askerOf({ reader, session })
  })
  return new Set(own.map(({ search }) => search))
}

/** Of whoever asked these, what they asked next within a minute. */
async function followingOf(payload: Payload, rows: readonly Settled[]) {
  const last = new Date(Date.parse(rows.at(-1)?.at ?? '') + minute).toISOString()
  const among = (name: 'reader' | 'session'): Where => ({
    [name]: { in: [...new Set(rows.flatMap((row) => row[name] ?? []))] },
  })
  const near = (await readRows(payload, {
    collection: 'searches',
    columns: ['id', 'form', 'reader', 'session', 'at'],
    where: {
      and: [
        { at: { greater_than_equal: rows[0]?.at } },
        { at: { less_than_equal: last } },
        { or: [among('reader'), among('session')] },
      ],
    },
    sort: 'at',
    limit: 0,
  })) as Asked[]
  const machines = await machinesAmong(payload, rows)
  const next = new Map<string, Asked>()
  const newest = new Map<string, Asked>()
  // Lists are no questions: an emptied box shows one.
  for (const one of near.filter(({ form }) => form)) {
    const before = newest.get(askerOf(one))
    if (before && Date.parse(one.at) - Date.parse(before.at) <= minute) next.set(before.id, one)
    newest.set(askerOf(one), one)
  }
  return ({ id, reader }: Asked): Asked | undefined =>
    reader && machines.has(reader) ? undefined : next.get(id)
}

/** Keys among the readers, behind which many may ask one after the other. */
async function machinesAmong(payload: Payload, rows: readonly Asked[]): Promise<Set<string>> {
  const ids = [...new Set(rows.flatMap(({ reader }) => reader ?? []))]
  const where = { id: { in: ids } }
  const found = await readRows(payload, { collection: 'systems', columns: ['id'], where, limit: 0 })
  return new Set(found.map(({ id }) => String(id)))
}

const askerOf = ({ reader, session }: Asker): string => JSON.stringify([reader, session])
