import type { Payload } from 'payload'
import type { Situation } from '@/access/phrases'
import { follow } from '@/tables/follow'

/** 规范用语 as the desk shows it. */
export type Phrase = {
  id: string
  situation: Situation
  text: string
  /** In what is asked, these lead to it; none where the situation is no matter of words. */
  words: string[]
}

/** The centre's phrases as they stand now, in the order of a call. Rejects as the database does. */
export const readPhrases = (payload: Payload): Promise<Phrase[]> => followed.now(payload)

const followed = follow('phrases', ['fixedPhrases'], async (payload) => {
  const { docs } = await payload.find({
    ...{ collection: 'fixedPhrases', overrideAccess: true, depth: 0, pagination: false, limit: 0 },
    ...{ sort: ['rank', 'createdAt'], select: { situation: true, text: true, words: true } },
  })
  return docs.map(({ id, situation, text, words }): Phrase => ({
    id,
    situation,
    text,
    words: words ?? [],
  }))
})
