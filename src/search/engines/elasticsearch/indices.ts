import { errors, type Client, type estypes } from '@elastic/elasticsearch'
import type { VersionedId } from '@/search/types'
import { present } from './filters'
import { inUse, mappings, oneShard, stamp } from './mapping'

/** Makes sure that there is an index of this version behind the aliases; an empty one where there is none. */
export async function ensureIndex(client: Client, names: Names): Promise<void> {
  const current = await indexBehind(client, names.write)
  if (current && (await stampOf(client, current)) === stamp) return
  const index = names.first(stamp)
  await createIndex(client, index, { settings: inUse })
  await swapTo(client, names, { index, old: current })
}

/** An empty index, known by this alias from its first moment; one of this name may be there already. */
export async function createIndex(
  client: Client,
  index: string,
  { settings, alias }: { settings: estypes.IndicesIndexSettings; alias?: string },
): Promise<void> {
  const aliases = alias === undefined ? {} : { [alias]: {} }
  try {
    await client.indices.create({
      index,
      aliases,
      mappings,
      settings: { ...oneShard, ...settings },
    })
  } catch (error) {
    if (!isOfType(error, 'resource_already_exists_exception')) throw error
  }
}

/** Reads and writes go to the new index from one moment on, and the old one is gone. */
export async function swapTo(
  client: Client,
  names: Names,
  { index, old }: { index: string; old: string | null },
): Promise<void> {
  await client.indices.updateAliases({
    actions: [
      { add: { index, alias: names.read } },
      { add: { index, alias: names.write, is_write_index: true } },
      { remove: { index, alias: names.filling, must_exist: false } },
      ...(old !== null && old !== index ? [{ remove_index: { index: old } }] : []),
    ],
  })
}

/** The index an alias stands for; null where there is none. */
export async function indexBehind(client: Client, alias: string): Promise<string | null> {
  const found = await client.indices.getAlias({ name: alias }, { ignore: [404] })
  return Object.entries(found).find(([, of]) => alias in (of.aliases ?? {}))?.[0] ?? null
}

export async function stampOf(client: Client, index: string): Promise<unknown> {
  const found = await client.indices.getMapping({ index })
  return found[index]?.mappings._meta?.stamp
}

function isOfType(error: unknown, type: string): boolean {
  return error instanceof errors.ResponseError && error.message.includes(type)
}

/** What our indices are called; several instances may share a cluster, each under its own prefix. */
export type Names = {
  /** Aliases: what is searched, what is written to, and what a rebuild is filling. */
  read: string
  write: string
  filling: string
  /** A new index. */
  fresh(): string
  /** The index that is made where there is none; two processes that start at once make the same. */
  first(stamp: string): string
}

export function namesOf(prefix: string): Names {
  const index = `${prefix}-index-`
  return {
    read: `${prefix}-read`,
    write: `${prefix}-write`,
    filling: `${prefix}-filling`,
    fresh: () => `${index}${Date.now().toString(36)}`,
    first: (stamp) => `${index}first-${stamp}`,
  }
}

const AT_ONCE = 5_000
const KEPT_OPEN = '1m'

/** Every document of an index with its version, as they stood at one instant. */
export async function* scan(client: Client, index: string): AsyncGenerator<VersionedId> {
  await client.indices.refresh({ index })
  const { id } = await client.openPointInTime({ index, keep_alive: KEPT_OPEN })
  try {
    for (let after: estypes.SortResults | undefined; ;) {
      const { hits } = await client.search<{ version: number }>({
        pit: { id, keep_alive: KEPT_OPEN },
        size: AT_ONCE,
        _source: false,
        docvalue_fields: ['version'],
        query: present,
        sort: [{ _shard_doc: 'asc' }],
        search_after: after,
        track_total_hits: false,
      })
      for (const { _id = '', fields } of hits.hits) {
        yield { id: _id, version: Number(fields?.version?.[0]) }
      }
      after = hits.hits.at(-1)?.sort
      if (!after) return
    }
  } finally {
    // It would close by itself a minute later.
    await client.closePointInTime({ id }).catch(() => undefined)
  }
}
