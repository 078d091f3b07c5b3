import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { connect, isBusy, type Connection } from './connection'
import { createTables, isCurrent } from './schema'

export type IndexFile = { file: string; db: Connection }

/** Names the file in use. Renamed into place, so that a killed process leaves the old name or the new one. */
const CURRENT = 'current'
/** Names the file that is being filled, so that an interrupted filling goes on. */
const FILLING = 'filling'

/** Opens the index in use; a missing, damaged or differently made one is replaced by an empty one. */
export function openCurrent(dir: string, dictionary: string): IndexFile {
  mkdirSync(dir, { recursive: true })
  const kept = reopened(named(dir, CURRENT), dictionary)
  const index = kept ?? create(dir, dictionary)
  if (!kept) point(dir, CURRENT, index.file)
  removeOthers(dir)
  return index
}

/** The index that was being filled when it was interrupted, where this code can go on with it; else a new one. */
export function openFilling(dir: string, dictionary: string): IndexFile {
  const kept = reopened(named(dir, FILLING), dictionary)
  const index = kept ?? create(dir, dictionary)
  if (!kept) point(dir, FILLING, index.file)
  removeOthers(dir)
  return index
}

/** What was being filled is in use from now on, and nothing is being filled. */
export function makeCurrent(dir: string, file: string): void {
  point(dir, CURRENT, file)
  rmSync(join(dir, FILLING), { force: true })
}

/** Readers that still hold a removed file keep it until they close it. */
export function removeOthers(dir: string): void {
  const kept = [named(dir, CURRENT), named(dir, FILLING)].filter((file) => file !== null)
  for (const name of readdirSync(dir)) {
    const file = join(dir, name)
    const isIndex = /\.db(-wal|-shm)?$/.test(name)
    if (isIndex && !kept.some((each) => file.startsWith(each))) rmSync(file, { force: true })
  }
}

function create(dir: string, dictionary: string): IndexFile {
  const file = join(dir, `${Date.now().toString(36)}-${randomUUID().slice(0, 8)}.db`)
  const db = connect(file)
  createTables(db, dictionary)
  return { file, db }
}

function point(dir: string, pointer: string, file: string): void {
  const path = join(dir, pointer)
  writeFileSync(`${path}.new`, basename(file))
  renameSync(`${path}.new`, path)
}

function named(dir: string, pointer: string): string | null {
  const path = join(dir, pointer)
  return existsSync(path) ? join(dir, readFileSync(path, 'utf8')) : null
}

function reopened(file: string | null, dictionary: string): IndexFile | null {
  if (file === null || !existsSync(file)) return null
  try {
    const db = connect(file)
    if (isCurrent(db, dictionary)) return { file, db }
    db.close()
  } catch (error) {
    // An index that somebody else is busy with is whole: making it anew would empty it.
    if (isBusy(error)) throw error
    // Not a database any more: the caller makes a new index, which is filled from the database again.
  }
  return null
}
