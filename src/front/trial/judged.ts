import type { Payload } from 'payload'
import { readRows } from '@/tables'

/** 评判问题: what is asked, and the entries that answer it. */
export type Judged = { query: string; entries: string[] }

/** So many are tried, the last changed first. */
const most = 300

/** The centre's judged queries, each with all of its right entries. */
export async function readJudged(payload: Payload): Promise<Judged[]> {
  const rows = (await readRows(payload, {
    collection: 'judgements',
    columns: ['query', 'asked', 'entry'],
    sort: '-updatedAt',
    limit: most,
  })) as { query: string; asked: string; entry: string }[]
  const judged = new Map<string, Judged>()
  for (const { query, asked, entry } of rows) {
    const known = judged.get(asked)
    if (known) known.entries.push(entry)
    else judged.set(asked, { query, entries: [entry] })
  }
  return [...judged.values()]
}
