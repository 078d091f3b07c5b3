import { inOneText } from '@/access/themes'
import { formsOf, scoredForms, type ScoredForms } from '../../text/forms'
import { cutsOf, type Cuts } from '../../text/cuts'
import { heardForms, initialsOf, soundOf } from '../../text/pinyin'
import { normalisedText, charactersOf } from '../../text/normalise'
import type { Segmenter } from '../../text/segment'
import type { PlacedDocument, SearchDocument, VersionedId } from '../../types'
import type { Connection } from './connection'

/** Writes documents in one transaction; what is older than what the index knows is left out. */
export function putDocuments(
  db: Connection,
  segmenter: Segmenter,
  documents: readonly SearchDocument[],
): void {
  db.together(() => putEach(db, segmenter, documents))
}

/** A removal is remembered with its version, so that a late put does not bring the text back. */
export function removeDocuments(db: Connection, removals: readonly VersionedId[]): void {
  db.together(() => removeEach(db, removals))
}

/** Writes what a filling brings, and in the same transaction how far it has come. */
export function fillDocuments(
  db: Connection,
  segmenter: Segmenter,
  documents: readonly PlacedDocument[],
): void {
  db.together(() => {
    putEach(
      db,
      segmenter,
      documents.map(({ document }) => document),
    )
    db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('place', ?)", [
      JSON.stringify(documents.at(-1)?.place ?? null),
    ])
  })
}

/** The place of the last document that a filling wrote; null where it wrote none. */
export function placeFilled(db: Connection): string | null {
  const [meta] = db.rows<{ value: string }>("SELECT value FROM meta WHERE key = 'place'")
  return meta ? (JSON.parse(meta.value) as string | null) : null
}

/** Puts right what a check found: the index forgets what it knew of these, except of those in `changed`. */
export function mendDocuments(
  db: Connection,
  segmenter: Segmenter,
  { put, remove, changed }: Mending,
): void {
  db.together(() => {
    for (const { id } of [...put, ...remove]) {
      if (changed.has(id)) continue
      erase(db, id)
      db.run('DELETE FROM removals WHERE id = ?', [id])
    }
    putEach(db, segmenter, put)
    removeEach(db, remove)
  })
}

export type Mending = {
  put: readonly SearchDocument[]
  remove: readonly VersionedId[]
  /** Put or removed since the filling began: newer than any check may know. */
  changed: ReadonlySet<string>
}

/** A page of what the index holds, in the order of ids. */
export function versionsBehind(db: Connection, after: string, limit: number): VersionedId[] {
  return db.rows('SELECT id, version FROM documents WHERE id > ? ORDER BY id LIMIT ?', [
    after,
    limit,
  ])
}

function putEach(db: Connection, segmenter: Segmenter, documents: readonly SearchDocument[]): void {
  for (const document of documents) {
    if (isOutdated(db, document)) continue
    erase(db, document.id)
    db.run('DELETE FROM removals WHERE id = ?', [document.id])
    insert(db, segmenter, document)
  }
}

function removeEach(db: Connection, removals: readonly VersionedId[]): void {
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
  for (const table of ['figures', 'titles', 'names', 'characters']) {
    db.run(`DELETE FROM ${table} WHERE rowid = ?`, [known.row])
  }
  db.run('DELETE FROM asked WHERE rowid IN (SELECT question FROM questions WHERE row = ?)', [
    known.row,
  ])
  db.run('DELETE FROM questions WHERE row = ?', [known.row])
  db.run('DELETE FROM texts WHERE row = ?', [known.row])
  db.run('DELETE FROM documents WHERE row = ?', [known.row])
}

function insert(db: Connection, segmenter: Segmenter, document: SearchDocument): void {
  const cut = (text: string) => segmenter.forIndex(text).join(' ')
  const form = formsOf(document)
  const again = scoredForms(form, segmenter)
  const [{ row } = { row: 1 }] = db.rows<{ row: number }>(
    'SELECT coalesce(max(row), 0) + 1 AS row FROM documents',
  )
  insertInto(db, 'documents', [row, ...factsOf(document), again.length])
  insertInto(db, 'texts', [row, ...textsOf(document, again, cutsOf(segmenter.pieces(form.text)))])
  const { title, questions, keywords, summary, beside, text, unit } = form
  insertWords(db, 'words', row, {
    ...{ title: cut(title), questions: cut(questions), keywords: cut(keywords) },
    ...{ summary: cut(summary), beside: cut(beside), text: cut(text), unit: cut(unit) },
  })
  insertWords(db, 'figures', row, { forms: again.figures })
  insertWords(db, 'titles', row, typedForms(title, segmenter))
  insertWords(db, 'names', row, heardForms(again.names, segmenter))
  const others = [again.names, summary, beside, unit, text].join('\n')
  insertWords(db, 'characters', row, { title: spaced(title), others: spaced(others) })
  for (const question of document.similarQuestions) insertQuestion(db, segmenter, row, question)
}

/** Into a full text table, by column. */
function insertWords(
  db: Connection,
  table: string,
  row: number,
  words: Readonly<Record<string, string>>,
): void {
  const columns = Object.keys(words)
  const places = columns.map(() => '?').join(', ')
  db.run(`INSERT INTO ${table} (rowid, ${columns.join(', ')}) VALUES (?, ${places})`, [
    row,
    ...Object.values(words),
  ])
}

function insertQuestion(db: Connection, segmenter: Segmenter, row: number, text: string): void {
  const form = normalisedText(text)
  const [{ question } = { question: 1 }] = db.rows<{ question: number }>(
    'SELECT coalesce(max(question), 0) + 1 AS question FROM questions',
  )
  insertInto(db, 'questions', [question, row, readable(text), form])
  insertWords(db, 'asked', question, typedForms(form, segmenter))
}

/** What people type of a title while it is completed: its sound, its initials, its characters. */
function typedForms(form: string, segmenter: Segmenter) {
  return {
    pinyin: soundOf(form).join(' '),
    initials: initialsOf(segmenter.forQuery(form)).join(' '),
    characters: spaced(form),
  }
}

const spaced = (form: string): string => charactersOf(form).join(' ')

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
    inOneText(document.themes) ?? '',
    Number(document.openToUnits),
    Number(document.openToPublic),
    document.validFrom,
    document.validUntil,
    document.approvedAt,
  ]
}

/** What is shown, and what a hit is scored again by, in the order of the table. */
function textsOf(document: SearchDocument, again: ScoredForms, textCuts: Cuts): string[] {
  const { title, names, body, titleCuts, namesCuts, figures } = again
  return [
    ...[readable(document.title), readable(document.text), title, names, body],
    ...[titleCuts, namesCuts, textCuts, figures],
  ]
}

/** libsql reads a text up to its first zero; a space keeps the places of all that follows. */
function readable(text: string): string {
  return text.replaceAll('\0', ' ')
}
