import { bulletinKinds } from '@/access/bulletins'
import { libraries, steps, type Library } from '@/access/rules'
import { receiptsAsked } from '@/workflow/bulletins/readers'
import { body, json, pathParameter, people, refused, refusedReading } from './operations'
import { flag, instant, list, number, object, oneOf, orNull, queryParameters, text } from './schema'

const kind = oneOf(bulletinKinds)

const bulletin = object({
  id: { ...text, description: '启动或推送的记录标识，每次不同 / of this activation or push' },
  ...{ kind, number: text, library: oneOf(libraries), title: text },
  unit: object({ id: text, name: text }),
  sentence: { ...orNull(text), description: '给话务员的一句话 / what the desks are told' },
  since: instant,
  until: { ...orNull(instant), description: '推送没有结束时间 / a push has no end' },
  isRead: { ...flag, description: '本人已阅 / confirmed by oneself' },
})
const onDesk = object({ bulletins: list(bulletin) })

const past = object({
  ...{ id: text, kind, byName: orNull(text), at: instant },
  read: { ...number, description: '已阅人数 / how many confirmed it' },
  endedAt: orNull(instant),
})

const receipts = object({
  counts: object({ agents: number, agentsRead: number, others: number }),
  people: list(object({ id: text, name: text, unitName: text, at: orNull(instant) })),
  page: number,
  pages: number,
})

const tags = ['工作台 Desk']

function ofLibrary(library: Library) {
  const whose = {
    tags,
    description: '该单位分管领导和中心管理员 / for approvers of its unit and the centre',
    security: people,
  }
  const entry = pathParameter('id', '条目标识')
  return {
    [`/api/${library}/{id}/bulletins`]: {
      get: {
        ...whose,
        summary: '启动和推送 / Activations and pushes of an entry, with how many read them',
        parameters: [entry],
        responses: {
          '200': json('好 / fine', object({ bulletins: list(past) })),
          ...refused(401, 404),
        },
      },
    },
    [`/api/${library}/{id}/bulletins/{bulletin}`]: {
      get: {
        ...whose,
        summary: '已阅情况 / Who of the agents has not confirmed it, or who has',
        parameters: [
          ...[entry, pathParameter('bulletin', '启动或推送的记录标识')],
          ...queryParameters(receiptsAsked),
        ],
        responses: { '200': json('好 / fine', receipts), ...refused(400, 401, 404) },
      },
    },
  }
}

/** 启动预案 and 推送话务员, as desks are told of them. */
export const bulletinPaths = {
  '/api/desk/bulletins': {
    get: {
      tags,
      summary: '启动的预案和推送 / What stands on top of the desk of who asks',
      description: '只含本人现在可见的；接入系统不可查 / what one may read now; not for systems',
      security: people,
      responses: { '200': json('好 / fine', onDesk), ...refusedReading(401, 403, 405) },
    },
  },
  '/api/desk/bulletins/{id}/confirm': {
    post: {
      tags,
      summary: '已阅 / Confirmed',
      description: '再次确认仍是同一条记录 / confirmed again it is the same',
      security: people,
      parameters: [pathParameter('id', '启动或推送的记录标识')],
      requestBody: body({ type: 'object', properties: {}, additionalProperties: false }),
      responses: {
        '200': json('已记录 / on record', object({ bulletin: text })),
        ...refusedReading(400, 401, 403, 404, 405, 413),
        ...refused(503),
      },
    },
  },
  '/api/desk/events': {
    get: {
      tags,
      summary: '实时 / The same as server-sent events',
      description:
        '连接后立即发 bulletins，有变化再发，其间发 beat；会话结束即断开；每人至多 4 个连接 / bulletins at once and with each change, beat between; it ends with the session; at most 4 a person',
      security: people,
      responses: {
        '200': {
          description: '事件流 / events',
          content: { 'text/event-stream': { schema: text } },
        },
        ...refusedReading(401, 403, 405, 429),
      },
    },
  },
  ...Object.assign({}, ...steps.push.libraries.map(ofLibrary)),
}
