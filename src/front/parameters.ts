import { z } from 'zod'
import { unhelpfulReasons } from '@/access/helpful'
import { categoryKeys, libraries } from '@/access/rules'
import { themeKey } from '@/access/themes'
import { placeOf } from '@/reading/searchAnswer'
import { mostSuggestions } from '@/reading/suggest'
import { FRESHNESS_DAYS } from '@/search/types'
import { spans } from './updatesSince'
import { Refused } from '@/workflow/Refused'
import { alertsAsked } from '@/workflow/usage/demand/alertsWanted'
import { searchesAsked } from '@/workflow/usage/searchesWanted'
import { statisticsAsked } from '@/workflow/reporting/wanted'
import { viewsAsked } from '@/workflow/usage/viewsWanted'

const usualSuggestions = 8
const lastPage = 10_000

const whole = ({ usual, most }: { usual: number; most: number }) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(most))
    .default(usual)

const flag = () =>
  z
    .enum(['true', 'false'])
    .transform((given) => given === 'true')
    .pipe(z.boolean())
    .default(false)

const node = () => z.string().regex(/^[\w-]{1,64}$/)

/** What narrows lists and search. */
export const filters = z.object({
  library: z.enum(libraries).optional().meta({ description: '库' }),
  unit: node()
    .optional()
    .meta({ description: '单位（知识树节点），含下级 / a unit and what lies below' }),
  category: z.enum(categoryKeys).optional().meta({ description: '类别' }),
  theme: z.string().regex(themeKey).optional().meta({
    description:
      '主题（见 themes）；停用的查不到内容 / a theme by its key; of one switched off nothing is found',
  }),
  freshness: z
    .enum(FRESHNESS_DAYS.map(String))
    .transform(Number)
    .pipe(z.number().int().meta({ enum: FRESHNESS_DAYS }))
    .optional()
    .meta({ description: '最近若干天内审批 / approved within so many days' }),
})

/** Of a path. */
export const unitIn = (unit = ''): string =>
  askedIn(filters.pick({ unit: true }).required(), new URLSearchParams({ unit })).unit

/** And the page of it. */
export const paged = z.object({
  page: whole({ usual: 1, most: lastPage }).meta({
    description:
      '页，每页 20 条；有 cursor 时不看 / 20 a page; not looked at where there is a cursor',
  }),
})

/** What narrows a list, and its page. */
const listed = z.object({ ...filters.shape, ...paged.shape })

export const goingOn = z.object({
  cursor: z.string().optional().meta({
    description:
      '上一页的 next，只对同一问题有效 / next of the page before, good for the same question alone',
  }),
})

/** Where a caller is. */
export const preferring = z.object({
  district: node().optional().meta({
    description:
      '来电人所在的县（市、区）、开发区或园区：问得一样近的，当地的排在前，全市的其次，别处的在后；不筛除任何内容 / the county, zone or park of the caller: among like answers its own stand first, the city’s next, those of other districts last; nothing is left out',
  }),
})

export const districtIn = (query: URLSearchParams) => askedIn(preferring, query).district

export const counting = z.object({
  facets: flag().meta({
    description:
      '同时按库、单位、类别、主题、时间计数 / count by library, unit, category, theme, freshness',
  }),
})

export const explaining = z.object({
  explain: flag().meta({
    description:
      '说明每条为什么排在这里；仅中心管理员，其他人 403 / why each hit is where it is; for the centre alone',
  }),
})

export const suggesting = z.object({
  limit: whole({ usual: usualSuggestions, most: mostSuggestions }).meta({
    description: '至多几条 / at most so many',
  }),
})

export const opening = z.object({
  search: z.uuid().optional().meta({
    description:
      '由哪次检索打开：检索或列表答复中的 search / the search of the answer it is opened from',
  }),
})

export const openedFrom = (query: URLSearchParams) => askedIn(opening, query).search

/** Which use is taken back? */
export const takingBack = z.object({
  use: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .meta({ description: '用上了答复中的 id / the id of the use' }),
})

export const useIn = (query: URLSearchParams): string => askedIn(takingBack, query).use

/** Did an answer help? */
export const helping = z.object({
  helpful: z.enum(['true', 'false']).meta({ description: '有帮助 / did it help' }),
  reason: z.enum(unhelpfulReasons).optional().meta({
    description:
      '没帮助的原因：看不懂、过期、不适用、没解决 / why it did not: hard to understand, out of date, not for my case, not solved',
  }),
})

/** What is said of an answer; of one that helped no reason is taken. */
export function opinionIn(query: URLSearchParams) {
  const { helpful, reason = null } = askedIn(helping, query)
  const isHelpful = helpful === 'true'
  if (isHelpful && reason) throw new Refused('badParameter', { parameter: 'reason' })
  return { isHelpful, reason }
}

/** Since when, of which unit or category, and the page of updates. */
export const updatesAsked = z.object({
  since: z
    .union([z.enum(spans), z.iso.date(), z.iso.datetime({ offset: true })])
    .default('week')
    .meta({
      description:
        'lastLook 上次查看更新列表以来（本人），day 今天，week 近 7 天，month 近 30 天，或日期、时刻（至多往前 92 天） / since one looked last, today, days, or a day or moment of at most 92 days ago',
    }),
  ...filters.pick({ unit: true, category: true }).shape,
  ...paged.shape,
  brief: flag().meta({
    description: '不逐字对照改动，changes 为空 / without what changed by words: changes is empty',
  }),
})
export const updatesIn = (query: URLSearchParams) => askedIn(updatesAsked, query)

/** Where somebody has read the changes up to, and how many come at once. */
export const changesAsked = z.object({
  after: z
    .string()
    .regex(/^(0|[\w-]{40,1000})$/)
    .default('0')
    .meta({
      description:
        '上次答复的 next；不写或写 0 则从头全部读取 / next of the answer before; without it, or 0, everything is read from the beginning',
    }),
  limit: whole({ usual: 200, most: 500 }).meta({
    description: '一次至多几条 / at most so many at once',
  }),
})
export function changesIn(query: URLSearchParams) {
  const { after, limit } = askedIn(changesAsked, query)
  return { after: after === '0' ? undefined : after, limit }
}

/** Of a unit and what lies below it, for matters of a district, both, or of all. */
export const hotspotsAsked = filters.pick({ unit: true }).extend({
  district: node().optional().meta({
    description:
      '县（市、区）、开发区或园区（知识树节点）：为那里的事查阅和使用的内容，不论归哪个单位 / a county, zone or park: what is read and used for its matters, whoever answers for it',
  }),
})
export const hotspotsIn = (query: URLSearchParams) => askedIn(hotspotsAsked, query)

const ofFifty = {
  page: whole({ usual: 1, most: lastPage }).meta({ description: '页，每页 50 条 / 50 a page' }),
}

/** What narrows 浏览记录, 检索记录 or 异常热度, and its page. */
export const viewing = z.object({ ...viewsAsked.shape, ...ofFifty })
export const searchesListed = z.object({ ...searchesAsked.shape, ...ofFifty })
export const alertsListed = z.object({ ...alertsAsked.shape, ...ofFifty })

/** Whose figures of which days, and what they are told apart by. */
export const statisticsIn = (query: URLSearchParams) => askedIn(statisticsAsked, query)

export const viewingIn = (query: URLSearchParams) => askedIn(viewing, query)
export const searchesIn = (query: URLSearchParams) => askedIn(searchesListed, query)
export const alertsIn = (query: URLSearchParams) => askedIn(alertsListed, query)

/** The filters that lists and search share, and the page. */
export const filtersOf = (query: URLSearchParams) => askedIn(listed, query)

/** As typed; how much of it was read the answer says. */
export const textOf = (query: URLSearchParams): string => query.get('q') ?? ''

export const isExplained = (query: URLSearchParams) => askedIn(explaining, query).explain
export const hasFacets = (query: URLSearchParams) => askedIn(counting, query).facets
export const suggestionsIn = (query: URLSearchParams) => askedIn(suggesting, query).limit

/** Where a search goes on; a cursor of another question, or that nobody was given, is refused. */
export function cursorIn(query: URLSearchParams, searched: Parameters<typeof placeOf>[0]) {
  const { cursor } = askedIn(goingOn, query)
  if (!cursor) return undefined
  const place = placeOf(searched, cursor)
  if (!place) throw new Refused('badParameter', { parameter: 'cursor' })
  return place
}

/** What a query asks by this schema; an empty text is none. Throws `Refused` that names the first wrong one. */
function askedIn<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  query: URLSearchParams,
): z.output<z.ZodObject<Shape>> {
  const names = Object.keys(schema.shape)
  const given = names.map((name) => [name, query.get(name) || undefined])
  const { success, data, error } = schema.safeParse(Object.fromEntries(given))
  if (success) return data
  throw new Refused('badParameter', { parameter: String(error.issues[0]?.path[0]) })
}
