import { z } from 'zod'

export const ofNode = () => z.string().regex(/^[\w-]{1,64}$/)
/** Of a question that is asked for as a whole; what is longer no address leads to. */
export const longestForm = 500

const day = () => z.iso.date()

/** A number as entries have it. */
export const ofEntry = () => z.string().regex(/^[A-Za-z]{2}\d{6,}$/)

export const ofReader = () =>
  ofNode().optional().meta({
    description: '读者的内部编号，me 为本人 / a reader by id, me for oneself',
  })

export const ofDays = () => ({
  from: day().optional().meta({
    description:
      '自何日（北京时间，含当日），不填为最近三十天 / from this day (Asia/Shanghai); the last thirty days where it is not given',
  }),
  to: day().optional().meta({ description: '至何日（含当日）/ to this day, included' }),
})

export const ofUnit = () => ({
  unit: ofNode().optional().meta({
    description: '单位（知识树节点），含下级 / a unit and what lies below',
  }),
  alone: z.enum(['yes']).optional().meta({
    description: 'yes：只看该单位自身，不含下级 / the unit without what lies below',
  }),
})

/** Which readings somebody wants to see; what is left out does not narrow. */
export const viewsAsked = z.object({
  ...ofUnit(),
  entry: ofEntry().optional().meta({ description: '编号 / number of an entry' }),
  reader: ofReader(),
  counted: z.enum(['yes']).optional().meta({
    description: 'yes：只看计入阅读次数的 / those alone that count',
  }),
  ...ofDays(),
})

export type ViewsWanted = z.output<typeof viewsAsked>

/** What the address of the page asks for. */
export const viewsWantedIn = (query: Record<string, unknown> | undefined): ViewsWanted =>
  wantedIn(viewsAsked, query)

/**
 * What is not understood is as if it were not there, but for what was typed as a number: it finds nothing.
 */
export function wantedIn<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  query: Record<string, unknown> | undefined,
): z.output<z.ZodObject<Shape>> {
  const given = Object.entries(schema.shape).flatMap(([name, field]) => {
    const value = query?.[name]
    const longest = name === 'form' ? longestForm : 64
    const text = typeof value === 'string' ? value.trim().slice(0, longest) : ''
    const isUnderstood = name === 'entry' || (field as z.ZodType).safeParse(text).success
    return text && isUnderstood ? [[name, text]] : []
  })
  return Object.fromEntries(given) as z.output<z.ZodObject<Shape>>
}
