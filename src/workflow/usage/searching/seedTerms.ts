import type { Payload } from 'payload'
import { usualSynonyms } from '@/search/text/words'
import { seedOnce } from '../../seedOnce'

/** The usual synonyms, which a city begins with. */
export const seedTerms = (payload: Payload): Promise<void> => {
  const kind = 'synonyms'
  const rows = usualSynonyms.map((words) => {
    const title = words.join('、')
    return { id: `usual:${title}`, kind, words: [...words], title }
  })
  return seedOnce(payload, {
    ...{ collection: 'terms', given: 'usualSynonyms', rows, details: { kind } },
  })
}
