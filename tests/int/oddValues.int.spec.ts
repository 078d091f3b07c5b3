import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Account, type Person } from '../server/people'
import { refusal, type Body, type Row } from './answers'
import { foundCity } from './city'
import { complete, copyOf, publish, write, type Entry } from './entries'
import { collections, describedOperations, sendAll, type Sent, type Told } from './everywhere'

/** Who may do most with a collection, and a field of it of each kind. */
const known: Record<string, [Account, ...string[]]> = {
  knowledge: ['editor', 'title', 'validFrom', 'openToUnits', 'category', 'keywords', 'related'],
  plans: ['editor', 'title', 'revision', 'entry.state'],
  notices: ['editor', 'kind', 'attachments'],
  cases: ['centre', 'content', 'isConfidential', 'entry.unit'],
  nodes: ['centre', 'name', 'order', 'parent', 'createdAt'],
  users: ['operator', 'username', 'roles', 'unit', 'isActive', 'createdAt'],
  systems: ['operator', 'name', 'rate', 'audience'],
  media: ['editor', 'name', 'filesize', 'updatedAt'],
  terms: ['centre', 'words', 'kind'],
  placements: ['centre', 'query', 'until', 'order'],
  fixedPhrases: ['centre', 'text', 'words', 'order'],
  judgements: ['centre', 'query', 'updatedAt'],
  mails: ['operator', 'username', 'at', 'attempts'],
  audit: ['auditor', 'action', 'at', 'seq'],
  'payload-preferences': ['editor', 'key', 'createdAt'],
  'globals/settings': ['centre'],
}
const everybody: Account[] = [
  ...(['agent', 'staff', 'editor', 'approver', 'centre', 'operator', 'auditor'] as const),
]

const operators = [
  'near',
  'within',
  'intersects',
  'all',
  'bogus',
  'equals',
  'in',
  'not_in',
  'like',
].concat(['not_like', 'contains', 'exists', 'greater_than', 'less_than_equal', 'not_equals'])
const values = ['abc', '', 'null', '2026-13-45', '"x']
const numbers = ['limit', 'page', 'depth'].flatMap((name) =>
  ['-1', 'abc', '1e308', '99999999999999999999', '1.5'].map((value) => `${name}=${value}`),
)
const shapes = ['sort[a]=b', 'sort=-nope', 'sort=title.x', 'select=abc', 'populate=x', 'joins=x']
  .concat(['where=abc', 'where=[]', 'where={', 'where[or]=x', 'where[and][0]=x', 'where[name]=x'])
  .concat(['where[][equals]=x', 'where[a.b.c][equals]=x', 'where[__proto__][equals]=x'])
  .concat(['where[id][equals][x]=1', 'where[or][0][name]=x', 'limit[a]=1', 'draft[a]=1', 'data={'])
const queries = [...numbers, ...shapes]
const figures = ['q=%00', 'page=0', 'page=1e9', 'page=1e300', 'limit=1e9', 'library=x', 'unit=x']

const form = (...lines: string[]) => ({
  body: lines.join('\r\n'),
  type: 'multipart/form-data; boundary=b',
})
const payload = 'Content-Disposition: form-data; name="_payload"'
const file = 'Content-Disposition: form-data; name="file"; filename="a.pdf"'
const json = ['', '[]', '"text"', '7', 'null', 'true', '{', '{"id":{}}', '\u0000', '[{"a":1}]']
const bodies: Pick<Sent, 'body' | 'type'>[] = [
  ...json.map((body) => ({ body, type: 'application/json' })),
  { body: 'title=a', type: 'application/x-www-form-urlencoded' },
  { body: 'text', type: 'text/plain' },
  { body: 'x', type: 'multipart/form-data' },
  form('--b', 'nope'),
  form('--b', payload, '', '{', '--b--', ''),
  form('--b', payload, '', '[1]', '--b--', ''),
  form('--b', file, '', ''),
  {},
]

/** Nothing failed; whatever was refused says why in Chinese under a stable code, and nobody keeps it. */
function expectAnswered(told: readonly Told[]) {
  const short = ({ method, path, status, said }: Told) =>
    `${method} ${path.slice(0, 120)} ${status} ${said.slice(0, 200)}`
  expect(told.filter(({ status }) => status >= 500).map(short)).toEqual([])
  const refused = told.filter(({ status }) => status >= 400)
  const isTold = ({ path, said }: Told) => isProblem(said) || (path === '/mcp' && isOfRpc(said))
  expect(refused.filter((one) => !isTold(one)).map(short)).toEqual([])
  const isPublic = (path: string) => /^\/api\/(public|openapi)/.test(path)
  const kept = told.filter(({ path, keep }) => !isPublic(path) && keep !== 'no-store')
  expect(kept.map(short)).toEqual([])
}

function isProblem(said: string): boolean {
  const { code, title, detail } = JSON.parse(said) as Partial<Body>
  return Boolean(code && title) && /\p{Script=Han}/u.test(detail ?? '')
}

/** To programs that speak MCP, what is no message of theirs is refused in their own form. */
const isOfRpc = (said: string): boolean =>
  typeof (JSON.parse(said) as { error?: { code?: unknown } }).error?.code === 'number'

/** Every so-manieth, beginning elsewhere each time: all of them meet some address, no address all of them. */
const some = <Each>(all: readonly Each[], every: number, from: number): Each[] =>
  all.filter((_, at) => (at + from) % every === 0)

const lists = (slug: string, asked: readonly string[]): Sent[] =>
  ['', '/count', '/versions', '/nowhere'].flatMap((more, at) =>
    (more ? some(asked, 3, at) : asked).map((query) => ({
      ...{ method: 'GET', path: `/api/${slug}${more}?${query}` },
    })),
  )
const writings = (slug: string, sent: typeof bodies): Sent[] =>
  [
    ['POST', ''],
    ['PATCH', '/nowhere'],
    ['PATCH', '?where[id][equals]=nowhere'],
    ['POST', '/nowhere/duplicate'],
    ['POST', '/access/nowhere'],
    ['POST', '/versions/nowhere'],
  ].flatMap(([method = '', more], at) =>
    some(sent, 3, at + slug.length).map((body) => ({
      ...{ method, path: `/api/${slug}${more}`, ...body },
    })),
  )

let city: Awaited<ReturnType<typeof foundCity>>
let entry: Entry
let operations: { method: string; path: string }[]
let people: Record<string, Person>
beforeAll(async () => {
  city = await foundCity()
  entry = await publish(city, city.bureau)
  operations = await describedOperations(entry)
  const named = everybody.map(async (account) => [account, await as(account)] as const)
  people = { ...Object.fromEntries(await Promise.all(named)), editor: city.editor }
}, 180_000)

describe('odd questions and odd bodies are answered', () => {
  it.each(Object.entries(known))(
    '%s, to those who may most',
    async (slug, [account, ...fields]) => {
      // Each value meets each operator, though not of each field.
      const conditions = ['id', ...fields].flatMap((field, row) =>
        some(operators, 2, row).map((operator, column) => {
          const value = encodeURIComponent(values[(row + column) % values.length] ?? '')
          return `where[${field}][${operator}]=${value}&limit=1`
        }),
      )
      const asked = conditions.map((query) => ({ method: 'GET', path: `/api/${slug}?${query}` }))
      const all = [...lists(slug, queries), ...asked, ...writings(slug, bodies)]
      expectAnswered(await sendAll(people[account]!, all))
    },
    600_000,
  )

  it.each(['nobody', 'agent', 'operator'] as const)(
    'of every collection, to %s',
    async (account) => {
      const person = account === 'nobody' ? anyone() : people[account]!
      const few = [numbers[0]!, 'where[createdAt][greater_than]=abc', 'where[id][near]=1,2']
      const all = collections.flatMap((slug) => [
        ...lists(slug, few),
        ...writings(slug, [bodies[1]!, bodies[6]!, bodies[0]!]),
        ...['DELETE', 'PUT'].map((method) => ({ method, path: `/api/${slug}/nowhere` })),
        { method: 'DELETE', path: `/api/${slug}?where[id][equals]=nowhere` },
      ])
      expectAnswered(await sendAll(person, all))
    },
    600_000,
  )

  it.each(['nobody', 'centre'])(
    'of every operation that the API describes, to %s',
    async (account) => {
      const person = account === 'nobody' ? anyone() : people[account]!
      const all = operations
        // Whoever signs out asks nothing more.
        .filter(({ path }) => !path.endsWith('/logout'))
        .flatMap(({ method, path }, at): Sent[] =>
          method === 'GET'
            ? [...some(shapes, 4, at), ...figures].map((query) => ({
                ...{ method, path: `${path}?${query}` },
              }))
            : some(bodies, 3, at).map((body) => ({ method, path, ...body })),
        )
      expectAnswered(await sendAll(person, all))
    },
    600_000,
  )
})

describe('a value of the wrong kind', () => {
  const wrong: [string, unknown][] = [
    ['title', { a: 1 }],
    ['summary', {}],
    ['summary', ['a']],
    ['similarQuestions', 'x'],
    ['keywords', [{ a: 1 }]],
    ['category', { x: 1 }],
    ['openToUnits', 'perhaps'],
    ['validFrom', 'soon'],
    ['body', 'text'],
    ['contact', []],
    ['attachments', {}],
    ['basis', 7],
  ]

  it.each(wrong)('is refused by its name and not stored: %s %j', async (field, value) => {
    const { editor, bureau } = city
    const text = await write(editor, bureau)
    const before = (await copyOf(editor, text)).body
    const sent = { ...complete(bureau), [field]: value }
    const answers = [
      await editor.post<Body>('/api/knowledge', sent),
      await editor.patch<Body>(`/api/knowledge/${text.id}`, { startedFrom: 1, [field]: value }),
      await editor.post<Body>('/api/knowledge/preview', sent),
    ]
    for (const answer of answers) {
      expect(answer).toMatchObject(refusal(400, 'invalid'))
      expect(answer.body.fields.map((name) => name.split('.')[0])).toEqual([field])
      expect(answer.body.detail).toMatch(/格式不正确/)
    }
    expect((await copyOf(editor, text)).body).toEqual(before)
  })

  it('is refused from the centre’s direct save too', async () => {
    const centre = await as('centre')
    const sent = { revision: entry.revision, title: { a: 1 } }
    const answer = await centre.post<Body>(`/api/knowledge/${entry.id}/saveDirectly`, sent)
    expect(answer).toMatchObject(refusal(400, 'invalid'))
  })

  it.each([
    ['content', {}],
    ['openToPublic', 'perhaps'],
    ['orderNumber', 7],
  ])('is refused of a case: %s', async (field, value) => {
    const centre = await as('centre')
    const text = { title: '井盖破损', content: '已修复', result: '已回访', unit: city.bureau.id }
    const answer = await centre.post<Body>('/api/cases', { ...text, [field]: value })
    expect(answer).toMatchObject(refusal(400, 'invalid'))
  })

  it('is refused of settings and accounts', async () => {
    const centre = await as('centre')
    const settings = await centre.post<Body>('/api/globals/settings', { remindAfter: { $inc: 1 } })
    expect(settings).toMatchObject(refusal(400, 'invalid'))
    const operator = await as('operator')
    for (const data of [{ name: {} }, { roles: 'centre' }, { unit: 7 }, { password: ['a'] }]) {
      const answer = await operator.patch<Body>(`/api/users/${city.editor.id}`, data)
      expect(answer).toMatchObject(refusal(400, 'invalid'))
    }
    const { body } = await operator.get<Row>(`/api/users/${city.editor.id}?depth=0`)
    expect(body).toMatchObject({ name: '某人', roles: ['editor'] })
  })
})
