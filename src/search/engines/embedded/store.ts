import { normalisedText } from '../../text/normalise'
import { charactersOf } from '../../text/characters'
import { initialsOf, soundOf } from '../../text/pinyin'
import type { Segmenter } from '../../text/segment'
import type { SearchDocument, VersionedId } from '../../types'
import type { Connection } from './connection'

/** A long text is scored again by its beginning; all of it is indexed. */
const RECOGNISED_BY = 6_000

/** Writes documents in one transaction; what is older than what the index knows is left out. */
export function putDocuments(
  db: Connection,
  segmenter: Segmenter,
  documents: readonly SearchDocument[],
): void {
  db.together(() => {
    for (const document of documents) {
      if (isOutdated(db, document)) continue
      erase(db, document.id)
      db.run('DELETE FROM removals WHERE id = ?', [document.id])
      insert(db, segmenter, document)
    }
  })
}

/** A removal is remembered with its version, so that a late put does not bring the text back. */
export function removeDocuments(db: Connection, removals: readonly VersionedId[]): void {
  db.together(() => {
    for (const { id, version } of removals) {
      const [known] = db.rows<VersionedId>('SELECT id, version FROM documents WHERE id = ?', [id])
      if (known && known.version > version) continue
      erase(db, id)
      db.run(
        `INSERT INTO removals (id, version) VALUES (?, ?)
         ON CONFLICT (id) DO UPDATE SET version = max(version, excluded.version)`,
        [id, version],
      )
    }
  })
}

function isOutdated(db: Connection, { id, version }: VersionedId): boolean {
  const newer = db.rows(
    `SELECT 1 FROM documents WHERE id = ? AND version > ?
     UNION ALL SELECT 1 FROM removals WHERE id = ? AND version >= ?`,
    [id, version, id, version],
  )
  return newer.length > 0
}

function erase(db: Connection, id: string): void {
  const [known] = db.rows<{ row: number }>('SELECT row FROM documents WHERE id = ?', [id])
  if (!known) return
  db.run('DELETE FROM words WHERE rowid = ?', [known.row])
  db.run('DELETE FROM titles WHERE rowid = ?', [known.row])
  db.run('DELETE FROM texts WHERE row = ?', [known.row])
  db.run('DELETE FROM documents WHERE row = ?', [known.row])
}

function insert(db: Connection, segmenter: Segmenter, document: SearchDocument): void {
  const cut = (text: string) => segmenter.forIndex(text).join(' ')
  const form = formsOf(document)
  const [{ row } = { row: 1 }] = db.rows<{ row: number }>(
    'SELECT coalesce(max(row), 0) + 1 AS row FROM documents',
  )
  insertInto(db, 'documents', [row, ...factsOf(document), lengthOf(form)])
  insertInto(db, 'texts', [row, ...textsOf(document, form)])
  db.run(
    'INSERT INTO words (rowid, title, questions, keywords, summary, text, unit) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [
      row,
      ...[form.title, form.questions, form.keywords, form.summary, form.text, form.unit].map(cut),
    ],
  )
  const titleWords = segmenter.forQuery(form.title)
  db.run('INSERT INTO titles (rowid, pinyin, initials, characters) VALUES (?, ?, ?, ?)', [
    row,
    soundOf(form.title).join(' '),
    initialsOf(titleWords).join(' '),
    charactersOf(form.title).join(' '),
  ])
}

type Forms = Record<'title' | 'questions' | 'keywords' | 'summary' | 'text' | 'unit', string>

function formsOf(document: SearchDocument): Forms {
  return {
    title: normalisedText(document.title),
    questions: document.similarQuestions.map(normalisedText).join('\n'),
    keywords: document.keywords.map(normalisedText).join('\n'),
    summary: normalisedText(document.summary),
    text: normalisedText(document.text),
    unit: normalisedText(document.unitName),
  }
}

type Value = string | number | null

function insertInto(db: Connection, table: string, values: readonly Value[]): void {
  const places = values.map(() => '?').join(', ')
  db.run(`INSERT INTO ${table} VALUES (${places})`, values)
}

/** In the order of the table. */
function factsOf(document: SearchDocument): Value[] {
  return [
    document.id,
    document.version,
    document.library,
    document.unit,
    document.unitAbove,
    document.category,
    Number(document.openToUnits),
    Number(document.openToPublic),
    document.validFrom,
    document.validUntil,
    document.approvedAt,
  ]
}

/** What is shown, and three normalised texts a hit is scored again by. */
function textsOf(document: SearchDocument, form: Forms): string[] {
  return [
    readable(document.title),
    readable(document.text),
    form.title,
    [form.questions, form.keywords].filter(Boolean).join('\n'),
    [form.summary, form.unit, form.text].filter(Boolean).join('\n').slice(0, RECOGNISED_BY),
  ]
}

/** For the second scoring; the title counts twice, as it is worth more than twice. */
function lengthOf(form: Forms): number {
  return Object.values(form).reduce((sum, text) => sum + text.length, form.title.length)
}

/** libsql reads a text up to its first zero; a space keeps the places of all that follows. */
function readable(text: string): string {
  return text.replaceAll('\0', ' ')
}
