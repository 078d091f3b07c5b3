import { situations } from '@/access/phrases'
import { categoryKeys, libraries } from '@/access/rules'
import { mostUnits } from '@/reading/searchAnswer'
import { FRESHNESS_DAYS, LONGEST_QUERY } from '@/search/types'
import { ownText, summary } from './entrySchemas'
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

const decimal: Schema = { type: 'number' }

export const range: Schema = {
  type: 'array',
  prefixItems: [number, number],
  minItems: 2,
  maxItems: 2,
  description: '起、止（不含止），UTF-16 单位 / from, to (exclusive), in UTF-16 units',
}

const page = { total: number, page: number, pageSize: number }
export const search: Schema = {
  ...orNull(text),
  description:
    '本次答复在检索记录中的标识，打开和用上时带上；程序自动访问的为空 / its id on record, named by openings and uses; null for robots and for lists without a session',
}

/** What reading answers. */
export const readingSchemas: Record<string, Schema> = {
  EntrySummary: object(summary),
  Contact: object({
    phone: orNull(text),
    address: orNull(text),
    hours: orNull(text),
    number: orNull(text),
  }),
  Entry: object({
    ...ownText,
    spoken: {
      ...text,
      description:
        '可直接朗读或复制的纯文本，一行一句：问、答、详情、责任单位与电话、有效期；列表按一、二、三编号，电话分组，网址不读 / plain Chinese to be read aloud or pasted: question, answer, details, unit and phone, validity, a line each',
    },
    basedOn: {
      ...orNull(ref('EntrySummary')),
      description: '依据的上级事项，读者能看到的 / the entry of a unit above it is based on',
    },
    themes: list(object({ key: text, name: text })),
    confirmedAt: orNull(instant),
    awaitsReview: {
      ...flag,
      description: '待复核：已过复核日期三十天 / its day of review went by a month ago',
    },
    isUnreliable: {
      ...flag,
      description:
        '不可靠：九十天内三次纠错属实，尚未复核 / three corrections of it were right within ninety days',
    },
    reliability: {
      ...orNull(ref('Reliability')),
      description: '可信度；对市民为空 / null for the public',
    },
    contact: orNull(ref('Contact')),
    related: list(ref('EntrySummary')),
  }),
  Phrases: object({
    phrases: list(
      object({
        id: text,
        situation: {
          ...oneOf(situations),
          description:
            '什么时候说：正在查询、没有查到、核实后回复、紧急情况、不予受理 / when it is said: searching, nothing found, we check and call back, emergency, not accepted',
        },
        text,
        words: {
          ...list(text),
          description:
            '来电人的话里有其中一个词就说这一句，仅紧急情况和不予受理有 / in what is asked, one of these leads to it; of emergencies and what is not accepted alone',
        },
      }),
    ),
  }),
  EntryPage: object({ entries: list(ref('ListedEntry')), ...page, search }),
  SearchHit: object(
    {
      ...summary,
      highlights: object({
        title: list(range),
        text: list(
          object({
            passage: {
              ...text,
              description:
                '正文中的一段，到句子为止；截断处有 … / of the text, by whole sentences; … where it is cut',
            },
            ranges: list(range),
          }),
        ),
      }),
      ...{ doubt: ref('Doubt'), explanation: ref('Explanation') },
    },
    ['doubt', 'explanation'],
  ),
  Explanation: {
    ...object({
      place: {
        ...oneOf(['first', 'exact', 'scored']),
        description:
          'first 置顶，exact 问题完全一致，scored 按下列各项得分 / put first, the question itself, by score',
      },
      words: list(object({ word: text, rarity: decimal, score: decimal, isSynonym: flag })),
      pairs: { ...decimal, description: '相邻字得分 / neighbouring characters' },
      sound: { ...decimal, description: '标题读音得分 / the sound of the title' },
      factors: object({
        held: decimal,
        inTitle: decimal,
        likeness: {
          ...decimal,
          description: '整句与标题相似 / the title asks the same as a whole',
        },
        polarity: {
          ...decimal,
          description: '肯定、否定一致大于 1，相反小于 1 / the same side or the opposite: 没缴, 缴',
        },
        freshness: decimal,
        ownUnit: decimal,
        district: decimal,
        use: decimal,
      }),
    }),
    description:
      '为什么排在这里，仅中心管理员可查 / why a hit is where it is, for the centre alone',
  },
  Facets: {
    ...object({
      library: list(object({ key: oneOf(libraries), count: number })),
      unit: {
        ...list(object({ id: text, name: text, count: number })),
        description: `条数最多的至多 ${mostUnits} 个单位，含下级 / at most ${mostUnits}, each with what lies below`,
      },
      category: list(object({ key: oneOf(categoryKeys), name: text, count: number })),
      theme: {
        ...list(object({ key: text, name: text, count: number })),
        description: '在用的主题；一条可属多个 / themes in use; an entry counts in each of its own',
      },
      freshness: {
        ...list(object({ days: { ...number, enum: [...FRESHNESS_DAYS] }, count: number })),
        description: '最近若干天内审批 / approved within so many days',
      },
    }),
    description:
      '查到的内容按各项计数，只计该读者可见的；每项不受自身筛选限制 / counts of what was found, each without the filter of its own name',
  },
  SearchAnswer: object({
    hits: list(ref('SearchHit')),
    total: number,
    search,
    next: {
      ...orNull(text),
      description:
        '后续结果的游标，放入 cursor 续查；没有更多则为 null / cursor of what follows, null at the end',
    },
    facets: {
      ...orNull(ref('Facets')),
      description:
        '未要求、检索服务不可用（degraded）或索引落后而无法准确计数时为 null / null where not asked for, degraded, or not to be counted truly',
    },
    corrected: {
      ...list(object({ typed: text, used: text })),
      description: '没有这样写的，按另一个词查了 / what nobody wrote was taken for something else',
    },
    dropped: {
      ...list(text),
      description: '输入了但没有用到的词 / words typed that found nothing',
    },
    sure: {
      ...flag,
      description:
        '第一条就是答案，可直接展示；否则各条只是可能有关 / the first hit is the answer itself; where not, hits are what may have to do with it',
    },
    read: {
      ...number,
      description: `读了 q 开头的多少字（UTF-16 单位）；q 超过 ${LONGEST_QUERY} 字时小于其长度 / how much of q was read, from its beginning; less than all of it beyond ${LONGEST_QUERY}`,
    },
    tookMs: decimal,
    degraded: {
      ...flag,
      description:
        '检索服务不可用，由数据库作答，可能不全 / answered by the database without the engine; may be incomplete',
    },
  }),
  SuggestAnswer: object({
    suggestions: list(
      object(
        {
          text,
          kind: {
            ...oneOf(['title', 'question', 'query']),
            description:
              '标题、相似问法、大家常查 / a title, another question of an entry, what others asked',
          },
          number: { ...text, description: '标题或问法所属条目 / the entry it belongs to' },
        },
        ['number'],
      ),
    ),
    degraded: {
      ...flag,
      description: '检索服务不可用，标题由数据库查得 / titles from the database',
    },
  }),
  Related: {
    ...object({ entries: list(ref('EntrySummary')), search }),
    description:
      '至多 5 条：先是编写者指明的，再是意思相近的 / at most 5: what its writer named, then what is near in meaning',
  },
}
