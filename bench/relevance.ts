import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { dataFolder, judgedSet, readSet, Unreadable, type JudgedSet } from './judgedSets'
import { machine, versionsOf } from './machine'
import { everyKth } from './measures'
import { print, printTable } from './print'
import { readArguments, type Asked } from './relevance/arguments'
import { askAll, type Figures } from './relevance/askAll'
import { lookUpServices } from './relevance/lookUpServices'
import { withEngine } from './withEngine'

const SETS = ['gov-public', 'para-public']

try {
  await run(readArguments(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof Unreadable)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

async function run(asked: Asked): Promise<void> {
  print(`${machine()}; ${versionsOf(['libsql', '@node-rs/jieba', 'pinyin-pro'])}`)
  const rows: string[][] = []
  for (const set of setsOf(asked)) {
    const figures = await measured(set, asked)
    rows.push(...rowsOf(set.name, figures))
    if (asked.json) {
      const written = { engine: asked.engine, documents: set.documents.length, ...figures }
      writeFileSync(asked.json, `${JSON.stringify(written, null, 2)}\n`)
    }
  }
  if (!asked.files) await lookUpServices(asked.engine)
  print()
  printTable(['set', 'kind', 'queries', 'MRR@10', 'hit@1', 'hit@10', 'nDCG@10'], rows)
}

function* setsOf({ files }: Asked): Generator<JudgedSet> {
  if (files) return yield readSet(basename(files.corpus), files.corpus, files.queries)
  for (const name of SETS) {
    const set = judgedSet(name)
    if (set) yield set
    else print(`${name}: skipped, there is nothing in ${dataFolder}.`)
  }
}

async function measured({ name, documents, queries }: JudgedSet, asked: Asked): Promise<Figures> {
  const chosen = everyKth(queries, asked.limit, ({ kind }) => kind)
  let figures: Figures = { kinds: {}, latencyMs: { p50: 0, p95: 0 } }
  await withEngine(
    documents,
    async (engine, seconds) => {
      print(
        `${name}: ${documents.length} documents into ${asked.engine} in ${seconds.toFixed(1)} s`,
      )
      figures = await askAll(engine, chosen)
      const { p50, p95 } = figures.latencyMs
      print(`${name}: ${chosen.length} queries, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`)
    },
    asked.engine,
  )
  return figures
}

function rowsOf(set: string, { kinds }: Figures): string[][] {
  return Object.entries(kinds).map(([kind, { queries, mrr10, hit1, hit10, ndcg10 }]) => [
    set,
    kind,
    String(queries),
    ...[mrr10, hit1, hit10, ndcg10].map((figure) => figure.toFixed(3)),
  ])
}
