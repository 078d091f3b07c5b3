import { errors } from '@elastic/elasticsearch'

/** The cluster did not do what it was asked; says what kind of failure it was. */
export class ClusterFailure extends Error {
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
