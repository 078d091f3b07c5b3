import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { placementsNow, placementsWith } from '@/reading/placements'
import { languageNow, languageWith } from '@/search/language'
import { answer, bodyOf } from '@/workflow/answer'
import { Refused } from '@/workflow/Refused'
import { orNone, sentAs } from '@/workflow/sentAs'
import { checkJudged, checkTerm } from '@/workflow/usage/searching/prepare'
import { compareJudged, firstHits } from './compare'
import type { PlacementTrial, TermTrial } from './trialAnswer'

/** As the form has it: what is emptied there is an empty text, or null. */
const text = orNone(z.string())
const placementSent = z.object({
  ...{ id: text, query: text, kind: text, entry: text, until: text },
  order: orNone(z.union([z.number(), z.literal('')])),
})
const termsSent = z.object({ id: text, kind: text, words: orNone(z.array(z.string())) })

/**
 * `POST /api/trial/placement` `{ id?, query, kind, entry, order?, until? }`: what the query would find with this
 * placement, and what becomes of the judged queries. Saves nothing; for the centre. 200 PlacementTrial.
 */
const placement = answer('post', '/trial/placement', async (req): Promise<PlacementTrial> => {
  refuseOthers(req, 'placements')
  const { payload } = req
  const { id, query, kind, entry, order, until } = sentAs(placementSent, await bodyOf(req))
  const own = id || undefined
  const checked = await checkJudged(req, 'placements', { id: own, query, entry })
  if (kind !== 'pin' && kind !== 'ban') throw new Refused('invalid', { fields: ['kind'] })
  const language = await languageNow(payload)
  const before = { language, placements: await placementsNow(payload) }
  const placements = await placementsWith(payload, {
    ...{ id: own ?? 'trial', asked: checked.asked, kind, entry: checked.entry },
    order: typeof order === 'number' ? order : 1,
    until: until || null,
  })
  const after = { language, placements }
  return {
    before: await firstHits(payload, before, checked.query),
    after: await firstHits(payload, after, checked.query),
    judged: await compareJudged(payload, before, after),
  }
})

/**
 * `POST /api/trial/terms` `{ id?, kind, words }`: what becomes of the judged queries with these words. Saves
 * nothing; for the centre. 200 TermTrial.
 */
const terms = answer('post', '/trial/terms', async (req): Promise<TermTrial> => {
  refuseOthers(req, 'terms')
  const { payload } = req
  const { id, kind, words } = sentAs(termsSent, await bodyOf(req))
  const own = id || undefined
  const term = await checkTerm(req, { id: own, kind, words })
  if (!term) throw new Refused('invalid', { fields: ['kind'] })
  const placements = await placementsNow(payload)
  const before = { language: await languageNow(payload), placements }
  const after = { language: await languageWith(payload, term, own), placements }
  return { judged: await compareJudged(payload, before, after) }
})

/** 试算: what a change of search would do, before it is saved. */
export const trialEndpoints: Endpoint[] = [placement, terms]

function refuseOthers({ user }: PayloadRequest, collection: 'placements' | 'terms'): void {
  if (!actorOf(user)) throw new Refused('notSignedIn')
  if (!isGranted(user, collection, 'create')) throw new Refused('notAllowed')
}
