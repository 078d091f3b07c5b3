import { z } from 'zod'
import { Refused } from './Refused'

type Sentence = { zh: string; en: string }

/** Beside the schemas and not among their metadata, which stands in the description of the API. */
const sentences = z.registry<Sentence & { field?: string }>()

/**
 * A field's schema, made for it alone, with what is said where something else was sent; `field` where the sentence is
 * of several and another one is named for them.
 */
export const said = <Schema extends z.ZodType>(
  schema: Schema,
  sentence: Sentence,
  field?: string,
): Schema => {
  sentences.add(schema, field ? { ...sentence, field } : sentence)
  return schema
}

/**
 * What was sent, body or query, as its schema takes it; what the schema does not know is left out. Throws `Refused`
 * (400 `invalid`) with the sentence of the first field, in the schema's order, that is missing or of another kind.
 */
export function sentAs<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  sent: Record<string, unknown>,
): z.output<z.ZodObject<Shape>> {
  const { success, data, error } = schema.safeParse(sent)
  if (success) return data
  const name = String(error.issues[0]?.path[0])
  const schemaOf: z.core.$ZodType | undefined = schema.shape[name]
  const { field = name, ...detail } = (schemaOf && sentences.get(schemaOf as z.ZodType)) ?? {
    zh: `参数 ${name} 不正确。`,
    en: `The parameter ${name} is not valid.`,
  }
  throw new Refused('invalid', { fields: [field], detail })
}

/** What need not be sent; null is as good as nothing. */
export const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => given ?? undefined, schema.optional())

/** One of these in a query; an empty text is none. */
export const chosenFrom = <const Values extends readonly string[]>(values: Values) =>
  z.preprocess((given) => (given === '' ? undefined : given), z.enum(values).optional())

/** The page of a list, from 1 on; `size` rows stand on one. In a query numbers are texts. */
export const pageAsked = (size: number) =>
  z
    .string()
    .transform(Number)
    .pipe(
      z
        .number()
        .int()
        .min(1)
        .refine((page) => Number.isSafeInteger(page * size)),
    )
    .default(1)
