import { fields, libraries, type Library } from '@/access/rules'
import { passwordSent } from '@/workflow/accounts/passwords'
import { handoverSent, keptAsked } from '@/workflow/accounts/keeping/handOver'
import { severalSent } from '@/workflow/findings/checkText'
import { similarAsked } from '@/workflow/reviewing/similarEntries'
import { worklistAsked } from '@/workflow/reviewing/worklist'
import { body, json, pathParameter, people, refused } from './operations'
import { list, number, object, ref, text, bodySchema, queryParameters, type Schema } from './schema'

const id = pathParameter('id', '条目标识')
const tags = ['工作稿 Working copies']
const changed = [400, 401, 403, 404, 409, 503]

function copy(library: Library): Record<string, Schema> {
  return Object.fromEntries(fields[library].map(({ name }) => [name, {}]))
}

function writingOf(library: Library) {
  const names = fields[library].map(({ name }) => name)
  return {
    [`/api/${library}`]: {
      get: {
        tags,
        summary: '工作稿列表 / Working copies',
        security: people,
        responses: { '200': json('好 / fine', { type: 'object' }), ...refused(401, 403) },
      },
      post: {
        tags,
        summary: '新增 / Create',
        security: people,
        requestBody: body(object(copy(library), names)),
        responses: { '201': json('已建 / created', ref('WorkingCopy')), ...refused(...changed) },
      },
    },
    [`/api/${library}/{id}`]: {
      get: {
        tags,
        summary: '一份工作稿 / One working copy',
        security: people,
        parameters: [id],
        responses: { '200': json('好 / fine', ref('WorkingCopy')), ...refused(401, 403, 404) },
      },
      patch: {
        tags,
        summary: '保存 / Save',
        description:
          'startedFrom：从哪一版改起；已有新版则 409，两份都在 / not the latest any more: 409',
        security: people,
        parameters: [id],
        requestBody: body(object({ startedFrom: number, ...copy(library) }, names)),
        responses: { '200': json('已存 / saved', ref('WorkingCopy')), ...refused(...changed) },
      },
    },
    [`/api/${library}/{id}/review`]: {
      get: {
        tags: ['审批 Review'],
        summary: '打开待审的一版（留有记录） / Open a revision for review; it is recorded',
        security: people,
        parameters: [id],
        responses: { '200': json('好 / fine', ref('Review')), ...refused(401, 403, 404, 409) },
      },
    },
    [`/api/${library}/{id}/findings`]: {
      post: {
        tags: ['审批 Review'],
        summary:
          '未保存的文字有何需留意之处、与线上有何不同（不保存） / What to look at in a text that is not saved yet, and what differs from the live one',
        security: people,
        parameters: [id],
        requestBody: body(ref('WorkingCopy')),
        responses: {
          '200': json(
            '好 / fine',
            object({
              passages: list({ type: 'object' }),
              contradictions: list(ref('Contradiction')),
              difference: {},
            }),
          ),
          ...refused(400, 401, 404),
        },
      },
    },
    [`/api/${library}/findings`]: {
      post: {
        tags: ['审批 Review'],
        summary: '所选内容中哪些需留意（1 至 50 条） / Which of 1 to 50 saved texts to look at',
        security: people,
        requestBody: body(bodySchema(severalSent)),
        responses: {
          '200': json(
            '好 / fine',
            object({
              flagged: list(
                object({ id: text, number: text, title: text, counts: { type: 'object' } }),
              ),
            }),
          ),
          ...refused(400, 401),
        },
      },
    },
    [`/api/${library}/preview`]: {
      post: {
        tags: ['写作 Writing'],
        summary:
          '预览（不保存）：/preview/{token} 与 /desk/preview/{token}，半小时内仅本人可看 / Preview what is not saved, for half an hour and oneself',
        security: people,
        requestBody: body(ref('WorkingCopy')),
        responses: { '200': json('好 / fine', object({ token: text })), ...refused(400, 401, 403) },
      },
    },
    [`/api/${library}/similar`]: {
      get: {
        tags: ['审批 Review'],
        summary: '已有的相近内容 / What is there already and asks nearly the same',
        security: people,
        parameters: queryParameters(similarAsked),
        responses: {
          '200': json('好 / fine', object({ entries: list(ref('SimilarEntry')) })),
          ...refused(400, 401, 403),
        },
      },
    },
    [`/api/${library}/{id}/history`]: {
      get: {
        tags: ['审批 Review'],
        summary: '各步记录 / The decisions',
        security: people,
        parameters: [id],
        responses: { '200': json('好 / fine', ref('History')), ...refused(401, 403, 404) },
      },
    },
    [`/api/${library}/{id}/history/{decision}`]: {
      get: {
        tags: ['审批 Review'],
        summary: '这一步给读者带来的变化 / What this decision changed for readers',
        security: people,
        parameters: [id, pathParameter('decision', '记录标识')],
        responses: { '200': json('好 / fine', ref('Change')), ...refused(401, 403, 404) },
      },
    },
  }
}

const counts: Schema = { type: 'object', additionalProperties: number }
const rowFindings = object({ line: number, counts })

export const writingPaths: Record<string, unknown> = {
  ...Object.assign({}, ...libraries.map(writingOf)),
  '/api/worklist': {
    get: {
      tags: ['审批 Review'],
      summary: '条目及其状态 / Entries with their states',
      security: people,
      parameters: queryParameters(worklistAsked),
      responses: { '200': json('好 / fine', ref('Worklist')), ...refused(400, 401, 403) },
    },
  },
  '/api/handover': {
    get: {
      tags: ['审批 Review'],
      summary: '某人经办的内容（无人经办用 none）/ What a person keeps; none for what nobody keeps',
      security: people,
      parameters: queryParameters(keptAsked),
      responses: { '200': json('好 / fine', ref('Kept')), ...refused(400, 401, 403) },
    },
    post: {
      tags: ['审批 Review'],
      summary: '移交经办，逐条给出结果 / Into the care of another, a result each',
      security: people,
      requestBody: body(bodySchema(handoverSent)),
      responses: { '200': json('好 / fine', ref('StepsTaken')), ...refused(400, 401, 403, 503) },
    },
  },
  '/api/cases/import': {
    post: {
      tags: ['写作 Writing'],
      summary:
        '导入办结工单（xlsx、CSV、JSON 或 NDJSON），全部成功或全不导入 / Take in closed orders, all or none',
      security: people,
      requestBody: { required: true, content: { 'text/csv': {}, 'application/x-ndjson': {} } },
      responses: {
        '200': json(
          '已导入 / imported',
          object({ created: number, known: number, findings: list(rowFindings) }, ['findings']),
        ),
        ...refused(400, 401, 403, 503),
      },
    },
  },
  '/api/globals/settings': {
    get: {
      tags: ['设置 Settings'],
      summary: '工作流程设置 / Workflow settings',
      security: people,
      responses: { '200': json('好 / fine', ref('Settings')), ...refused(401, 403) },
    },
    post: {
      tags: ['设置 Settings'],
      summary: '修改工作流程设置（中心管理员） / Change them (the centre)',
      security: people,
      requestBody: body(ref('Settings')),
      responses: { '200': json('已改 / changed', { type: 'object' }), ...refused(400, 401, 403) },
    },
  },
  '/api/users/login': {
    post: {
      tags: ['账号 Account'],
      summary: '登录 / Sign in',
      requestBody: body(object({ username: text, password: text })),
      responses: {
        '200': json(
          '已登录 / signed in',
          object({ token: text, exp: number, user: { type: 'object' } }),
        ),
        '401': {
          description:
            '账号或密码不对（notSignedIn），或已锁定（locked） / wrong (notSignedIn), or locked (locked)',
        },
        ...refused(400, 403),
      },
    },
  },
  '/api/users/logout': {
    post: {
      tags: ['账号 Account'],
      summary: '退出 / Sign out',
      security: people,
      responses: { '200': json('已退出 / signed out', { type: 'object' }) },
    },
  },
  '/api/users/change-password': {
    post: {
      tags: ['账号 Account'],
      summary: '修改密码 / Change the password',
      security: people,
      requestBody: body(bodySchema(passwordSent)),
      responses: { '200': json('已改 / changed', { type: 'object' }), ...refused(400, 401) },
    },
  },
}
