import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fingerprint, readMark, sources, unbundled } from './sources.mjs'

const folder = 'build'

/** What Node runs beside Next's bundle: the project's scripts, and threads. */
const entries = {
  command: 'scripts/command.ts',
  prepare: 'scripts/prepare.ts',
  settings: 'scripts/settings.ts',
  reader: 'src/search/engines/embedded/reader.ts',
  writer: 'src/search/engines/embedded/writer.ts',
  sheets: 'src/sheets/thread.ts',
}

/**
 * One of them as Node runs it, with all packages inside: loaded file by file through a compiler a command took three
 * times as long to begin. Made in a second or two when what it is made of has changed.
 * @param {keyof typeof entries} name
 * @returns {Promise<URL>} what to import or to start
 */
export async function bundled(name) {
  await bundleOnce({ folder, entries, madeOf: fingerprint([...sources, 'scripts']) })
  return pathToFileURL(resolve(folder, `${name}.mjs`))
}

/**
 * Bundles entries into a folder, each under its name, unless what is there was made of the same.
 * @param {{ folder: string, entries: Record<string, string>, madeOf: string, apart?: string[] }} given
 *   `madeOf` is the fingerprint of what they are made of; `apart` are more packages that are not taken in
 */
export async function bundleOnce({ folder, entries, madeOf, apart = [] }) {
  const isMade = () => readMark(join(folder, 'built-from')) === madeOf
  if (isMade()) return
  // Not before the packages are installed.
  const { build } = await import('esbuild')
  const draft = `${folder}.${process.pid}`
  await build({
    entryPoints: entries,
    outdir: draft,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What a command does not need is not read.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    conditions: ['production'],
    // The names of `mongodb` are found by Node alone.
    external: [...unbundled, 'mongodb', ...apart],
    loader: { '.css': 'empty', '.scss': 'empty' },
    // Packages of the older kind ask for Node's own modules by it.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  })
  writeFileSync(join(draft, 'built-from'), madeOf)
  // Another process may have made the same meanwhile, and run it.
  if (!isMade()) {
    rmSync(folder, { recursive: true, force: true })
    try {
      renameSync(draft, folder)
    } catch (error) {
      if (!isMade()) throw error
    }
  }
  rmSync(draft, { recursive: true, force: true })
}
