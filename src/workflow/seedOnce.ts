import { createLocalReq, type Payload } from 'payload'
import { appendAudit } from './audit/append'
import { vouched } from './audit/digests'
import { inTransaction } from './inTransaction'
import { byId, findOne, insertOnce } from './store'

type Preset = { id: string; title: string } & Record<string, unknown>

type Seed = {
  collection: 'terms' | 'fixedPhrases' | 'keptThemes'
  rows: readonly Preset[]
  /** Says that a city was given them: what the centre deletes of them does not come back by itself. */
  given: string
  /** What the log says of each beside its name. */
  details?: Record<string, unknown>
}

/** Gives a city the rows that it begins with, once, each on record as the server's. */
export async function seedOnce(
  payload: Payload,
  { collection, rows, given, details }: Seed,
): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    if (await findOne({ req, collection: 'counters', where: byId(given) })) return
    const known = rows.map((row) => ({ ...row, byName: '系统' }))
    // The same ids in every process that begins at once, and after one that was killed.
    for (const data of known) await insertOnce({ req, collection, data })
    await appendAudit(
      req,
      known.map((row) => ({
        ...{ id: `${collection}:${row.id}`, action: `${collection}.create`, byName: row.byName },
        ...{ subject: row.id, subjectName: row.title },
        details: { ...details, vouches: vouched(collection, row) },
      })),
    )
    await insertOnce({ req, collection: 'counters', data: { id: given, value: 1 } })
  })
}
