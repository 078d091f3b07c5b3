import { LONGEST_QUERY } from '@/search/types'
import {
  changesAsked,
  counting,
  explaining,
  filters as filterSchema,
  goingOn,
  hotspotsAsked,
  opening,
  paged,
  preferring,
  suggesting,
  updatesAsked,
} from '../parameters'
import { body, everyone, json, pathParameter, refusedReading, signedIn } from './operations'
import { queryParameters, ref, type Parameter } from './schema'

const filters = queryParameters(filterSchema)
const page = queryParameters(paged)
const searching = [preferring, goingOn, counting].flatMap((schema) => queryParameters(schema))

const typed: Parameter = {
  name: 'q',
  in: 'query',
  description:
    '已输入的字，汉字、全拼或首字母；空则给大家常查的 / characters, pinyin or initials; empty: what others ask',
  schema: { type: 'string' },
  example: 'gjj',
}

const words: Parameter = {
  name: 'q',
  in: 'query',
  description: `要查的话，原样；空则按最近审批列出；超过 ${LONGEST_QUERY} 字只读前面，答复的 read 写明读了多少 / as typed; empty lists the last approved; beyond ${LONGEST_QUERY} characters the beginning is read, and read says how much`,
  schema: { type: 'string' },
  example: '公积金怎么提取',
}

export const agent: Parameter = {
  name: 'X-Zhiku-Agent',
  in: 'header',
  description: '密钥代话务员查询时写其账号，留有记录 / the account a key asks for; it is logged',
  schema: { type: 'string' },
}

export const number: Parameter = { ...pathParameter('number', '编号'), example: 'ZS000123' }

const header = (description: string, example: string) => ({
  description,
  schema: { type: 'string' },
  example,
})

export const rateHeaders = {
  'RateLimit-Policy': header('密钥每分钟的次数 / of a key: requests a minute', '"key";q=600;w=60'),
  RateLimit: header('还剩几次，几秒后重新计数 / left, and seconds until anew', '"key";r=599;t=60'),
}

type Way = {
  prefix: string
  security: unknown[]
  more: Parameter[]
  searching: Parameter[]
  who: string
  statuses: number[]
  /** Refusals of search alone. */
  ofSearch: number[]
  /** Refusals of what is asked of the engine. */
  ofEngine: number[]
  headers?: object
}

const ways: Way[] = [
  {
    prefix: '/api',
    security: signedIn,
    more: [agent],
    searching: [...searching, ...queryParameters(explaining)],
    who: '登录者或密钥；密钥每分钟次数有限，余数见 RateLimit / session or key; a key has a rate, told in RateLimit',
    statuses: [400, 401, 405, 429],
    ofSearch: [403],
    ofEngine: [],
    headers: rateHeaders,
  },
  {
    prefix: '/api/public',
    security: everyone,
    more: [],
    searching,
    who: '所有人，只见网站公开 / everyone, what is open to the public',
    statuses: [400, 405],
    ofSearch: [],
    ofEngine: [429],
  },
]

/** The same question as a body: an address holds no long story. */
function inBody(search: { responses: object }, { more, searching: others }: Way) {
  const properties = Object.fromEntries(
    [words, ...filters, ...page, ...others].map(({ name, description, schema, example }) => [
      name,
      { ...schema, description, ...(example !== undefined && { example }) },
    ]),
  )
  return {
    ...search,
    summary: '检索，问题放在正文里 / Search, asked in a body',
    parameters: more,
    requestBody: body({
      ...{ type: 'object', properties, additionalProperties: false },
      example: { q: '公积金怎么提取', category: 'services' },
    }),
    responses: { ...search.responses, ...refusedReading(413) },
  }
}

function readingOf(way: Way) {
  const { prefix, security, more, who, statuses, ofSearch, ofEngine } = way
  const get = (summary: string, parameters: Parameter[], schema: string, extra: number[] = []) => ({
    get: {
      tags: ['阅读 Reading'],
      summary,
      description: who,
      security,
      parameters: [...parameters, ...more],
      responses: {
        '200': { ...json('好 / fine', ref(schema)), ...(way.headers && { headers: way.headers }) },
        ...refusedReading(...statuses, ...extra),
      },
    },
  })
  const asked = [...filters, ...page]
  const searched = get('检索 / Search', [words, ...asked, ...way.searching], 'SearchAnswer', [
    ...ofSearch,
    ...ofEngine,
  ])
  return {
    [`${prefix}/search`]: { ...searched, post: inBody(searched.get, way) },
    [`${prefix}/suggest`]: get(
      '输入提示 / Suggestions while typing',
      [typed, ...filters, ...queryParameters(suggesting)],
      'SuggestAnswer',
      ofEngine,
    ),
    [`${prefix}/entries`]: get('列表 / List', asked, 'EntryPage'),
    [`${prefix}/entries/{number}`]: get(
      '一条 / One entry',
      [number, ...queryParameters(opening)],
      'Entry',
      [404],
    ),
    [`${prefix}/entries/{number}/related`]: get('相关内容 / Related entries', [number], 'Related', [
      404,
      ...ofEngine,
    ]),
    [`${prefix}/hotspots`]: get(
      '热点 / Hotspots',
      queryParameters(hotspotsAsked),
      'Hotspots',
      ofEngine,
    ),
    [`${prefix}/updates`]: get(
      '更新列表 / Updates',
      queryParameters(updatesAsked),
      'UpdatePage',
      ofEngine,
    ),
    [`${prefix}/changes`]: get('增量读取 / Changes', queryParameters(changesAsked), 'Changes', [
      410,
      ...ofEngine,
    ]),
    [`${prefix}/themes`]: get('主题 / Themes', [], 'Themes'),
    [`${prefix}/tree`]: get('知识树 / The tree', [], 'Tree'),
  }
}

export const readingPaths = {
  ...Object.assign({}, ...ways.map(readingOf)),
  '/api/units/{unit}/contact': {
    get: {
      tags: ['阅读 Reading'],
      summary: '单位联络方式 / How to reach a unit',
      description:
        '取自该单位已审批、读者能看到的联络方式和办公地址 / from its approved entries that this reader may see',
      security: signedIn,
      parameters: [pathParameter('unit', '单位（知识树节点）'), agent],
      responses: {
        '200': json('好 / fine', ref('UnitContact')),
        ...refusedReading(400, 401, 405, 429),
      },
    },
  },
  '/files/{hash}/{name}': {
    get: {
      tags: ['阅读 Reading'],
      summary: '附件 / An attachment',
      description:
        '只有读者能看到的内容列有此附件时才给 / only if a text this reader may read lists it',
      security: [...signedIn, {}],
      parameters: [pathParameter('hash', '内容散列'), pathParameter('name', '文件名')],
      responses: {
        '200': { description: '文件 / the file', content: { '*/*': { schema: {} } } },
        ...refusedReading(404, 405),
      },
    },
  },
  '/api/openapi.json': {
    get: {
      tags: ['阅读 Reading'],
      summary: '本说明 / This description',
      security: everyone,
      responses: {
        '200': json('OpenAPI 3.1', { type: 'object', example: { openapi: '3.1.0' } }),
        ...refusedReading(405),
      },
    },
  },
}
