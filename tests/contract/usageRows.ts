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
export type Kind = 'read' | 'repeat' | 'promoted' | 'use'

/** The counts one finds by going through the lines one by one. */
export function byHand(lines: readonly Line[]) {
  type Count = { reads: number; uses: number; who: Set<number>; own: Set<number> }
  const counts = new Map<string, Count>()
  for (const { minutes, entry, who, kind } of lines) {
    if (kind === 'repeat') continue
    const key = `${dayAt(first + minutes * minute)}:e${entry}`
    const count = counts.get(key) ?? { reads: 0, uses: 0, who: new Set(), own: new Set() }
    if (kind === 'use') count.uses += 1
    else {
      count.reads += 1
      count.who.add(who)
      if (kind === 'read') count.own.add(who)
    }
    counts.set(key, count)
  }
  return [...counts]
    .map(([id, { reads, uses, who, own }]) => ({
      ...{ id, reads, uses, readers: who.size, promoted: who.size - own.size },
      // One person used it.
      weight: own.size + 10 * Math.min(uses, 3),
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
}
