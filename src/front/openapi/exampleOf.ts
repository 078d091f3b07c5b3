import { exampleValues, readingExamples } from './examples'
import type { Schema } from './schema'
import { schemas } from './schemas'

/** What an answer of this schema may look like: written by hand where it is read most, else put together. */
export function exampleOf(schema: Schema, name = ''): unknown {
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
