import Database from 'libsql'
import { normalisedText } from '@/search/text/normalise'
import { hotlineSegmenter } from '@/search/text/segment'
import type { SearchDocument } from '@/search/types'

export type Reference = {
  add(documents: readonly SearchDocument[]): void
  /** Rows of the ten best. */
  find(text: string): unknown[]
}

/** The plainest thing that could work: one FTS5 table, `bm25()`, no filters, nothing marked. */
export function createReference(file: string): Reference {
  const segmenter = hotlineSegmenter()
  const cut = (text: string) => segmenter.forIndex(normalisedText(text)).join(' ')
  const db = new Database(file)
  db.exec('PRAGMA journal_mode = WAL')
  db.exec("CREATE VIRTUAL TABLE plain USING fts5 (title, text, content='', tokenize='ascii')")
  const insert = db.prepare('INSERT INTO plain (title, text) VALUES (?, ?)')
  const find = db.prepare(
    'SELECT rowid AS row FROM plain WHERE plain MATCH ? ORDER BY bm25(plain, 2.5, 1.0) LIMIT 10',
  )
  return {
    add: (documents) =>
      db.transaction(() =>
        documents.forEach(({ title, text }) => insert.run([cut(title), cut(text)])),
      )(),
    find: (text) => {
      const words = [...new Set(segmenter.forQuery(normalisedText(text)))]
      return words.length === 0 ? [] : find.all([words.map((word) => `"${word}"`).join(' OR ')])
    },
  }
}
