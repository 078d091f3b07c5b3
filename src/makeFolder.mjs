import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it, for its owner and their group. Not by `recursive`, with which Node 20 never
 * returns where the system denies that the folder above exists (/proc).
 * @param {string} folder absolute
 */
export function makeFolder(folder) {
  try {
    mkdirSync(folder, { mode: 0o750 })
  } catch (error) {
    if (error.code === 'EEXIST' && statSync(folder).isDirectory()) return
    if (error.code !== 'ENOENT' || existsSync(dirname(folder))) throw error
    makeFolder(dirname(folder))
    mkdirSync(folder, { mode: 0o750 })
  }
}
