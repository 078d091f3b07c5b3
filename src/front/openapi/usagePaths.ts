import { statisticsAsked } from '@/workflow/reporting/wanted'
import { alertsListed, helping, opening, searchesListed, takingBack, viewing } from '../parameters'
import { body, everyone, json, people, refused, refusedReading, signedIn } from './operations'
import { agent, number } from './readingPaths'
import { queryParameters, ref } from './schema'

/** Who read, asked and used what. */
export const usagePaths = {
  '/api/views': {
    get: {
      tags: ['阅读 Reading'],
      summary: '浏览记录 / Who opened which live text, when',
      description:
        '管理员和分管领导看本单位及下级现有内容被谁读过，中心看全部；reader=me 看本人读过的全部，其他人只看本人的；市民不可识别；接入系统不可查 / editors and approvers about what their unit and those below answer for now, the centre about all; with reader=me about oneself, as everybody else is; citizens have no name; not for systems',
      security: people,
      parameters: queryParameters(viewing),
      responses: {
        '200': json('好 / fine', ref('ViewPage')),
        ...refusedReading(400, 401, 403, 405),
      },
    },
  },
  '/api/searches': {
    get: {
      tags: ['阅读 Reading'],
      summary: '检索记录 / Who asked what, and what was shown',
      description:
        '中心看全部，其他人看本人的；市民不可识别；接入系统不可查 / the centre about all, everybody else about oneself; citizens have no name; not for systems',
      security: people,
      parameters: queryParameters(searchesListed),
      responses: {
        '200': json('好 / fine', ref('SearchesPage')),
        ...refusedReading(400, 401, 403, 405),
      },
    },
  },
  '/api/statistics': {
    get: {
      tags: ['阅读 Reading'],
      summary: '知识库统计 / Figures of a period beside the one before',
      description:
        '管理员和分管领导看本单位及下级，中心和评估员看全部；接入系统不可查 / editors and approvers about their unit and those below, the centre and evaluators about all; not for systems',
      security: people,
      parameters: queryParameters(statisticsAsked),
      responses: {
        '200': json('好 / fine', ref('Statistics')),
        ...refusedReading(400, 401, 403, 404, 405),
      },
    },
  },
  '/api/alerts': {
    get: {
      tags: ['阅读 Reading'],
      summary: '异常热度 / What was asked or read far more than usual',
      description:
        '中心看全部，管理员和分管领导看提示给本单位及下级的；其他人和接入系统不可查 / the centre about all, editors and approvers what was told to their unit and those below; for nobody else',
      security: people,
      parameters: queryParameters(alertsListed),
      responses: {
        '200': json('好 / fine', ref('AlertPage')),
        ...refusedReading(400, 401, 403, 405),
      },
    },
  },
  '/api/entries/{number}/used': {
    post: {
      tags: ['阅读 Reading'],
      summary: '用上了 / Told to a caller',
      description:
        '答复后服务器中断也不会丢失，随即记录；同一人对同一次检索再报，仍是同一次 / once it is answered a killed server does not lose it, and it is on record a moment later; told again of the same search by the same person it is the same use',
      security: signedIn,
      parameters: [number, agent],
      requestBody: body({
        ...{ type: 'object', properties: { search: queryParameters(opening)[0]?.schema } },
        ...{ additionalProperties: false },
      }),
      responses: {
        '200': json('已记录 / on record', ref('Use')),
        ...refusedReading(400, 401, 403, 404, 405, 413, 429),
        ...refused(503),
      },
    },
  },
  '/api/entries/{number}/notUsed': {
    post: {
      tags: ['阅读 Reading'],
      summary: '撤销用上了 / Not told to a caller after all',
      description:
        '本人一分钟内可撤销，撤销后不再记录、不再计数 / by whoever told it, within a minute; it is on record and counted no more',
      security: signedIn,
      parameters: [number, agent],
      requestBody: body({
        ...{ type: 'object', properties: { use: queryParameters(takingBack)[0]?.schema } },
        ...{ required: ['use'], additionalProperties: false },
        example: { use: 'o1xZ3n0v' },
      }),
      responses: {
        '200': json('已撤销 / taken back', ref('UseTakenBack')),
        ...refusedReading(400, 401, 403, 404, 405, 413, 429),
        ...refused(409, 503),
      },
    },
  },
  '/api/entries/{number}/lastRead': {
    get: {
      tags: ['阅读 Reading'],
      summary: '与上次阅读相比 / What changed since one read it last',
      description:
        '按本人的浏览记录；没有读过别的版本的为空。一小时内再次打开算同一次阅读 / by one’s own record of views; null where one read no other text of it; opened again within an hour is one reading',
      security: signedIn,
      parameters: [number, agent],
      responses: {
        '200': json('好 / fine', ref('LastRead')),
        ...refusedReading(400, 401, 404, 405, 429),
      },
    },
  },
  '/api/public/entries/{number}/helpful': {
    post: {
      tags: ['阅读 Reading'],
      summary: '这条答案有帮助吗 / Did this answer help?',
      description:
        '不记是谁；没帮助的可以说原因；同一浏览器当天再次评价，以最后一次为准；网页表单提交后回到该条内容。频率与市民查询一并限制；爬虫不可提交 / nobody is known by it; where it did not help one may say why; said again by the same browser on the same day, the last holds; a form of a page is led back to the entry; limited together with citizens’ searches; not for robots',
      security: everyone,
      parameters: [number],
      requestBody: body({
        ...{ type: 'object', required: ['helpful'] },
        properties: { helpful: { type: 'boolean' }, reason: queryParameters(helping)[1]?.schema },
        ...{ additionalProperties: false },
      }),
      responses: {
        '200': json('已记录 / on record', ref('Opinion')),
        ...refusedReading(400, 403, 404, 405, 413, 429),
        ...refused(503),
      },
    },
  },
}
