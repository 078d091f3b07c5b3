import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { connect, type Connection } from './connection'
import { createTables, isCurrent } from './schema'

export type IndexFile = { file: string; db: Connection }

/** Names the file in use. Renamed into place, so that a killed process leaves the old name or the new one. */
const POINTER = 'current'

/** Opens the index in use; a missing, damaged or differently made one is replaced by an empty one. */
export function openCurrent(dir: string, dictionary: string): IndexFile {
  mkdirSync(dir, { recursive: true })
  const current = named(dir)
  const kept = current && existsSync(current) ? reopened(current, dictionary) : null
  const index = kept ?? createNext(dir, dictionary)
  if (!kept) makeCurrent(dir, index.file)
  removeOthers(dir, index.file)
  return index
}

/** A new, empty index beside the one in use. */
export function createNext(dir: string, dictionary: string): IndexFile {
  const file = join(dir, `${Date.now().toString(36)}-${process.pid}.db`)
  const db = connect(file)
  createTables(db, dictionary)
  return { file, db }
}

export function makeCurrent(dir: string, file: string): void {
  const pointer = join(dir, POINTER)
  writeFileSync(`${pointer}.new`, file.slice(dir.length + 1))
  renameSync(`${pointer}.new`, pointer)
}

/** Readers that still hold a removed file keep it until they close it. */
export function removeOthers(dir: string, kept: string): void {
  for (const name of readdirSync(dir)) {
    const file = join(dir, name)
    const isIndex = /\.db(-wal|-shm)?$/.test(name)
    if (isIndex && !file.startsWith(kept)) rmSync(file, { force: true })
  }
}

function named(dir: string): string | null {
  const pointer = join(dir, POINTER)
  return existsSync(pointer) ? join(dir, readFileSync(pointer, 'utf8')) : null
}

function reopened(file: string, dictionary: string): IndexFile | null {
  try {
    const db = connect(file)
    if (isCurrent(db, dictionary)) return { file, db }
    db.close()
  } catch {
    // Not a database any more: the caller makes a new index, which is filled from the database again.
  }
  return null
}
