import { randomBytes } from 'node:crypto'

/** The server that the environment names; null where the embedded engine is measured. */
export const elasticsearchUrl = process.env.ELASTICSEARCH_URL || null

/** What this run makes on the server begins like this and is taken away again. */
export const indexPrefix = `zhiku-bench-${randomBytes(4).toString('hex')}`

/** The server's version; it rejects where the server does not answer. */
export async function elasticsearchVersion(): Promise<string> {
  const { version } = await ask<{ version?: { number?: string } }>('GET', '/')
  return version?.number ?? 'unknown'
}

export async function removeIndices(): Promise<void> {
  if (!elasticsearchUrl) return
  const found = await ask<Record<string, unknown>>('GET', `/${indexPrefix}*?expand_wildcards=all`)
  for (const index of Object.keys(found)) await ask('DELETE', `/${index}`)
  await ask('DELETE', `/_index_template/${indexPrefix}`)
}

async function ask<Body>(method: string, path: string): Promise<Body> {
  const answer = await fetch(new URL(path, elasticsearchUrl ?? ''), { method, headers: headers() })
  return (await answer.json()) as Body
}

function headers(): Record<string, string> {
  const { ELASTICSEARCH_API_KEY: key, ELASTICSEARCH_USERNAME: user } = process.env
  if (key) return { authorization: `ApiKey ${key}` }
  if (!user) return {}
  const both = Buffer.from(`${user}:${process.env.ELASTICSEARCH_PASSWORD ?? ''}`)
  return { authorization: `Basic ${both.toString('base64')}` }
}
