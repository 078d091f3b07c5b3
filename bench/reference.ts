import Database from 'libsql'
import { normalisedText } from '@/search/text/normalise'
import { createSegmenter } from '@/search/text/segment'
import { hotlineWords } from '@/search/text/words'
import type { SearchDocument } from '@/search/types'

/** The plainest thing that could work: one FTS5 table, `bm25()`, no filters, nothing marked. */
export function reference(documents: readonly SearchDocument[]): (text: string) => string[] {
  const segmenter = createSegmenter(hotlineWords)
  const cut = (text: string) => segmenter.forIndex(normalisedText(text)).join(' ')
  const db = new Database(':memory:')
  db.exec("CREATE VIRTUAL TABLE plain USING fts5 (title, text, content='', tokenize='ascii')")
  const insert = db.prepare('INSERT INTO plain (rowid, title, text) VALUES (?, ?, ?)')
  db.transaction(() =>
    documents.forEach(({ title, text }, at) => insert.run([at, cut(title), cut(text)])),
  )()
  const find = db.prepare(
    'SELECT rowid AS row FROM plain WHERE plain MATCH ? ORDER BY bm25(plain, 2.5, 1.0) LIMIT 10',
  )
  return (text) => {
    const words = [...new Set(segmenter.forQuery(normalisedText(text)))]
    if (words.length === 0) return []
    const rows = find.all([words.map((word) => `"${word}"`).join(' OR ')]) as { row: number }[]
    return rows.flatMap(({ row }) => documents[row]?.id ?? [])
  }
}
