import type { Payload } from 'payload'
import { follow } from '@/tables/follow'
import { readRows } from '@/tables'
import type { Reader } from './live'
import { liveCounts } from './readTree'

/** 主题: an event of life, and how many texts of it this audience reads. */
export type Theme = { key: string; name: string; count: number }

/** The themes in use, in the centre's order. Rejects as the database does. */
export async function readThemes(reader: Reader): Promise<Theme[]> {
  const [kept, { byTheme }] = await Promise.all([themesInUse(reader.payload), liveCounts(reader)])
  return kept.map((theme) => ({ ...theme, count: byTheme.get(theme.key) ?? 0 }))
}

type Kept = Omit<Theme, 'count'>

export const themesInUse = (payload: Payload): Promise<Kept[]> => followed.now(payload)

/** What a search asks of an index, which knows nothing of switching off: for a theme not in use the empty one, which no text has. */
export async function themeAsked(payload: Payload, key?: string): Promise<string | undefined> {
  if (key === undefined) return undefined
  const kept = await themesInUse(payload)
  return kept.some((theme) => theme.key === key) ? key : ''
}

const followed = follow('themes', ['keptThemes'], async (payload) => {
  const rows = await readRows(payload, {
    ...{ collection: 'keptThemes', columns: ['id', 'title'], sort: ['order', 'id'], limit: 0 },
    where: { isOff: { not_equals: true } },
  })
  return rows.map(({ id, title }): Kept => ({ key: String(id), name: String(title) }))
})
