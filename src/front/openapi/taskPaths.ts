import {
  askedTaskSteps,
  severalSteps,
  taskKinds,
  taskStates,
  taskSteps,
  type TaskStep,
} from '@/access/tasks'
import { taskTexts } from '@/i18n/tasks'
import { taskSent } from '@/workflow/tasks/endpoints'
import { mergeSent } from '@/workflow/tasks/proposeMerge'
import { correctionSent, gapSent, requestSent } from '@/workflow/tasks/report'
import { taskOutcomes } from '@/workflow/tasks/task'
import { taskStepSent } from '@/workflow/tasks/takeTaskStep'
import { taskStepsSent } from '@/workflow/tasks/takeTaskSteps'
import { tasksAsked } from '@/workflow/tasks/tasksWanted'
import {
  body,
  everyone,
  json,
  pathParameter,
  people,
  refused,
  refusedReading,
  signedIn,
} from './operations'
import {
  bodySchema,
  flag,
  instant,
  list,
  number,
  object,
  oneOf,
  orNull,
  queryParameters,
  text,
} from './schema'

const tags = ['任务 Tasks']
const day = { ...text, format: 'date', example: '2026-12-04' }

const task = object({
  ...{ id: text, number: { ...text, example: 'RW000123' } },
  ...{ kind: oneOf(taskKinds), state: oneOf(taskStates), about: text },
  unit: object({ id: text, name: text }),
  entry: orNull(
    object({
      number: text,
      title: orNull(text),
      copy: orNull(object({ id: text, library: text })),
    }),
  ),
  ...{ revision: orNull(number), passage: orNull(text), count: number },
  ...{ due: day, lapsesOn: orNull(day), isOverdue: flag, at: instant, overAt: orNull(instant) },
  ...{ answer: orNull(text), outcome: orNull(oneOf(taskOutcomes)) },
  steps: list(oneOf(askedTaskSteps)),
})

const duplicate = object({
  ...{ entry: text, number: text, library: text, title: text },
  unit: object({ id: text, name: text }),
})

const opened = object({ id: text, number: { ...text, example: 'RW000123' }, isNew: flag })

const stepOf = (step: TaskStep) => ({
  post: {
    tags,
    summary: `${taskTexts.zh.steps[step]} / ${taskTexts.en.steps[step]}`,
    description: `类别 / kinds: ${Object.keys(taskSteps[step].by).join(', ')}`,
    security: people,
    parameters: [pathParameter('id', '任务的内部编号 / id of the task')],
    requestBody: body(bodySchema(taskStepSent)),
    responses: {
      '200': json('已办 / done', object({ task })),
      ...refused(400, 401, 403, 404, 409, 503),
    },
  },
})

const severalOf = (step: TaskStep) => ({
  post: {
    tags,
    summary: `${taskTexts.zh.steps[step]}（成批） / ${taskTexts.en.steps[step]}, several`,
    description:
      '每条须先看过现行文字；逐条办理，没有办理的注明原因 / of each the text was opened before; each by itself, with its own result',
    security: people,
    requestBody: body(bodySchema(taskStepsSent)),
    responses: {
      '200': json(
        '逐条的结果 / of each its result',
        object({ results: list(object({ id: text, ok: flag, status: number })) }),
      ),
      ...refused(400, 401),
    },
  },
})

const told = (summary: string, sent: object) => ({
  post: {
    tags,
    summary,
    description:
      '不记是谁；个人号码隐去；网页表单提交后到致谢页；每个地址每小时三十条；爬虫不可提交 / nobody is known by it, numbers of persons are masked; thirty an hour from one address; not for robots',
    security: everyone,
    requestBody: body(sent as Record<string, unknown>),
    responses: {
      '200': json(
        '已记录，凭 receipt 在 /report?receipt=… 查看结果 / on record; by the receipt its end is told at /report?receipt=…',
        object({ number: { ...text, example: 'RW000123' }, receipt: text }),
      ),
      ...refusedReading(400, 403, 404, 405, 413, 429),
      ...refused(503),
    },
  },
})

const ofKeys =
  '密钥须由系统管理员勾选“可上报缺口和纠错”，只能上报这两类，只看到自己所报：about 为自己的原话，经过只有办结时的答复，内容只列密钥可读的 / a key needs “tells of gaps and errors”, tells of these two, and sees what it told alone: `about` in its own words, of the history the sentence at the end, entries it may read'

/** What keeps the knowledge true: gaps, corrections, requests. */
export const taskPaths: Record<string, unknown> = {
  '/api/tasks': {
    get: {
      tags,
      summary:
        '任务：本单位及下级的、本人上报的；中心看全部 / Tasks one sees, the one due first before others',
      description: ofKeys,
      security: signedIn,
      parameters: queryParameters(tasksAsked),
      responses: {
        '200': json(
          '好 / fine',
          object({ tasks: list(task), total: number, page: number, pageSize: number }),
        ),
        ...refused(400, 401, 429),
      },
    },
    post: {
      tags,
      summary:
        '上报知识缺口或纠错，由中心发起维护需求，或提议合并 / What is missing, wrong, asked of units, or to be merged',
      description: ofKeys,
      security: signedIn,
      requestBody: body({
        anyOf: [gapSent, correctionSent, requestSent, mergeSent].map((sent) =>
          bodySchema(taskSent.extend(sent.shape)),
        ),
        example: { kind: 'gap', query: '老人补贴怎样领取', words: '老人来电，说邻居已经领到' },
      }),
      responses: {
        '200': json('已记录 / on record', object({ tasks: list(opened) })),
        ...refused(400, 401, 403, 404, 409, 429, 503),
      },
    },
  },
  '/api/tasks/duplicates': {
    get: {
      tags,
      summary:
        '疑似重复：在线、问同一件事、可由本人提议合并的内容，每天比对 / Pairs of texts online that ask one thing, which one may propose to merge; looked for each day',
      security: people,
      responses: {
        '200': json(
          '好 / fine',
          object({ duplicates: list(object({ one: duplicate, other: duplicate })) }),
        ),
        ...refused(401),
      },
    },
  },
  '/api/tasks/{id}': {
    get: {
      tags,
      summary: '一个任务 / One task with its reports, history and what its queries found',
      description: ofKeys,
      security: signedIn,
      parameters: [pathParameter('id', '任务的内部编号 / id of the task')],
      responses: { '200': json('好 / fine', object({ task })), ...refused(401, 404, 429) },
    },
  },
  '/api/tasks/{id}/text': {
    get: {
      tags,
      summary:
        '复核或合并任务所指的现行文字，限现在可以看它的人；看过即有记录，复核和同意合并以此为准 / The text a review or a merge is of, to whom may read it now; that it was opened is on record, and 复核 and 同意合并 ask for it',
      security: people,
      parameters: [pathParameter('id', '任务的内部编号 / id of the task')],
      responses: {
        '200': json(
          '好 / fine',
          object({
            ...{ library: text, entry: text, number: text, isOnline: flag, revision: number },
            text: object({ title: text, summary: text, html: text }),
          }),
        ),
        ...refused(401, 404, 503),
      },
    },
  },
  '/api/tasks/{id}/draft': {
    post: {
      tags,
      summary:
        '据此新增：以缺口为题的草稿，并指明为答案；合并则把要并入的文字写进修订 / A draft of what a gap asks, named as its answer; of a merge a revision with what is taken over',
      security: people,
      parameters: [pathParameter('id', '任务的内部编号 / id of the task')],
      responses: {
        '200': json(
          '已办 / done',
          object({ entry: object({ id: text, library: text, number: text }) }),
        ),
        ...refused(400, 401, 403, 404, 409, 503),
      },
    },
  },
  ...Object.fromEntries(askedTaskSteps.map((step) => [`/api/tasks/{id}/${step}`, stepOf(step)])),
  ...Object.fromEntries(severalSteps.map((step) => [`/api/tasks/${step}`, severalOf(step)])),
  '/api/public/corrections': told(
    '市民纠错 / A citizen tells of an error',
    bodySchema(correctionSent.omit({ revision: true })),
  ),
  '/api/public/gaps': told(
    '市民没有找到答案 / A citizen tells of what is missing',
    bodySchema(gapSent.pick({ query: true, words: true })),
  ),
}
