import { libraries } from '@/access/rules'
import { batchStates, outcomes, results } from '@/workflow/importing/batch'
import { batchesAsked, rowsAsked, uploadAsked } from '@/workflow/importing/endpoints'
import { planSent } from '@/workflow/importing/plan'
import { resultAsked } from '@/workflow/importing/result'
import { startSent } from '@/workflow/importing/startBatch'
import { body, json, pathParameter, people, refused } from './operations'
import * as schema from './schema'

const { flag, instant, list, number, object, oneOf, orNull, text } = schema
const tags = ['导入 Import']
const id = pathParameter('id', '导入批次标识')
const said = list(object({ zh: text, en: text }))
const named = object({ id: text, name: text })

const batch = object({
  ...{ id: text, library: oneOf(libraries), name: text, hash: text, size: number, total: number },
  ...{ at: instant, state: oneOf(batchStates), by: named, notes: said },
  columns: list(object({ heading: text, field: orNull(text), samples: list(text) })),
  fields: list(object({ key: text, zh: text, en: text, isNeeded: flag })),
  unitsAsked: list(object({ name: text, rows: number, answer: {}, nearest: list(named) })),
  options: { type: 'object' },
  counts: object(Object.fromEntries([...outcomes, 'done', 'failed'].map((name) => [name, number]))),
  progress: orNull(object({ done: number, total: number })),
  ...{ mayStart: flag, mayTakeBack: flag },
})

const row = object(
  {
    ...{ line: number, title: text, unit: text, outcome: oneOf(outcomes), said },
    similar: list(object({ number: text, title: text })),
    number: orNull(text),
    result: orNull(oneOf(results)),
    ...{ theirs: { type: 'object' }, ours: { type: 'object' } },
  },
  ['theirs', 'ours'],
)

const answered = { '200': json('好 / fine', batch) }
const changing = (summary: string, sent?: schema.Schema) => ({
  post: {
    ...{ tags, summary, security: people, parameters: [id] },
    ...(sent && { requestBody: body(sent) }),
    responses: { ...answered, ...refused(400, 401, 403, 404, 409) },
  },
})

export const importPaths: Record<string, unknown> = {
  '/api/imports': {
    get: {
      ...{ tags, summary: '导入批次，新的在前 / Batches, newest first', security: people },
      parameters: schema.queryParameters(batchesAsked),
      responses: {
        '200': json('好 / fine', object({ docs: list(batch), total: number })),
        ...refused(400, 401, 403),
      },
    },
    post: {
      tags,
      summary:
        '上传表格，识别各列；还不写入内容 / A sheet, its columns recognised; nothing is written yet',
      security: people,
      parameters: schema.queryParameters(uploadAsked),
      requestBody: { required: true, content: { 'application/octet-stream': {} } },
      responses: { '201': json('已读 / read', batch), ...refused(400, 401, 403) },
    },
  },
  '/api/imports/{id}': {
    get: {
      ...{ tags, summary: '一个批次 / One batch', security: people, parameters: [id] },
      responses: { ...answered, ...refused(401, 403, 404) },
    },
  },
  '/api/imports/{id}/rows': {
    get: {
      ...{ tags, summary: '逐行预检与结果 / Its rows, what becomes of each', security: people },
      parameters: [id, ...schema.queryParameters(rowsAsked)],
      responses: {
        '200': json('好 / fine', object({ docs: list(row), total: number })),
        ...refused(400, 401, 403, 404),
      },
    },
  },
  '/api/imports/{id}/result': {
    get: {
      ...{ tags, summary: '结果表 / The sheet with what became of each row', security: people },
      parameters: [id, ...schema.queryParameters(resultAsked)],
      responses: {
        '200': { description: 'xlsx 或 csv', content: { 'text/csv': {} } },
        ...refused(400, 401, 403, 404),
      },
    },
  },
  '/api/imports/{id}/plan': changing(
    '预检（后台进行） / A dry run, in the background',
    schema.bodySchema(planSent),
  ),
  '/api/imports/{id}/start': changing(
    '开始或继续导入（后台进行） / Begins or goes on, in the background',
    schema.bodySchema(startSent),
  ),
  '/api/imports/{id}/stop': changing('停止 / Stops'),
  '/api/imports/{id}/takeBack': changing(
    '整批撤回；已有人处理则 409，不撤回任何一条 / Takes all of it back, or nothing: 409 where somebody worked on it',
  ),
}
