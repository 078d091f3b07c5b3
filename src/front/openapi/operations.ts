import type { Problem } from '@/workflow/Refused'
import { exampleOf } from './exampleOf'
import { problemsOfReading, problemsOfSteps } from './problems'
import { ref, type Schema } from './schema'

export type Parameter = {
  name: string
  in: 'query' | 'path' | 'header'
  required?: boolean
  description?: string
  schema: Schema
  example?: unknown
}

export type Operation = Record<string, unknown>

const media = (type: string, schema: Schema) => ({
  content: { [type]: { schema, example: exampleOf(schema) } },
})

export const json = (description: string, schema: Schema) => ({
  description,
  ...media('application/json', schema),
})

export const body = (schema: Schema) => ({ required: true, ...media('application/json', schema) })

const refusalNames: Record<number, string> = {
  400: '请求有误 / bad request',
  401: '未登录 / not signed in',
  403: '无权 / not allowed',
  404: '没有，或无权看到 / not there, or not to be seen',
  405: '不支持此方法 / method not allowed',
  409: '状态不符或已被他人更改 / wrong state or changed meanwhile',
  413: '请求内容太大 / body too large',
  429: '请求过于频繁 / too many requests',
  503: '忙，请稍后再试 / busy',
}

/** Answers of refusal by status, all of them problem details: of steps and working copies. */
export const refused = (...statuses: number[]) => refusalsBy(statuses, problemsOfSteps)

/** The same of reading, which also tells when to come again. */
export const refusedReading = (...statuses: number[]) => refusalsBy(statuses, problemsOfReading)

function refusalsBy(statuses: readonly number[], problems: readonly Problem[]) {
  return Object.fromEntries(
    statuses.map((status) => {
      const examples = problems
        .filter((problem) => problem.status === status)
        .map((problem) => [problem.code, { value: problem }])
      const content = { schema: ref('Problem'), examples: Object.fromEntries(examples) }
      return [
        String(status),
        {
          description: refusalNames[status] ?? '',
          ...(status === 429 ? { headers: laterHeaders } : {}),
          content: { 'application/problem+json': content },
        },
      ]
    }),
  )
}

const laterHeaders = {
  'Retry-After': {
    description: '多少秒后再试 / seconds',
    schema: { type: 'integer' },
    example: 12,
  },
}

export const pathParameter = (name: string, description: string): Parameter => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
})

export const signedIn = [{ session: [] }, { token: [] }, { key: [] }]
export const people = [{ session: [] }, { token: [] }]
export const everyone: Schema[] = []
