import type { Payload, Where } from 'payload'
import { readRows } from '@/tables'
import { districtsNow } from './districts'
import { flushSearches } from './searches'
import type { View, Waiting } from './views'

/**
 * The answer each was opened from, as its client named it or as the record tells; whether that answer was the
 * hotspots, as what they bring about does not make an entry hotter; and in which district the matter lies.
 */
export async function fromSearches(payload: Payload, some: readonly Waiting[]) {
  const mayCome = some.some(({ channel, search }) => channel === 'portal' || search)
  if (mayCome) await flushSearches(payload)
  const all = await byLastAnswer(payload, some)
  const [answerTo, districtOf] = await Promise.all([answersTo(payload, all), districtsNow(payload)])
  return all.map((view) => {
    const answer = answerTo(view)
    return {
      ...view,
      isPromoted: answer?.list === 'hotspots',
      district: answer ? answer.district : districtOf(view.unit),
    }
  })
}

/** In which districts the matters lie for which these were used. */
export async function inDistricts<Told extends Use>(payload: Payload, uses: readonly Told[]) {
  if (uses.some(({ search }) => search)) await flushSearches(payload)
  const [answerTo, districtOf] = await Promise.all([
    answersTo(payload, uses),
    districtsNow(payload),
  ])
  return uses.map((use) => {
    const answer = answerTo(use)
    return { ...use, district: answer ? answer.district : districtOf(use.unit) }
  })
}

type Use = { search?: string; number: string; reader?: string; session?: string; unit?: string }
type Answer = Pick<Shown, 'id' | 'reader' | 'session' | 'shown'> & {
  list: string | null
  district: string | null
}

/** The answer that showed it to the same reader; the id is only what the client said. */
async function answersTo(payload: Payload, some: readonly Use[]) {
  const ids = [...new Set(some.flatMap(({ search }) => search ?? []))]
  const columns = ['id', 'reader', 'session', 'shown', 'list', 'district']
  const where = { id: { in: ids } }
  const rows =
    ids.length > 0
      ? await readRows(payload, { collection: 'searches', columns, where, limit: 0 })
      : []
  const known = new Map((rows as Answer[]).map((row) => [row.id, row]))
  return (one: Use): Answer | null => {
    const row = known.get(one.search ?? '')
    const isOwn = row && placeOf(row, '') === placeOf(one, '')
    return row && isOwn && row.shown?.split(' ').includes(one.number) ? row : null
  }
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
  const moments = without.map(({ at }) => Date.parse(at))
  const first = new Date(Math.min(...moments) - follows).toISOString()
  const last = new Date(Math.max(...moments)).toISOString()
  const rows = (await readRows(payload, {
    collection: 'searches',
    columns: ['id', 'reader', 'session', 'shown', 'at'],
    where: {
      and: [{ at: { greater_than: first } }, { at: { less_than_equal: last } }, byReaders(without)],
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
    const isLate = from && Date.parse(view.at) - Date.parse(from.at) >= follows
    return { ...view, search: isLate ? undefined : from?.id }
  })
}

/** Many may ask from one address; beyond so many answers it is not known what led to an opening. */
const mostLookedAt = 2_000

const placeOf = ({ reader, session }: Asker, number: string) =>
  `${reader ?? session ?? ''} ${number}`

type Asker = { reader?: string | null; session?: string | null }

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
