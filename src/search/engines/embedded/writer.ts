import { workerData } from 'node:worker_threads'
import { hotlineSegmenter } from '../../text/segment'
import type { PlacedDocument, SearchDocument, VersionedId } from '../../types'
import { makeCurrent, openCurrent, openFilling, removeOthers, type IndexFile } from './files'
import { serve } from '@/threads/serve'
import {
  fillDocuments,
  mendDocuments,
  placeFilled,
  putDocuments,
  removeDocuments,
  versionsBehind,
} from './store'

export type WriterQuestion =
  | { do: 'open' }
  | { do: 'put'; documents: readonly SearchDocument[] }
  | { do: 'remove'; removals: readonly VersionedId[] }
  | { do: 'beginRebuild' }
  | { do: 'fillRebuild'; documents: readonly PlacedDocument[] }
  | { do: 'scanRebuild'; after: string }
  | { do: 'mendRebuild'; put: readonly SearchDocument[]; remove: readonly VersionedId[] }
  | { do: 'finishRebuild' }
  | { do: 'close' }

export type WriterSettings = { dir: string; dictionary: string }

const SCANNED_AT_ONCE = 2_000

const { dir, dictionary } = workerData as WriterSettings
const segmenter = hotlineSegmenter()
let current: IndexFile = openCurrent(dir, dictionary)
/** From the beginning of a filling to its end, however often it is interrupted while this thread lives. */
let next: { index: IndexFile; changed: Set<string> } | null = null

serve<WriterQuestion>((question) => {
  switch (question.do) {
    case 'open':
      return current.file
    case 'put':
      return each(question.documents, ({ db }) => putDocuments(db, segmenter, question.documents))
    case 'remove':
      return each(question.removals, ({ db }) => removeDocuments(db, question.removals))
    case 'beginRebuild':
      next ??= { index: openFilling(dir, dictionary), changed: new Set() }
      return placeFilled(next.index.db)
    case 'fillRebuild':
      return fillDocuments(underWay().index.db, segmenter, question.documents)
    case 'scanRebuild':
      return versionsBehind(underWay().index.db, question.after, SCANNED_AT_ONCE)
    case 'mendRebuild':
      return mendDocuments(underWay().index.db, segmenter, { ...question, ...underWay() })
    case 'finishRebuild':
      return finish()
    case 'close':
      next?.index.db.close()
      return current.db.close()
  }
})

/** While a rebuild is under way both indexes take every change. */
function each(changes: readonly { id: string }[], change: (index: IndexFile) => void): void {
  change(current)
  if (!next) return
  change(next.index)
  for (const { id } of changes) next.changed.add(id)
}

function underWay() {
  if (!next) throw new Error('No rebuild of the search index is under way.')
  return next
}

function finish(): { file: string; indexed: number } {
  const { index } = underWay()
  // One segment answers faster than the many that filling leaves behind.
  for (const table of ['words', 'figures', 'characters', 'titles', 'names', 'asked']) {
    index.db.run(`INSERT INTO ${table} (${table}) VALUES ('optimize')`)
  }
  makeCurrent(dir, index.file)
  current.db.close()
  current = index
  next = null
  removeOthers(dir)
  const [count] = current.db.rows<{ indexed: number }>('SELECT count(*) AS indexed FROM documents')
  return { file: current.file, indexed: count?.indexed ?? 0 }
}
