import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from '../../scripts/bundled.mjs'
import type { Made } from './makeIndex'
import { startScript } from './processes'

export type FilledCity = {
  /** The data folder. */
  dataDir: string
  made: Made
  /** A new folder beside it. */
  beside: (name: string) => string
  remove: () => void
}

/** A database with so many entries and their index, in a folder that goes with this process. */
export async function filledCity(entries: number): Promise<FilledCity> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiku-bench-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  const beside = (name: string) => {
    mkdirSync(join(folder, name))
    return join(folder, name)
  }
  const dataDir = beside('city')
  // The threads of the search engine.
  await bundled('reader')
  const preparing = startScript('prepare', dataDir, [String(entries)])
  await preparing.next()
  await preparing.end()
  const making = startScript('makeIndex', dataDir)
  const { made } = await making.next<{ made: Made }>()
  await making.end()
  return { dataDir, made, beside, remove }
}
