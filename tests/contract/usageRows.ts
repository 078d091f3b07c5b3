export const minute = 60_000
export const day = 24 * 60 * minute
const shanghai = 8 * 60 * minute
/** A midnight in Shanghai, a month ago. */
export const first = Math.floor((Date.now() - 30 * day + shanghai) / day) * day - shanghai
export const dayAt = (at: number) => new Date(at + shanghai).toISOString().slice(0, 10)

/** Reads settings when it is loaded. */
export async function loadUsage() {
  const [counts, purge, settle, tables, settings, heat, shows] = await Promise.all([
    import('@/workflow/usage/counts'),
    import('@/workflow/usage/purgeUsage'),
    import('@/workflow/usage/settleSearches'),
    import('@/tables'),
    import('@/workflow/settings'),
    import('@/statistics/heat'),
    import('@/workflow/usage/shows'),
  ])
  return { ...counts, ...purge, ...settle, ...tables, ...settings, ...heat, ...shows }
}

export type Usage = Awaited<ReturnType<typeof loadUsage>>

export const entryOf = (n: number) => ({ entry: `e${n}`, number: `ZS00000${n}`, title: `第${n}条` })
/** Two people and two citizens. */
export const whoOf = (n: number) =>
  n < 2 ? { reader: `p${n}`, readerName: '某人' } : { session: `s${n}` }

export type SearchGiven = {
  id: string
  at: number
  form?: string
  who?: object
  found?: number
  trial?: boolean
}

export const searchRow = ({
  id,
  at,
  form = '',
  who = whoOf(0),
  found = 1,
  trial = false,
}: SearchGiven) => ({
  ...{ id, ...who, query: form, form, channel: 'desk', page: 1, shown: 'ZS000001 ZS000002' },
  ...{ found, isTrial: trial, at: new Date(at).toISOString() },
})

/** One line of the record, before it is written. */
export type Line = { minutes: number; entry: number; who: number; kind: Kind }
export type Kind = 'read' | 'repeat' | 'promoted' | 'use' | 'helpful' | 'unhelpful'

const isOpinion = (kind: Kind): boolean => kind === 'helpful' || kind === 'unhelpful'

/** At which address they are: the citizens all at one. */
const placeOf = (who: number) => Math.min(who, 2)
/** Of one address, so many count each day. */
const mostOfOne = 3

/** Five citizens at one address who say the same of an entry. */
export const crowd: Line[] = [2, 3, 4, 5, 6].map((who) => ({
  ...{ minutes: who, entry: 1, who, kind: 'helpful' },
}))

/** The counts one finds by going through the lines one by one. */
export function byHand(lines: readonly Line[]) {
  type Count = { reads: number; uses: number; who: Set<number>; own: Set<number> }
  const counts = new Map<string, Count & { said: Map<number, Kind> }>()
  for (const { minutes, entry, who, kind } of lines) {
    if (kind === 'repeat') continue
    const key = `${dayAt(first + minutes * minute)}:e${entry}`
    const none = { reads: 0, uses: 0, who: new Set<number>(), own: new Set<number>() }
    const count = counts.get(key) ?? { ...none, said: new Map<number, Kind>() }
    if (isOpinion(kind)) count.said.set(who, kind)
    else if (kind === 'use') count.uses += 1
    else {
      count.reads += 1
      count.who.add(who)
      if (kind === 'read') count.own.add(who)
    }
    counts.set(key, count)
  }
  return [...counts]
    .map(([id, { reads, uses, who, own, said }]) => ({
      ...{ id, reads, uses, readers: who.size, promoted: who.size - own.size },
      // One person used it.
      weight: own.size + 10 * Math.min(uses, 3),
      helpful: atPlaces(said, 'helpful'),
      unhelpful: atPlaces(said, 'unhelpful'),
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** How many said so, of each address so many at most. */
function atPlaces(said: ReadonlyMap<number, Kind>, kind: Kind): number {
  const places = [...said].flatMap(([who, one]) => (one === kind ? [placeOf(who)] : []))
  return [...new Set(places)].reduce(
    (sum, place) => sum + Math.min(places.filter((one) => one === place).length, mostOfOne),
    0,
  )
}

/** The rows in which browsers say of an entry what they said last that day. */
export function opinionsOf(lines: readonly Line[]) {
  const rows = lines.filter(({ kind }) => isOpinion(kind)).map(opinionRow)
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

function opinionRow({ minutes, entry, who, kind }: Line) {
  const at = first + minutes * minute
  const { title: _title, ...of } = entryOf(entry)
  return {
    ...{ id: `${dayAt(at)} ${entry} ${who}`, ...of, place: `a${placeOf(who)}` },
    ...{ isHelpful: kind === 'helpful', at: new Date(at).toISOString() },
  }
}
