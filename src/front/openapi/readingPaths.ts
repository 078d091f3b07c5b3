import { categoryKeys, libraries } from '@/access/rules'
import { everyone, json, pathParameter, refused, signedIn, type Parameter } from './operations'
import { oneOf, ref } from './schemas'

const filters: Parameter[] = [
  { name: 'library', in: 'query', description: '库', schema: oneOf(libraries) },
  {
    name: 'unit',
    in: 'query',
    description: '单位（知识树节点），含下级 / a unit and what lies below',
    schema: { type: 'string' },
  },
  { name: 'category', in: 'query', description: '类别', schema: oneOf(categoryKeys) },
  {
    name: 'page',
    in: 'query',
    description: '页，每页 20 条 / 20 a page',
    schema: { type: 'integer', minimum: 1, default: 1 },
  },
]

const words: Parameter = {
  name: 'q',
  in: 'query',
  description: '要查的话，原样；空则按最近审批列出 / as typed; empty lists the last approved',
  schema: { type: 'string', maxLength: 2000 },
}

const agent: Parameter = {
  name: 'X-Zhiku-Agent',
  in: 'header',
  description: '密钥代话务员查询时写其账号，留有记录 / the account a key asks for; it is logged',
  schema: { type: 'string' },
}

type Way = {
  prefix: string
  security: unknown[]
  more: Parameter[]
  who: string
  statuses: number[]
}

const ways: Way[] = [
  {
    prefix: '/api',
    security: signedIn,
    more: [agent],
    who: '登录者或密钥 / session or key',
    statuses: [400, 401, 405],
  },
  {
    prefix: '/api/public',
    security: everyone,
    more: [],
    who: '所有人，只见网站公开 / everyone, what is open to the public',
    statuses: [400, 405],
  },
]

function readingOf({ prefix, security, more, who, statuses }: Way) {
  const get = (summary: string, parameters: Parameter[], schema: string, extra: number[] = []) => ({
    get: {
      tags: ['阅读 Reading'],
      summary,
      description: who,
      security,
      parameters: [...parameters, ...more],
      responses: { '200': json('好 / fine', ref(schema)), ...refused(...statuses, ...extra) },
    },
  })
  const limited = prefix === '/api/public' ? [429] : []
  return {
    [`${prefix}/search`]: get('检索 / Search', [words, ...filters], 'SearchAnswer', limited),
    [`${prefix}/entries`]: get('列表 / List', filters, 'EntryPage'),
    [`${prefix}/entries/{number}`]: get(
      '一条 / One entry',
      [pathParameter('number', '编号')],
      'Entry',
      [404],
    ),
    [`${prefix}/tree`]: get('知识树 / The tree', [], 'Tree'),
  }
}

export const readingPaths = {
  ...Object.assign({}, ...ways.map(readingOf)),
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
        ...refused(404, 405),
      },
    },
  },
  '/api/openapi.json': {
    get: {
      tags: ['阅读 Reading'],
      summary: '本说明 / This description',
      security: everyone,
      responses: { '200': json('OpenAPI 3.1', { type: 'object' }), ...refused(405) },
    },
  },
}
