import { rmSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { createSegmenter } from '../../text/segment'
import type { SearchDocument, VersionedId } from '../../types'
import { createNext, makeCurrent, openCurrent, removeOthers, type IndexFile } from './files'
import { serve } from './serve'
import { putDocuments, removeDocuments } from './store'

export type WriterQuestion =
  | { do: 'open' }
  | { do: 'put'; documents: readonly SearchDocument[] }
  | { do: 'remove'; removals: readonly VersionedId[] }
  | { do: 'beginRebuild' }
  | { do: 'fillRebuild'; documents: readonly SearchDocument[] }
  | { do: 'finishRebuild' }
  | { do: 'abandonRebuild' }
  | { do: 'close' }

export type WriterSettings = { dir: string; words: readonly string[]; dictionary: string }

const { dir, words, dictionary } = workerData as WriterSettings
const segmenter = createSegmenter(words)
let current: IndexFile = openCurrent(dir, dictionary)
let next: IndexFile | null = null

serve<WriterQuestion>((question) => {
  switch (question.do) {
    case 'open':
      return current.file
    case 'put':
      return each((index) => putDocuments(index.db, segmenter, question.documents))
    case 'remove':
      return each((index) => removeDocuments(index.db, question.removals))
    case 'beginRebuild':
      abandon()
      next = createNext(dir, dictionary)
      return null
    case 'fillRebuild':
      return putDocuments(underWay().db, segmenter, question.documents)
    case 'finishRebuild':
      return finish()
    case 'abandonRebuild':
      return abandon()
    case 'close':
      abandon()
      return current.db.close()
  }
})

/** While a rebuild is under way both indexes take every change. */
function each(change: (index: IndexFile) => void): void {
  change(current)
  if (next) change(next)
}

function underWay(): IndexFile {
  if (!next) throw new Error('No rebuild of the search index is under way.')
  return next
}

function finish(): string {
  const filled = underWay()
  // One segment answers faster than the many that filling leaves behind.
  filled.db.run("INSERT INTO words (words) VALUES ('optimize')")
  filled.db.run("INSERT INTO titles (titles) VALUES ('optimize')")
  makeCurrent(dir, filled.file)
  current.db.close()
  current = filled
  next = null
  removeOthers(dir, current.file)
  return current.file
}

function abandon(): void {
  if (!next) return
  next.db.close()
  for (const part of ['', '-wal', '-shm']) rmSync(next.file + part, { force: true })
  next = null
}
