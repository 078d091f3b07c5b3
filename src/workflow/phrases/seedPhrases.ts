import type { Payload } from 'payload'
import { seedOnce } from '../seedOnce'
import { knownOf } from './preparePhrase'
import { presetPhrases } from './presetPhrases'

/** 规范用语 a city begins with. */
export const seedPhrases = (payload: Payload): Promise<void> =>
  seedOnce(payload, {
    ...{ collection: 'fixedPhrases', given: 'presetPhrases' },
    rows: presetPhrases.map((phrase) => ({ ...phrase, ...knownOf(phrase) })),
  })
