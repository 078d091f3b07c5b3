import { createEmbeddedEngine } from '@/search/engines/embedded/createEmbeddedEngine'
import { comets } from './documents'
import { sourceOf } from './sources'

/** Run as a process of its own: fills an index, says how many texts were asked for, until it is killed. */
const engine = createEmbeddedEngine({ root: process.cwd(), dir: process.argv[2] ?? '' })
const truth = sourceOf(comets(100_000))
await engine.rebuild({
  ...truth,
  documents: async function* (after) {
    let given = 0
    for await (const each of truth.documents(after)) {
      process.stdout.write(`${given++}\n`)
      yield each
    }
  },
})
