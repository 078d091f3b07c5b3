import { createLocalReq, type Payload } from 'payload'
import { appendAudit } from '../audit/append'
import { vouched } from '../audit/digests'
import { inTransaction } from '../inTransaction'
import { byId, findOne, insertOnce } from '../store'
import { knownOf } from './preparePhrase'
import { presetPhrases } from './presetPhrases'

/** Says that a city was given the preset phrases: what the centre deletes of them comes back only when it says so. */
const given = 'presetPhrases'

/** Gives a city the phrases to begin with, once. */
export async function seedPhrases(payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    if (await findOne({ req, collection: 'counters', where: byId(given) })) return
    const rows = presetPhrases.map((phrase) => ({
      ...phrase,
      ...knownOf(phrase),
      byName: '系统',
    }))
    // The same ids in every process that begins at once, and after one that was killed.
    for (const data of rows) await insertOnce({ req, collection: 'fixedPhrases', data })
    await appendAudit(
      req,
      rows.map((row) => ({
        ...{ id: `fixedPhrases:${row.id}`, action: 'fixedPhrases.create', byName: '系统' },
        ...{ subject: row.id, subjectName: row.title },
        details: { vouches: vouched('fixedPhrases', row) },
      })),
    )
    await insertOnce({ req, collection: 'counters', data: { id: given, value: 1 } })
  })
}
