import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf, type Actor } from '@/access/actor'
import { checkKeys, drawsSamples, mostDrawn } from '@/access/sampling'
import { longestSentence } from '@/access/tasks'
import { samplingTexts } from '@/i18n/sampling'
import { readRows } from '@/tables'
import { answer, bodyOf, param } from '../answer'
import { Refused } from '../Refused'
import { orNone, said, sentAs } from '../sentAs'
import { ofNode } from '../usage/viewsWanted'
import { checkEntry, findSample, sampleEntries } from './check'
import { drawSample, type Sample } from './draw'

const words = (key: 'size' | 'unit' | 'sentence' | 'faults') => ({
  zh: samplingTexts.zh[key],
  en: samplingTexts.en[key],
})

export const sampleSent = z.object({
  size: said(z.number().int().min(1).max(mostDrawn), words('size')),
  unit: said(orNone(ofNode()), words('unit')),
})

export const checkSent = z.object({
  number: z.string().max(20),
  faults: said(z.array(z.enum(checkKeys)).max(checkKeys.length), words('faults')),
  sentence: said(orNone(z.string().trim().max(longestSentence)), words('sentence')),
})

/** The draws, the last first. */
export const lastSamples = async (payload: Payload, limit: number): Promise<Sample[]> =>
  (await readRows(payload, { collection: 'samples', sort: '-at', limit })) as Sample[]

const listed = 100

/**
 * 抽查, the centre's alone, under `/api/samples`: `GET /`; `POST /` `{ size, unit? }` draws; `GET /{id}` one with its entries;
 * `POST /{id}/check` `{ number, faults, sentence? }`, `faults` of legality, accuracy, timeliness, standard and confidentiality; with
 * any, the sentence is needed and becomes a task of the unit.
 */
export const sampleEndpoints: Endpoint[] = [
  answer('get', '/', async (req) => {
    centre(req)
    return { samples: await lastSamples(req.payload, listed) }
  }),
  answer('post', '/', async (req) => {
    centre(req)
    const { size, unit = null } = sentAs(sampleSent, await bodyOf(req))
    return { sample: await drawSample(req, { size, unit }, new Date()) }
  }),
  answer('get', '/:id', async (req) => {
    centre(req)
    const sample = await sampleAsked(req)
    return { sample, entries: await sampleEntries(req.payload, sample) }
  }),
  answer('post', '/:id/check', async (req) => {
    const actor = centre(req)
    const sample = await sampleAsked(req)
    const { number, faults, sentence = '' } = sentAs(checkSent, await bodyOf(req))
    if (faults.length > 0 && sentence === '')
      throw new Refused('invalid', { fields: ['sentence'], detail: words('sentence') })
    await checkEntry(req, actor, sample, { number, faults, sentence }, new Date())
    return { entries: await sampleEntries(req.payload, sample) }
  }),
]

function centre(req: PayloadRequest): Actor {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  if (!drawsSamples(actor)) throw new Refused('notAllowed')
  return actor
}

async function sampleAsked(req: PayloadRequest): Promise<Sample> {
  const sample = await findSample(req, param(req, 'id'))
  if (!sample) throw new Refused('notFound')
  return sample
}
