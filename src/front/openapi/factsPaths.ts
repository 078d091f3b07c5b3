import { json, refusedReading, signedIn } from './operations'
import { agent, number } from './readingPaths'
import { ref } from './schema'

/** Which live texts say otherwise. */
export const factsPaths = {
  '/api/entries/{number}/contradictions': {
    get: {
      tags: ['阅读 Reading'],
      summary: '与之说法不一的内容 / Live texts that say otherwise',
      description:
        '电话、金额、时限等与本条说法不一的现有内容，附双方原文；读不到的内容不告知。内容变动后几秒内更新 / phones, amounts, limits and the like, with both passages; of what one may not read nothing is told; a few seconds behind a change',
      security: signedIn,
      parameters: [number, agent],
      responses: {
        '200': json('好 / fine', ref('Contradictions')),
        ...refusedReading(401, 404, 405),
      },
    },
  },
}
