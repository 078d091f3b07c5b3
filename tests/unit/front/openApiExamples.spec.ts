import { describe, expect, test } from '@jest/globals'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { openApi } from '@/front/openapi/openApi'

type Content = Record<
  string,
  { schema: object; example?: unknown; examples?: Record<string, { value: unknown }> }
>
type Operation = {
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
  parameters?: { name: string; schema: object; example?: unknown }[]
}

const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema({ $id: 'openapi', ...openApi })

const compiled = new Map<string, ValidateFunction>()

/** The schema by itself, with its references into the description. */
const errorsOf = (schema: object, value: unknown) => {
  const standing = JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components')
  const validate = compiled.get(standing) ?? ajv.compile(JSON.parse(standing) as object)
  compiled.set(standing, validate)
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const operations = Object.entries(
  openApi.paths as unknown as Record<string, Record<string, Operation>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
)

describe('the examples of the description', () => {
  test.each(operations)('$name shows what is sent and answered, as described', ({ operation }) => {
    const { requestBody, responses } = operation
    const contents = [requestBody?.content, ...Object.values(responses).map((each) => each.content)]
    for (const content of contents) {
      for (const [type, { schema, example, examples }] of Object.entries(content ?? {})) {
        if (!/^application\/(problem\+)?json$/.test(type)) continue
        const shown = examples ? Object.values(examples).map(({ value }) => value) : [example]
        expect(shown.length).toBeGreaterThan(0)
        for (const value of shown) {
          expect(value).toBeDefined()
          expect(errorsOf(schema, value)).toEqual([])
        }
      }
    }
  })

  test('of parameters are values the parameters take', () => {
    const parameters = operations.flatMap(({ operation }) => operation.parameters ?? [])
    for (const { schema, example } of parameters) {
      if (example !== undefined) expect(errorsOf(schema, example)).toEqual([])
    }
  })

  test('would be told wrong if they were', () => {
    const { schema } = { schema: { $ref: '#/components/schemas/SearchAnswer' } }
    expect(errorsOf(schema, { hits: [{}] })).not.toEqual([])
  })
})
