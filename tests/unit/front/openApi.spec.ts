import { describe, expect, test } from '@jest/globals'
import { askedSteps, steps, type StepRule } from '@/access/rules'
import { openApi } from '@/front/openapi/openApi'
import { routes } from '@/front/routes'

const paths = openApi.paths as Record<string, Record<string, unknown>>
const operations = Object.values(paths).flatMap((path) => Object.values(path)) as {
  operationId?: string
  responses: Record<string, unknown>
}[]

describe('the description of the API', () => {
  test.each(
    routes.map(
      (route) => [route.path, 'write' in route || 'exchange' in route ? 'post' : 'get'] as const,
    ),
  )('describes %s by %s', (path, method) => {
    expect(paths[path]?.[method]).toBeDefined()
  })

  test.each(askedSteps)('describes the step %s in each of its libraries', (step) => {
    const { libraries, several }: StepRule = steps[step]
    for (const library of libraries) {
      expect(paths[`/api/${library}/{id}/${step}`]?.post).toBeDefined()
      expect(paths[`/api/${library}/${step}`]?.post !== undefined).toBe(several)
    }
  })

  test('names every operation of a step once', () => {
    const ids = operations.flatMap(({ operationId }) => operationId ?? [])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('refers only to schemas it has', () => {
    const names = JSON.stringify(openApi).matchAll(/#\/components\/schemas\/(\w+)/g)
    for (const [, name = ''] of names)
      expect(Object.keys(openApi.components.schemas)).toContain(name)
  })

  test('says what each operation answers', () => {
    for (const { responses } of operations) expect(Object.keys(responses).length).toBeGreaterThan(0)
  })
})
