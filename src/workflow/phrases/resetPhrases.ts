import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { noteChangeOf } from '@/tables/follow'
import { answer, bodyOf } from '../answer'
import { recordAudit, whoAsks } from '../audit/append'
import { vouched } from '../audit/digests'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { said, sentAs } from '../sentAs'
import { findAll, insertOnce } from '../store'
import { knownOf } from './preparePhrase'
import { presetPhrases, type Phrase } from './presetPhrases'

/** A preset phrase that the centre changed or deleted; `now` is null where it is gone. */
export type ChangedPreset = { preset: Phrase; now: Omit<Phrase, 'id'> | null }

/** What of the preset the centre keeps otherwise, in the preset's order. The caller asked who may know. */
export async function changedPresets(req: PayloadRequest): Promise<ChangedPreset[]> {
  const ids = presetPhrases.map(({ id }) => id)
  const rows = await findAll({ req, collection: 'fixedPhrases', where: { id: { in: ids } } })
  const known = new Map(rows.map((row) => [row.id, row]))
  return presetPhrases.flatMap((preset) => {
    const row = known.get(preset.id)
    if (!row) return { preset, now: null }
    const { situation, text, words, order } = row
    const now = { situation, text, words: words ?? [], order: order ?? 1 }
    return isPreset(preset, now) ? [] : { preset, now }
  })
}

const isPreset = ({ id: _id, ...preset }: Phrase, now: Omit<Phrase, 'id'>): boolean =>
  Object.entries(preset).every(([name, value]) => {
    return JSON.stringify(now[name as keyof typeof now]) === JSON.stringify(value)
  })

export const resetSent = z.object({
  ids: said(z.array(z.enum(presetPhrases.map(({ id }) => id))).min(1), {
    zh: '请用 ids 列出要恢复的预置用语。',
    en: 'List in ids the preset phrases to be reset.',
  }),
})

/**
 * `POST /api/phrases/reset` `{ ids }`: these preset phrases stand again as a city begins with them, deleted ones too;
 * what stands so is left alone. For the centre, each on record. 200 `{ reset }`, the ids that changed.
 */
export const resetPhrasesEndpoint: Endpoint = answer('post', '/phrases/reset', async (req) => {
  if (!actorOf(req.user)) throw new Refused('notSignedIn')
  if (!isGranted(req.user, 'fixedPhrases', 'create')) throw new Refused('notAllowed')
  const { ids } = sentAs(resetSent, await bodyOf(req))
  return inTransaction(req, async () => {
    const changed = (await changedPresets(req)).filter(({ preset }) => ids.includes(preset.id))
    for (const { preset, now } of changed) {
      if (now) await changeBack(req, preset)
      else await putBack(req, preset)
    }
    return { reset: changed.map(({ preset }) => preset.id) }
  })
})

async function changeBack(req: PayloadRequest, { id, ...data }: Phrase): Promise<void> {
  await req.payload.update({
    ...{ collection: 'fixedPhrases', id, data, req },
    ...{ overrideAccess: true, depth: 0 },
  })
}

/** Below Payload, whose rows get ids of their own: what was deleted comes back as the one it was. */
async function putBack(req: PayloadRequest, preset: Phrase): Promise<void> {
  const data = { ...preset, ...knownOf(preset), ...whoAsks(req) }
  noteChangeOf('fixedPhrases')
  await insertOnce({ req, collection: 'fixedPhrases', data })
  await recordAudit({
    req,
    ...{ action: 'fixedPhrases.create', subject: preset.id, subjectName: data.title },
    details: { vouches: vouched('fixedPhrases', data) },
  })
}
