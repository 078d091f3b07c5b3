import { setImmediate as breathe } from 'node:timers/promises'
import { actorOf } from '@/access/actor'
import { similarEntries } from '../reviewing/similarEntries'
import type { StoredRow } from './batch'
import type { Planning } from './planRows'

const mostSimilar = 3

/** New rows with what asks nearly the same, as far as who brought the sheet may read it; the command is nobody. */
export async function withSimilar(
  { req, batch }: Planning,
  rows: readonly StoredRow[],
): Promise<StoredRow[]> {
  const actor = actorOf(req.user)
  if (!actor) return [...rows]
  const { library } = batch
  const told: StoredRow[] = []
  for (const row of rows) {
    const isNew = row.outcome === 'new'
    const asked = { req, actor, library, title: row.title ?? '' }
    const found = isNew ? (await similarEntries(asked)).slice(0, mostSimilar) : []
    const similar = found.map(({ number, title }) => ({ number, title }))
    told.push({ ...row, similar: JSON.stringify(similar) })
    await breathe()
  }
  return told
}
