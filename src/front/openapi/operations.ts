import { isAtTheDoor, refusals, type RefusalCode } from '@/access/refusals'
import { readingTexts } from '@/i18n/refusals'
import { problemOf, type Problem, type Refused } from '@/workflow/Refused'
import { exampleValues, readingExamples } from './examples'
import { ref, type Parameter, type Schema } from './schema'
import { schemas } from './schemas'

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
  410: '须重新全部读取 / read everything anew',
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

const codes = Object.keys(refusals) as RefusalCode[]

/** Refusals of the lean path beside those at the door. */
const ofReading: readonly RefusalCode[] = [
  ...(['notSignedIn', 'notAllowed', 'notFound', 'readAnew', 'internal'] as const),
]

const told: Partial<Record<RefusalCode, Refused['details']>> = {
  ...readingTexts,
  badParameter: { parameter: 'cursor' },
  tooLarge: { filled: { most: '5 MB' } },
  methodNotAllowed: { filled: { methods: 'GET、HEAD' } },
  tooManyRequests: { filled: { seconds: 12 } },
}

/** One refusal of each kind, as the lean path gives it. */
const problemsOfReading: readonly Problem[] = codes
  .filter((code) => isAtTheDoor(code) || ofReading.includes(code))
  .map((code) => problemOf(code, told[code] ?? {}, 'zh'))

/** The same of steps and working copies; too many requests of a key are refused before them. */
const problemsOfSteps: readonly Problem[] = [
  ...codes.filter((code) => !isAtTheDoor(code)).map((code) => problemOf(code, {}, 'zh')),
  ...problemsOfReading.filter(({ status }) => status === 429),
]

/** What an answer of this schema may look like: written by hand where it is read most, else put together. */
function exampleOf(schema: Schema, name = ''): unknown {
  if ('example' in schema) return schema.example
  if (typeof schema.$ref === 'string') return exampleOfNamed(schema.$ref.split('/').at(-1) ?? '')
  if ('const' in schema) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  if (Array.isArray(schema.anyOf)) return exampleOf(schema.anyOf[0] as Schema, name)
  if (Array.isArray(schema.prefixItems)) {
    return schema.prefixItems.map((_, at) => at * 3)
  }
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return exampleOfObject(schema)
    case 'array':
      return [exampleOf(schema.items as Schema, name)]
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return typeof exampleValues[name] === 'number' ? exampleValues[name] : 1
    case 'string':
      if (schema.format === 'date-time') return '2026-03-02T01:30:00.000Z'
      return typeof exampleValues[name] === 'string' ? exampleValues[name] : '文字'
    default:
      return exampleValues[name] ?? null
  }
}

const exampleOfNamed = (name: string): unknown =>
  readingExamples[name] ?? exampleOf(schemas[name] ?? {}, name)

function exampleOfObject({ properties = {} }: Schema): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties as Record<string, Schema>).map(([name, schema]) => [
      name,
      exampleOf(schema, name),
    ]),
  )
}
