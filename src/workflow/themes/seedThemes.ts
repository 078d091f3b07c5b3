import { createLocalReq, type Payload } from 'payload'
import { appendAudit } from '../audit/append'
import { vouched } from '../audit/digests'
import { inTransaction } from '../inTransaction'
import { byId, findOne, insertOnce } from '../store'
import { presetThemes } from './presetThemes'

/** Says that a city was given the preset themes: what the centre deletes of them does not come back. */
const given = 'presetThemes'

/** Gives a city the themes to begin with, once. */
export async function seedThemes(payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    if (await findOne({ req, collection: 'counters', where: byId(given) })) return
    const rows = presetThemes.map((theme) => ({ ...theme, isOff: false, byName: '系统' }))
    // The same ids in every process that begins at once, and after one that was killed.
    for (const data of rows) await insertOnce({ req, collection: 'keptThemes', data })
    await appendAudit(
      req,
      rows.map((row) => ({
        ...{ id: `keptThemes:${row.id}`, action: 'keptThemes.create', byName: '系统' },
        ...{ subject: row.id, subjectName: row.title },
        details: { vouches: vouched('keptThemes', row) },
      })),
    )
    await insertOnce({ req, collection: 'counters', data: { id: given, value: 1 } })
  })
}
