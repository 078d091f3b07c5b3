import { errors, type Client, type estypes } from '@elastic/elasticsearch'
import { inUse, mappings, oneShard, stamp } from './mapping'
import type { Names } from './names'

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
