import { unhelpfulReasons } from '@/access/helpful'
import { updateFields } from '@/reading/updateChanges'
import { alertKinds } from '@/workflow/usage/demand/alertsWanted'
import { outcomes } from '@/workflow/usage/settleSearches'
import { lists } from '@/workflow/usage/searches'
import { channels } from '@/workflow/usage/views'
import {
  flag,
  instant,
  list,
  number,
  object,
  oneOf,
  orNull,
  ref,
  text,
  type Schema,
} from './schema'
import { summary } from './entrySchemas'
import { search } from './readingSchemas'

const page = { total: number, page: number, pageSize: number }
const firstDay = { ...text, format: 'date', description: '起始日期 / the first day told of' }

export const changes: Schema = {
  ...list(
    object({
      field: oneOf(updateFields),
      parts: list(object({ text, change: oneOf(['same', 'added', 'removed']) })),
    }),
  ),
  description:
    '改动之处，逐词；未改的长段以 … 略去 / what changed, word by word; … where much is the same',
}

const update = object({
  kind: oneOf(['approved', 'changed', 'withdrawn']),
  at: instant,
  entry: {
    ...ref('EntrySummary'),
    description:
      '下架的不给概要，对市民也不给标题 / of what went without its summary, to citizens without its title',
  },
  changes,
  sentence: { ...orNull(text), description: '下架说明 / what readers are told of what went' },
  successor: { ...orNull(text), description: '并入的编号 / the number to go to' },
})

/** What is told of who read, asked and used what, and what follows from it. */
export const usageSchemas: Record<string, Schema> = {
  View: object({
    id: text,
    entry: object({
      number: text,
      title: {
        ...text,
        description:
          '当时的标题，现已无权查看的为空 / as it was then; empty where one may no longer read it',
      },
    }),
    reader: {
      ...orNull(object({ id: text, name: text })),
      description: '市民为空 / null for a citizen',
    },
    channel: oneOf(channels),
    query: {
      ...orNull(text),
      description:
        '由哪次检索打开；列表为空串，不是由检索打开的为 null；只对本人和中心 / what was asked before; empty for a list, null where it was not opened from an answer; told to oneself and the centre',
    },
    isRepeat: {
      ...flag,
      description:
        '不计入阅读次数：一小时内再次打开，或在管理后台打开 / not counted: within the hour, or in the admin',
    },
    at: instant,
  }),
  Search: object({
    id: text,
    query: {
      ...text,
      description: '原话，个人号码已遮盖；列表为空 / as typed, masked; empty for a list',
    },
    reader: {
      ...orNull(object({ id: text, name: text })),
      description: '市民为空 / null for a citizen',
    },
    channel: oneOf(channels.filter((channel) => channel !== 'admin')),
    filters: orNull({ type: 'object' }),
    list: {
      ...orNull(oneOf(lists)),
      description: '列表、相关内容或热点；提问为空 / which list; null where something was asked',
    },
    page: { ...number, description: '第几页，每页 20 条 / page, 20 each' },
    shown: { ...list(text), description: '依次列出的编号 / numbers shown, in their order' },
    found: number,
    outcome: {
      ...orNull(oneOf(outcomes)),
      description:
        '用上、打开、列表、接着查、换了说法、没查到、放弃、试查；半小时后判定 / what became of it, settled half an hour later',
    },
    at: instant,
  }),
  SearchesPage: object({
    searches: list(ref('Search')),
    from: firstDay,
    ...page,
  }),
  Alert: object({
    id: text,
    kind: {
      ...oneOf(alertKinds),
      description: '查询的话、内容、县区（含开发区、园区） / a question, an entry, a district',
    },
    subject: {
      ...orNull(text),
      description: '内容或单位的内部编号 / the id of the entry or the unit',
    },
    number: orNull(text),
    title: {
      ...text,
      description:
        '当时的话、标题或名称，现已无权查看的为空 / as it was called then; empty where one may no longer read it',
    },
    count: {
      ...number,
      description:
        '此前一小时的人次，同一人、同一地址至多计三次 / in the hour before; of one person or address three at most',
    },
    usual: {
      ...orNull({ type: 'number' }),
      description:
        '以往同一星期几同一钟点的加权平均，还没有往周数据时为 null / the mean of that hour of the week; null where no week is known yet',
    },
    unit: {
      ...orNull(object({ id: text, name: text })),
      description: '中心以外还提示了哪个单位 / who was told beside the centre',
    },
    at: instant,
  }),
  AlertPage: object({
    alerts: list(ref('Alert')),
    from: firstDay,
    ...page,
  }),
  Hotspots: {
    ...object({
      hotspots: list(
        object({
          ...summary,
          figures: {
            ...object({
              uses: number,
              readers: number,
              usesBefore: number,
              readersBefore: number,
            }),
            description:
              '近七天（含今天）与再前七天的使用次数、阅读人数 / uses and readers of the last seven days, today with them, and of the seven before',
          },
          isPinned: { ...flag, description: '中心置顶 / put first by the centre' },
          why: {
            ...text,
            description:
              '为什么是热点；上周不足 20 的不写百分比 / why, in Chinese; no percentage where last week was below 20',
          },
        }),
      ),
      search,
    }),
    description:
      '至多 10 条，热的在前，中心置顶的最先；定义见 docs/statistics.md / at most 10, the hottest first, the pins of the centre before all',
  },
  UpdatePage: {
    ...object({
      since: instant,
      lastLook: {
        ...orNull(instant),
        description:
          '本人上次查看更新列表的时刻，首次和接入系统为 null / when one looked last; null at first and for systems',
      },
      updates: list(update),
      ...page,
      search,
    }),
    description:
      '每条内容一次：此前与现在对该读者的差别，最近的在前 / each entry once: what is other for this reader, the newest first',
  },
  Opinion: object({
    ...{ number: text, helpful: { type: 'boolean' } },
    reason: orNull(oneOf(unhelpfulReasons)),
  }),
  Use: object({ id: text, number: text, search: orNull(text), at: instant }),
  ViewPage: object({
    views: list(ref('View')),
    from: firstDay,
    ...page,
  }),
}
