import { createEmbeddedEngine } from '@/search/engines/embedded/createEmbeddedEngine'
import { city, document } from './documents'

/** Run as a process of its own: writes, says what is written, rebuilds now and then, until it is killed. */
const dir = process.argv[2] ?? ''
const engine = createEmbeddedEngine({ root: process.cwd(), dir })

for (let version = 1; ; version++) {
  await engine.put([...city.map((each) => ({ ...each, version })), document('last', { version })])
  process.stdout.write(`${version}\n`)
  if (version % 5 === 0) {
    await engine.rebuild(all(version))
    process.stdout.write(`${version}\n`)
  }
}

async function* all(version: number) {
  for (const each of [...city, document('last')]) yield { ...each, version }
}
