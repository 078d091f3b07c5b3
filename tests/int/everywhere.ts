import { readFileSync } from 'node:fs'
import { anyone, type Person } from '../server/people'

export type Sent = { method: string; path: string; body?: string | FormData; type?: string }
type Described = { paths: Record<string, Record<string, Operation>> }
type Operation = { responses?: Record<string, { content?: Record<string, object> }> }

/** Every collection there is, Payload's own too, from the generated types. */
const [, listed = ''] =
  /interface Config \{[^]*?\n {2}collections: \{([^]*?)\n {2}\}/.exec(
    readFileSync('src/payload-types.ts', 'utf8'),
  ) ?? []
export const collections = [...listed.matchAll(/^ {4}'?([\w-]+)'?:/gm)].map(([, slug]) =>
  String(slug),
)

/** Addresses of every operation that the API describes, about this entry; but of those whose answer does not end. */
export async function describedOperations(
  entry: { id: string; number: string },
  at?: string,
): Promise<{ method: string; path: string }[]> {
  const { body } = await anyone(at).get<Described>('/api/openapi.json')
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { responses }]) => !responses?.['200']?.content?.['text/event-stream'])
      .map(([method]) => ({
        method: method.toUpperCase(),
        path: path.replace('{number}', entry.number).replace(/\{\w+\}/g, entry.id),
      })),
  )
}

/** What Payload has of each collection, and what else answers below its address of accounts. */
const addressesOfPayload = [
  ...[...collections, 'globals/settings'].flatMap((slug) =>
    ['', '/any', '/any/duplicate', '/versions/any', '/access/any'].map(
      (more) => `/api/${slug}${more}`,
    ),
  ),
  ...[
    'logout',
    'refresh-token',
    'forgot-password',
    'reset-password',
    'unlock',
    'me',
    'init',
    'mail',
  ]
    .concat(['first-register', 'verify/any', 'change-password', 'any/give-password'])
    .map((name) => `/api/users/${name}`),
  ...['/api/access', '/api/payload-jobs/run', '/api/nothing', '/api/graphql'],
]

const pages = ['/', '/desk', '/admin', '/search']

/** Every address with every method and kind of body, but for the one that signs in. */
export async function everything(
  entry: { id: string; number: string },
  at?: string,
): Promise<Sent[]> {
  const described = (await describedOperations(entry, at)).map(({ path }) => path)
  const paths = new Set([...described, ...addressesOfPayload])
  paths.delete('/api/users/login')
  const json = { body: '{"name":"甲","items":[{"id":"any"}]}', type: 'application/json' }
  const encoded = { body: 'name=甲', type: 'application/x-www-form-urlencoded' }
  return [
    ...pages.flatMap((path) => ['GET', 'POST'].map((method) => ({ method, path }))),
    ...[...paths].flatMap((path) => [
      ...['GET', 'DELETE', 'PUT'].map((method) => ({ method, path })),
      ...[json, encoded, { body: form() }].map((sent) => ({ method: 'POST', path, ...sent })),
      { method: 'PATCH', path, ...json },
    ]),
  ]
}

function form(): FormData {
  const sent = new FormData()
  sent.set('_payload', '{"name":"甲","value":{},"key":"k"}')
  sent.set('file', new Blob(['%PDF-1.4']), '甲.pdf')
  return sent
}

export type Told = { method: string; path: string; status: number; said: string; keep: string }

/** Sends all of it, a few at a time. */
export async function sendAll(person: Person, all: readonly Sent[]): Promise<Told[]> {
  const waiting = [...all]
  const told: Told[] = []
  const next = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) told.push(await send(person, one))
  }
  await Promise.all(Array.from({ length: 6 }, next))
  return told
}

async function send(person: Person, { method, path, body, type }: Sent): Promise<Told> {
  const headers: Record<string, string> = type ? { 'Content-Type': type } : {}
  const answer = await person.fetch(path, { method, headers, body })
  const keep = answer.headers.get('cache-control') ?? ''
  return { method, path, status: answer.status, said: await answer.text(), keep }
}
