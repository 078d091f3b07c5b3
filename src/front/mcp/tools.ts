import { z } from 'zod'
import { categoryKeys, libraries } from '@/access/rules'
import type { Asked } from '../client'
import { entry, related, search } from '../readings'
import { toldOfAll, toldOfEntry } from './told'

export const instructions = `12345 热线知识库，只读。答复须以查到的内容为准，并注明编号、责任单位和有效期；没有查到就说没有查到，不要自行编写。confidence 为 unreliable、questioned、overdue 的，提醒向责任单位核实。
The knowledge base of a city's 12345 hotline, read only. Answer from what is found, naming number, unit and validity; where nothing is found, say so.`

export type Tool = {
  name: string
  title: string
  description: string
  takes: z.ZodObject
  /** Asks what the address of the same name asks, by the same rules and on the same record. */
  ask: (asked: Asked, given: Record<string, unknown>) => Promise<Record<string, unknown>>
}

const number = z.string().max(20).describe('编号，如 ZS000123 / the number of an entry')

/** What search takes, named as its address names it. */
const searching = z.object({
  q: z
    .string()
    .max(5_000)
    .describe('要查的话，可以是来电人的原话 / what is asked, in anybody’s words'),
  library: z.enum(libraries).optional().describe('库 / library'),
  category: z.enum(categoryKeys).optional().describe('类别 / category'),
  unit: z
    .string()
    .max(64)
    .optional()
    .describe('单位标识，含下级 / id of a unit, with what lies below'),
  district: z
    .string()
    .max(64)
    .optional()
    .describe('来电人所在县（市、区）的标识，当地的排在前 / id of the caller’s district'),
  page: z.int().min(1).max(10_000).optional().describe('页，每页 20 条 / 20 a page'),
})

const reading = z.object({
  number,
  search: z.uuid().optional().describe('由哪次检索打开 / the search it was found by'),
})

export const tools: readonly Tool[] = [
  {
    name: 'search',
    title: '检索',
    description:
      '检索已审批、读者可见的内容；sure 为真时第一条就是答案 / Finds approved entries the reader may see; the first is the answer itself where sure is true',
    takes: searching,
    ask: async (asked, given) => {
      const {
        hits,
        total,
        search: id,
        sure,
        degraded,
      } = await search({
        ...asked,
        query: queryOf(given),
      })
      return { entries: await toldOfAll(asked.reader, hits), total, sure, degraded, search: id }
    },
  },
  {
    name: 'read',
    title: '阅读',
    description:
      '一条的全文，spoken 为可直接朗读的纯文本 / The whole of an entry; spoken is plain text to be read aloud',
    takes: reading,
    ask: async (asked, given) =>
      toldOfEntry(await entry({ ...asked, params: paramsOf(given), query: queryOf(given) })),
  },
  {
    name: 'related',
    title: '相关内容',
    description: '与一条有关的至多 5 条 / At most 5 entries beside one',
    takes: z.object({ number }),
    ask: async (asked, given) => {
      const { entries, search: id } = await related({ ...asked, params: paramsOf(given) })
      return { entries: await toldOfAll(asked.reader, entries), search: id }
    },
  },
]

const paramsOf = ({ number }: Record<string, unknown>) => ({ number: String(number) })

function queryOf(given: Record<string, unknown>): URLSearchParams {
  const sent = Object.entries(given).filter(([, value]) => value !== undefined)
  return new URLSearchParams(sent.map(([name, value]) => [name, String(value)]))
}
