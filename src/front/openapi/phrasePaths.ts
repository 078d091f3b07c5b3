import { resetSent } from '@/workflow/phrases/resetPhrases'
import { body, json, people, refused, refusedReading, signedIn } from './operations'
import { agent, rateHeaders } from './readingPaths'
import { bodySchema, list, object, ref, text } from './schema'

/** 规范用语: what the centre has agents say. */
export const phrasePaths = {
  '/api/phrases': {
    get: {
      tags: ['阅读 Reading'],
      summary: '规范用语 / What agents say in the situations of a call',
      description: '登录者或密钥；按通话的先后排列 / session or key; in the order of a call',
      security: signedIn,
      parameters: [agent],
      responses: {
        '200': { ...json('好 / fine', ref('Phrases')), headers: rateHeaders },
        ...refusedReading(400, 401, 405, 429),
      },
    },
  },
  '/api/phrases/reset': {
    post: {
      tags: ['设置 Settings'],
      summary: '恢复预置的规范用语 / Preset phrases as a city begins with them',
      description:
        '仅中心管理员；没有改动的不计，逐条留有记录 / for the centre; what stands as it was is left alone, each change is on record',
      security: people,
      requestBody: body(bodySchema(resetSent)),
      responses: {
        '200': json('恢复了哪些 / those that changed', object({ reset: list(text) })),
        ...refused(400, 401, 403, 503),
      },
    },
  },
}
