import { z } from 'zod'
import type { Parameter } from './operations'
import type { Schema } from './schema'

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
