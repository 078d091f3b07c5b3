import { createHash, randomBytes } from 'node:crypto'

/** An Elasticsearch server, where the tests shall run on one too. */
export const elasticsearchUrl = process.env.ZHIKU_TEST_ELASTICSEARCH_URL ?? ''

/** What the index names of a test of its own begin with. */
export const ownPrefix = () => `zhiku-test-${randomBytes(4).toString('hex')}`

/** What the index names of a data folder begin with. */
export const indexOf = (dataDir) =>
  `zhiku-test-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`

/** Takes away everything an engine has made under this prefix. Loads the client only here: each file of tests would anew. */
export async function dropIndices(url, prefix) {
  const { Client } = await import('@elastic/elasticsearch')
  const client = new Client({ node: url })
  const found = await client.indices.get({ index: `${prefix}-index-*` })
  for (const index of Object.keys(found)) await client.indices.delete({ index })
  await client.close()
}
