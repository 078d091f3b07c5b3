import { z } from 'zod'

export type Schema = Record<string, unknown>

export type Parameter = {
  name: string
  in: 'query' | 'path' | 'header'
  required?: boolean
  description?: string
  schema: Schema
  example?: unknown
}

export const text: Schema = { type: 'string' }
export const number: Schema = { type: 'integer' }
export const flag: Schema = { type: 'boolean' }
export const instant: Schema = { type: 'string', format: 'date-time' }
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
export const list = (items: Schema): Schema => ({ type: 'array', items })
export const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: values })
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** An object all of whose fields are required unless named optional. */
export function object(
  properties: Record<string, Schema>,
  optional: readonly string[] = [],
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', properties, required }
}

/** A request's body as its handler takes it. */
export const bodySchema = (schema: z.ZodType): Schema => inJson(schema, 'input')

/** The parameters of a query as its handler takes them: numbers are described as such, though sent as text. */
export function queryParameters(schema: z.ZodObject): Parameter[] {
  const { properties } = inJson(schema, 'output') as { properties: Record<string, Schema> }
  return Object.entries(properties).map(([name, property]) => {
    const { description, example, ...rest } = property
    return {
      ...{ name, in: 'query' as const },
      ...(schema.shape[name]?._zod.optin === undefined && { required: true }),
      ...(typeof description === 'string' && { description }),
      schema: rest,
      ...(example !== undefined && { example }),
    }
  })
}

function inJson(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, override: withoutBounds })
  return rest
}

/** That a whole number is one that can be counted with says nothing. */
function withoutBounds({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }) {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}
