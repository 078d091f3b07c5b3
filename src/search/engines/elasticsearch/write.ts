import type { Client } from '@elastic/elasticsearch'
import type { Segmenter } from '../../text/segment'
import type { SearchDocument, VersionedId } from '../../types'
import { toSource } from './toSource'

/** One thing to write, in the server's order of versions. */
export type Change = { id: string; version: number; source: object }

/** A removal stands behind a text of the same version and before the next one. */
const AFTER = 1
const STEP = 2

export const putting =
  (segmenter: Segmenter) =>
  (document: SearchDocument): Change => ({
    id: document.id,
    version: document.version * STEP,
    source: toSource(document, segmenter),
  })

export function removing({ id, version }: VersionedId): Change {
  return { id, version: version * STEP + AFTER, source: { id, version, removed: true } }
}

/** No request is much longer than this many characters. */
const AT_ONCE = 4_000_000

export type Target = {
  alias: string
  /** May it have gone away meanwhile? */
  mayBeGone: boolean
}

/**
 * Writes changes to every target. What is older than what is known is left out, silently; any other
 * failure of any item rejects.
 */
export async function write(
  client: Client,
  changes: readonly Change[],
  { targets, refresh }: { targets: readonly Target[]; refresh: boolean },
): Promise<void> {
  for (const lines of requestsOf(changes, targets)) {
    const { errors, items } = await client.bulk({ operations: lines, refresh })
    if (!errors) continue
    items.forEach(({ index }, at) => {
      const target = targets[at % targets.length]
      const isHarmless =
        index?.error === undefined ||
        index.error.type === 'version_conflict_engine_exception' ||
        (target?.mayBeGone && index.error.type === 'index_not_found_exception')
      // Its reason may quote the text, which does not belong into a log.
      if (!isHarmless) throw new WriteRefused(index?.error?.type ?? 'unknown')
    })
  }
}

/** The server did not take a document. */
export class WriteRefused extends Error {
  override name = 'WriteRefused'
  constructor(readonly type: string) {
    super(`Elasticsearch did not take a document: ${type}.`)
  }
}

/** For each change one pair of lines a target, already written out, in requests of a bounded length. */
function* requestsOf(changes: readonly Change[], targets: readonly Target[]): Generator<string[]> {
  let lines: string[] = []
  let length = 0
  for (const { id, version, source } of changes) {
    const text = JSON.stringify(source)
    for (const { alias } of targets) {
      const operation = { _index: alias, _id: id, version, version_type: 'external_gte' }
      lines.push(JSON.stringify({ index: { ...operation, require_alias: true } }), text)
    }
    length += text.length * targets.length
    if (length > AT_ONCE) {
      yield lines
      lines = []
      length = 0
    }
  }
  if (lines.length > 0) yield lines
}
