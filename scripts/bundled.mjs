import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fingerprint, readMark, sources, unbundled } from './sources.mjs'

const folder = 'build'
const mark = `${folder}/built-from`

/** What Node runs beside Next's bundle: the project's scripts, and the threads of the embedded search. */
const entries = {
  command: 'scripts/command.ts',
  prepare: 'scripts/prepare.ts',
  settings: 'scripts/settings.ts',
  reader: 'src/search/engines/embedded/reader.ts',
  writer: 'src/search/engines/embedded/writer.ts',
}

/**
 * One of them as Node runs it, with all packages inside: loaded file by file through a compiler a command took three
 * times as long to begin. Made in a second or two when what it is made of has changed.
 * @param {keyof typeof entries} name
 * @returns {Promise<URL>} what to import or to start
 */
export async function bundled(name) {
  const made = fingerprint([...sources, 'scripts'])
  if (readMark(mark) !== made) await bundle(made)
  return pathToFileURL(resolve(folder, `${name}.mjs`))
}

async function bundle(madeOf) {
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
    external: [...unbundled, 'mongodb'],
    loader: { '.css': 'empty', '.scss': 'empty' },
    // Packages of the older kind ask for Node's own modules by it.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  })
  writeFileSync(`${draft}/built-from`, madeOf)
  const isMade = () => readMark(mark) === madeOf
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
