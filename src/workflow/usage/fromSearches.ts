import type { Payload, Where } from 'payload'
import { readRows } from '@/tables'
import { flushSearches } from './searches'
import type { View, Waiting } from './views'

/**
 * The answer each was opened from, as its client named it or as the record tells, and whether that answer was the
 * hotspots: what they bring about does not make an entry hotter.
 */
export async function fromSearches(payload: Payload, some: readonly Waiting[]) {
  const mayCome = some.some(({ channel, search }) => channel === 'portal' || search)
  if (mayCome) await flushSearches(payload)
  const all = await byLastAnswer(payload, some)
  const ids = [...new Set(all.flatMap(({ search }) => search ?? []))]
  const where: Where = { and: [{ id: { in: ids } }, { list: { equals: 'hotspots' } }] }
  const columns = ['id', 'reader', 'session', 'shown']
  const rows =
    ids.length > 0
      ? await readRows(payload, { collection: 'searches', columns, where, limit: 0 })
      : []
  const hotspots = new Map((rows as Shown[]).map((row) => [row.id, row]))
  return all.map((view) => {
    const row = hotspots.get(view.search ?? '')
    // The id is only what the opening's client said.
    const isOwn = row && placeOf(row, '') === placeOf(view, '')
    const isShown = row?.shown?.split(' ').includes(view.number) ?? false
    return { ...view, isPromoted: Boolean(isOwn && isShown) }
  })
}

const minute = 60_000
/** So long an opening may follow the answer it came from, in milliseconds. */
const follows = 30 * minute

/**
 * Addresses of citizens' pages are everybody's and name no search: what was opened there came from the last answer, of
 * half an hour at most, that showed it to the same reader.
 */
async function byLastAnswer(payload: Payload, some: readonly Waiting[]): Promise<Waiting[]> {
  const without = some.filter(({ channel, search }) => channel === 'portal' && !search)
  if (without.length === 0) return [...some]
  const rows = (await readRows(payload, {
    collection: 'searches',
    columns: ['id', 'reader', 'session', 'shown', 'at'],
    where: {
      and: [
        { at: { greater_than: new Date(Date.now() - follows).toISOString() } },
        byReaders(without),
      ],
    },
    sort: '-at',
    limit: mostLookedAt,
  })) as Shown[]
  const shownIn = new Map<string, Shown[]>()
  for (const row of rows) {
    for (const number of (row.shown ?? '').split(' ')) {
      const place = placeOf(row, number)
      const known = shownIn.get(place)
      if (known) known.push(row)
      else shownIn.set(place, [row])
    }
  }
  return some.map((view) => {
    if (!without.includes(view)) return view
    // The newest first: of two answers that showed it the one before the opening is meant.
    const from = shownIn.get(placeOf(view, view.number))?.find(({ at }) => at <= view.at)
    return { ...view, search: from?.id }
  })
}

/** Many may ask from one address; beyond so many answers it is not known what led to an opening. */
const mostLookedAt = 2_000

const placeOf = ({ reader, session }: Pick<Shown, 'reader' | 'session'> | View, number: string) =>
  `${reader ?? session ?? ''} ${number}`

type Shown = {
  id: string
  reader: string | null
  session: string | null
  shown: string | null
  at: string
}

export const byReaders = (some: readonly View[]): Where => ({
  or: [
    { reader: { in: some.flatMap(({ reader }) => reader ?? []) } },
    { session: { in: some.flatMap(({ session }) => session ?? []) } },
  ],
})
