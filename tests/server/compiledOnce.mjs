import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

const all = fileURLToPath(new URL('../../node_modules/.cache/zhiku-compiled', import.meta.url))
/** Of this build; those of others are of no use any more. */
const build = readFileSync(new URL('../../.next/BUILD_ID', import.meta.url), 'utf8').trim()
const folder = join(all, build)
/** What was compiled anew, and where it is to be kept. */
const fresh = []

/**
 * Tests start some hundred servers, and a fifth of each start was compiling the same built code: what V8 made of it is
 * kept for the next. V8 itself refuses what was made by another version. Node 20 keeps nothing by itself.
 */
export function compileOnce() {
  const compileAnew = Module.prototype._compile
  Module.prototype._compile = function compile(content, filename, format) {
    // In what was kept, an `import()` finds nothing: of the built code that stands in the runtime alone.
    const isKept = filename.includes('/.next/server/') && !filename.endsWith('runtime.js')
    if (!isKept) return compileAnew.call(this, content, filename, format)
    const path = join(folder, createHash('sha1').update(filename).update(content).digest('hex'))
    const cachedData = read(path)
    const script = new Script(Module.wrap(content), { filename, cachedData })
    if (script.cachedDataRejected !== false) fresh.push({ script, path })
    const given = [this.exports, createRequire(filename), this, filename, dirname(filename)]
    return script.runInThisContext().apply(this.exports, given)
  }
}

/** To be called once the server answers, so that the functions it has run are kept too. */
export function keepCompiled() {
  try {
    mkdirSync(folder, { recursive: true })
    for (const other of readdirSync(all))
      if (other !== build) rmSync(join(all, other), { recursive: true, force: true })
    for (const { script, path } of fresh.splice(0)) {
      const beside = `${path}.${process.pid}`
      writeFileSync(beside, script.createCachedData())
      renameSync(beside, path)
    }
  } catch {
    // On a full disk nothing is kept: the server answers already, and the next one compiles by itself what is not there.
  }
}

function read(path) {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return undefined
  }
}
