import { isBusy, type Connection } from './connection'

/** Raised whenever tables or the way text is indexed change: an index of another version is made anew. */
const VERSION = '4'

/**
 * `documents` is what filters look at for every match: narrow, so that it stays in memory; `texts` is read
 * for the few that are shown. `words` holds segmented text, `figures` what is written in many ways in one of them,
 * `characters` all text character by character, in which anything is found however it was cut. `titles` holds what a
 * title sounds like and its single characters, `names` what other questions and key words sound like, and `asked`
 * each other question by itself, which is only suggested. None of them keeps text of its own. They are apart because
 * bm25 counts a row's length over all columns of a table.
 */
const tables = [
  'CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE removals (id TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID',
  `CREATE TABLE documents (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    library TEXT NOT NULL,
    unit TEXT NOT NULL,
    unit_above TEXT,
    category TEXT NOT NULL,
    themes TEXT NOT NULL,
    open_to_units INTEGER NOT NULL,
    open_to_public INTEGER NOT NULL,
    valid_from INTEGER,
    valid_until INTEGER,
    approved_at INTEGER NOT NULL,
    length INTEGER NOT NULL
  )`,
  `CREATE TABLE texts (
    row INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    title_form TEXT NOT NULL,
    names_form TEXT NOT NULL,
    body_form TEXT NOT NULL,
    title_cuts TEXT NOT NULL,
    names_cuts TEXT NOT NULL,
    text_cuts TEXT NOT NULL,
    figures TEXT NOT NULL
  )`,
  'CREATE INDEX documents_newest ON documents (approved_at DESC, id)',
  `CREATE VIRTUAL TABLE words USING fts5 (
    title, questions, keywords, summary, beside, text, unit,
    content='', contentless_delete=1, tokenize='ascii'
  )`,
  `CREATE VIRTUAL TABLE titles USING fts5 (
    pinyin, initials, characters,
    content='', contentless_delete=1, tokenize='ascii'
  )`,
  `CREATE VIRTUAL TABLE names USING fts5 (
    pinyin, initials,
    content='', contentless_delete=1, tokenize='ascii'
  )`,
  `CREATE VIRTUAL TABLE figures USING fts5 (
    forms,
    content='', contentless_delete=1, tokenize='ascii'
  )`,
  `CREATE VIRTUAL TABLE characters USING fts5 (
    title, others,
    content='', contentless_delete=1, tokenize='ascii'
  )`,
  `CREATE TABLE questions (
    question INTEGER PRIMARY KEY,
    row INTEGER NOT NULL,
    text TEXT NOT NULL,
    form TEXT NOT NULL
  )`,
  'CREATE INDEX questions_of ON questions (row)',
  `CREATE VIRTUAL TABLE asked USING fts5 (
    pinyin, initials, characters,
    content='', contentless_delete=1, tokenize='ascii'
  )`,
  "CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, 'row')",
  "CREATE VIRTUAL TABLE figure_vocabulary USING fts5vocab (figures, 'row')",
]

/** `dictionary` stands for the words the text was cut with. */
export function createTables(db: Connection, dictionary: string): void {
  db.together(() => {
    for (const table of tables) db.run(table)
    db.run('INSERT INTO meta (key, value) VALUES (?, ?)', ['version', stamp(dictionary)])
  })
}

/** Can this file be read by this code? A damaged file says no as well; throws where it is only in use. */
export function isCurrent(db: Connection, dictionary: string): boolean {
  try {
    const [meta] = db.rows<{ value: string }>("SELECT value FROM meta WHERE key = 'version'")
    return meta?.value === stamp(dictionary)
  } catch (error) {
    if (isBusy(error)) throw error
    return false
  }
}

function stamp(dictionary: string): string {
  return `${VERSION} ${dictionary}`
}
