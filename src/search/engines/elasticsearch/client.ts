import { Client, errors } from '@elastic/elasticsearch'
import type { ElasticsearchSettings } from '@/env'
import type { Segmenter } from '../../text/segment'

/** A reader waits for no more than this; whoever gives up asks the database. */
const READ_LIMIT = 1_500
const WRITE_LIMIT = 30_000
/** Making an index takes seconds on a server that has just started. */
const ADMIN_LIMIT = 60_000

/** Where to ask. */
export type Cluster = { client: Client; index: string; segmenter: Segmenter }

/** For each kind of request the same server with its own patience, in milliseconds; nothing is tried twice. */
export type Clients = { reading: Client; writing: Client; admin: Client; close(): Promise<void> }

export function connect(settings: ElasticsearchSettings): Clients {
  // Each has connections of its own: a patient request on an impatient one's connection ends with it.
  const [reading, writing, admin] = [READ_LIMIT, WRITE_LIMIT, ADMIN_LIMIT].map(
    (requestTimeout) =>
      new Client({
        node: settings.url,
        auth: authOf(settings),
        tls: settings.ca === undefined ? undefined : { ca: settings.ca },
        maxRetries: 0,
        requestTimeout,
      }),
  ) as [Client, Client, Client]
  const all = [reading, writing, admin]
  return {
    ...{ reading, writing, admin },
    close: async () => void (await Promise.all(all.map((client) => client.close()))),
  }
}

function authOf({ apiKey, username, password }: ElasticsearchSettings) {
  if (apiKey !== undefined) return { apiKey }
  return username === undefined ? undefined : { username, password: password ?? '' }
}

/** The cluster did not do what it was asked; says what kind of failure it was. */
class ClusterFailure extends Error {
  override name = 'ClusterFailure'
}

/** The client's own errors carry the whole request, texts and words typed, which belong into no log. */
export async function withoutTexts<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw nameless(error)
  }
}

/** The same where something is answered bit by bit. */
export async function* eachWithoutTexts<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* items
  } catch (error) {
    throw nameless(error)
  }
}

function nameless(error: unknown): unknown {
  if (!(error instanceof errors.ElasticsearchClientError)) return error
  const said =
    error instanceof errors.ResponseError
      ? `${error.statusCode} ${String(error.body?.error?.type ?? '')}`.trim()
      : error.name
  return new ClusterFailure(`Elasticsearch failed: ${said}.`)
}
