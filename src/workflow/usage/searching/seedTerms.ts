import { createLocalReq, type Payload } from 'payload'
import { usualSynonyms } from '@/search/text/words'
import { appendAudit, type NewLine } from '../../audit/append'
import { vouched } from '../../audit/digests'
import { inTransaction } from '../../inTransaction'
import { byId, findOne, insertOnce } from '../../store'

/** Says that a city was given the usual synonyms: what the centre deletes of them does not come back. */
const given = 'usualSynonyms'

/** Gives a city the usual synonyms to begin with, once. */
export async function seedTerms(payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    if (await findOne({ req, collection: 'counters', where: byId(given) })) return
    const lines: NewLine[] = []
    for (const words of usualSynonyms) {
      const title = words.join('、')
      // The same id in every process that begins at once, and after one that was killed.
      const id = `usual:${title}`
      const data = { id, kind: 'synonyms', words: [...words], title, byName: '系统' }
      await insertOnce({ req, collection: 'terms', data })
      lines.push({
        ...{ id: `terms:${id}`, action: 'terms.create', byName: '系统' },
        ...{ subject: id, subjectName: title },
        details: { kind: 'synonyms', vouches: vouched('terms', data) },
      })
    }
    await appendAudit(req, lines)
    await insertOnce({ req, collection: 'counters', data: { id: given, value: 1 } })
  })
}
