import type { SearchEngine } from '@/search/types'
import { dataFolder, judgedSet, NOW } from './judgedSets'
import { percentile } from './measures'
import { print, printTable } from './print'
import { reference } from './reference'
import { withEngine } from './withEngine'

const QUERIES = 600
const PUTS = 200
const set = judgedSet('gov-public')

if (set) {
  const plain = reference(set.documents)
  await withEngine(set.documents, async (engine, seconds) => {
    const step = Math.max(1, Math.floor(set.queries.length / QUERIES))
    const asked = set.queries.filter((_, at) => at % step === 0).map(({ text }) => text)
    const ours: number[] = []
    const theirs: number[] = []
    // One after the other, so that whatever else the machine does slows both alike.
    for (const text of asked) {
      theirs.push(await timed(() => plain(text)))
      ours.push(await timed(() => search(engine, text)))
    }
    const putting = await timed(() => putOneByOne(engine, PUTS))
    print(`${set.documents.length} documents, ${asked.length} queries\n`)
    printTable(
      ['what', 'unit', 'this engine', 'plain FTS5', 'ratio'],
      [0.5, 0.95, 0.99].map((share) =>
        row(share, percentile(ours, share), percentile(theirs, share)),
      ),
    )
    print(`\nrebuild: ${(set.documents.length / seconds).toFixed(0)} documents/s`)
    print(`put one by one: ${(putting / PUTS).toFixed(1)} ms each`)
    print(`memory: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident, reference included`)
  })
} else {
  print(`Skipped: there is nothing in ${dataFolder}.`)
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function search(engine: SearchEngine, text: string) {
  return engine.search({ text, audience: { sees: 'everything' }, now: NOW, page: 1, pageSize: 10 })
}

async function putOneByOne(engine: SearchEngine, times: number): Promise<void> {
  for (const document of (set?.documents ?? []).slice(0, times)) {
    await engine.put([{ ...document, version: 2 }])
  }
}

function row(share: number, ours: number, theirs: number): string[] {
  const figures = [ours.toFixed(1), theirs.toFixed(1), (ours / theirs).toFixed(1)]
  return [`p${share * 100}`, 'ms', ...figures]
}
