import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bundled } from '../scripts/bundled.mjs'
import { createEmbeddedEngine } from '@/search/engines/embedded/createEmbeddedEngine'
import type { PlacedDocument, SearchDocument, SearchEngine } from '@/search/types'
import { dataFolder, judgedSet, toDocument } from './judgedSets'
import { machine, versionsOf } from './machine'
import { percentile } from './measures'
import { print, printTable } from './print'
import { createReference, type Reference } from './reference'
import { pressed } from './search/pressed'
import { startScript } from './search/processes'
import { library } from './search/texts'

// `npm run bench:speed`: the embedded engine in a process of its own beside the plainest FTS5 query over the same
// documents, asked one question at a time and in turn, so that the ratio means something on a busy machine.
const { values } = parseArgs({
  options: { entries: { type: 'string' }, seconds: { type: 'string', default: '8' } },
})
const ROUNDS = 3
const PUTS = 200
const FILLED_AT_ONCE = 1_000

type Asked = { documents: Iterable<SearchDocument>; questions: readonly string[] }

const asked = values.entries === undefined ? bothSets() : madeUp(Number(values.entries))
if (asked) await measure(asked)
else print(`Skipped: there is nothing in ${dataFolder}.`)
process.exit(0)

/** Both sets as one, and every tenth of their questions. */
function bothSets(): Asked | null {
  const sets = ['gov-public', 'para-public'].flatMap((name) => judgedSet(name) ?? [])
  if (sets.length === 0) return null
  return {
    documents: sets.flatMap(({ name, documents }) =>
      documents.map((each) => ({ ...each, id: `${name} ${each.id}` })),
    ),
    questions: sets
      .flatMap(({ queries }) => queries)
      .filter((_, at) => at % 10 === 0)
      .map(({ text }) => text),
  }
}

/** Real titles, each with sentences of other texts; the questions are real. */
function madeUp(entries: number): Asked {
  const { texts, questions } = library(entries)
  const documents = function* () {
    let id = 0
    for (const { title, text } of texts) yield toDocument({ id: ++id, title, answer: text })
  }
  return { documents: documents(), questions }
}

async function measure({ documents, questions }: Asked): Promise<void> {
  print(`${machine()}; ${versionsOf(['libsql', '@node-rs/jieba'])}`)
  await bundled('reader')
  const folder = mkdtempSync(join(tmpdir(), 'zhiku-bench-'))
  const open = () => createEmbeddedEngine({ root: resolve('.'), dir: join(folder, 'index') })
  try {
    const plain = createReference(join(folder, 'plain.db'))
    const engine = open()
    const { count, perSecond } = await filled(engine, plain, documents)
    await engine.close()
    print(`${count} documents, ${questions.length} questions; rebuild: ${perSecond.toFixed(0)}/s`)
    const { ours, theirs, megabytes } = await inTurn(folder, plain, questions)
    printTable(
      ['what', 'unit', 'this engine', 'plain FTS5', 'ratio'],
      [0.5, 0.95, 0.99].map((share) => {
        const [one, other] = [percentile(ours, share), percentile(theirs, share)]
        return [`p${share * 100}`, 'ms', one.toFixed(1), other.toFixed(1), (one / other).toFixed(2)]
      }),
    )
    print(`\nmemory of the engine's process: ${megabytes.toFixed(0)} MB resident`)
    print(`put one by one: ${(await putting(open())).toFixed(1)} ms each`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function filled(engine: SearchEngine, plain: Reference, documents: Iterable<SearchDocument>) {
  let count = 0
  let apart = 0
  const addPlain = (batch: readonly SearchDocument[]) => {
    const begun = performance.now()
    plain.add(batch)
    apart += performance.now() - begun
  }
  async function* placed(): AsyncGenerator<PlacedDocument> {
    let batch: SearchDocument[] = []
    for (const document of documents) {
      count += 1
      batch.push(document)
      if (batch.length === FILLED_AT_ONCE) {
        addPlain(batch)
        batch = []
        await Promise.resolve()
      }
      yield { place: document.id, document }
    }
    addPlain(batch)
  }
  const begun = performance.now()
  await engine.rebuild({
    documents: placed,
    check: () => Promise.resolve({ put: [], remove: [] }),
  })
  return { count, perSecond: (count * 1_000) / (performance.now() - begun - apart) }
}

async function inTurn(folder: string, plain: Reference, questions: readonly string[]) {
  const host = startScript('engineHost', folder)
  await host.next()
  const load = { questions, concurrency: 1, seconds: Number(values.seconds) }
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round += 1) {
    host.send(load)
    const mine = await host.next<{ pressed: { times: number[] } }>()
    const others = await pressed((text) => Promise.resolve(plain.find(text)), load)
    // The first round is there to warm up.
    if (round === 0) continue
    ours.push(...mine.pressed.times)
    theirs.push(...others.times)
  }
  const megabytes = host.megabytes()
  await host.end()
  return { ours, theirs, megabytes }
}

async function putting(engine: SearchEngine): Promise<number> {
  const texts = [...library(PUTS).texts]
  await engine.ping()
  const begun = performance.now()
  for (const [at, { title, text }] of texts.entries()) {
    await engine.put([toDocument({ id: `put ${at}`, title, answer: text })])
  }
  const milliseconds = performance.now() - begun
  await engine.close()
  return milliseconds / PUTS
}
