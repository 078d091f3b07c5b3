import type { Client } from '@elastic/elasticsearch'
import type { Segmenter } from '../../text/segment'
import type { PlacedDocument, RebuildSource } from '../../types'
import { createIndex, indexBehind, stampOf, swapTo, type Names, scan } from './indices'
import { beingFilled, inUse, stamp } from './mapping'
import { putting, removing, write, type Change } from './write'

const FILLED_AT_ONCE = 200
/** Where a filling stands is kept in the new index itself, as a document that nothing finds. */
const STATE = 'filling'

type State = { place: string | null; indexed: number }
type Filling = { client: Client; names: Names; segmenter: Segmenter }

/**
 * Fills a new index, goes on with one that was left half full, has it checked and swaps. An alias marks the
 * new index, and every process that writes looks for it before each write.
 */
export async function rebuild(filling: Filling, source: RebuildSource): Promise<number> {
  const { client, names, segmenter } = filling
  const { index, state } = await begin(filling)
  let { place, indexed } = state
  let batch: PlacedDocument[] = []
  const flush = async () => {
    place = batch.at(-1)?.place ?? place
    indexed += batch.length
    const documents = batch.map(({ document }) => document).map(putting(segmenter))
    await fill(filling, [...documents, stateAt({ place, indexed })])
    batch = []
  }
  for await (const placed of source.documents(place)) {
    batch.push(placed)
    if (batch.length === FILLED_AT_ONCE) await flush()
  }
  if (batch.length > 0) await flush()
  const amends = await source.check(scan(client, index))
  await fill(filling, [...amends.remove.map(removing), ...amends.put.map(putting(segmenter))])
  await client.indices.forcemerge({ index, max_num_segments: 1 })
  await client.indices.putSettings({ index, settings: inUse })
  await client.indices.refresh({ index })
  await swapTo(client, names, { index, old: await indexBehind(client, names.write) })
  return indexed
}

/** The index being filled and how far it is. */
async function begin({ client, names }: Filling): Promise<{ index: string; state: State }> {
  const left = await indexBehind(client, names.filling)
  if (left !== null && (await stampOf(client, left)) === stamp) {
    const { _source } = await client.get<{ filling: State }>(
      { index: left, id: STATE },
      { ignore: [404] },
    )
    return { index: left, state: _source?.filling ?? { place: null, indexed: 0 } }
  }
  if (left !== null) await client.indices.delete({ index: left })
  const index = names.fresh()
  await createIndex(client, index, { settings: beingFilled, alias: names.filling })
  return { index, state: { place: null, indexed: 0 } }
}

function fill({ client, names }: Filling, changes: readonly Change[]): Promise<void> {
  const targets = [{ alias: names.filling, mayBeGone: false }]
  return write(client, changes, { targets, refresh: false })
}

function stateAt(state: State): Change {
  return { id: STATE, version: state.indexed, source: { removed: true, filling: state } }
}
