import { createEmbeddedEngine } from '@/search/engines/embedded/createEmbeddedEngine'
import { city, document } from './documents'
import { sourceOf } from './sources'

/** Run as a process of its own: writes, says what is written, rebuilds now and then, until it is killed. */
const dir = process.argv[2] ?? ''
const engine = createEmbeddedEngine({ root: process.cwd(), dir })

for (let version = 1; ; version++) {
  await engine.put([...city.map((each) => ({ ...each, version })), document('last', { version })])
  process.stdout.write(`${version}\n`)
  if (version % 5 === 0) {
    await engine.rebuild(
      sourceOf([...city, document('last')].map((each) => ({ ...each, version }))),
    )
    process.stdout.write(`${version}\n`)
  }
}
