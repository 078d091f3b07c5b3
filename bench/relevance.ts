import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SearchEngine, SearchQuery } from '@/search/types'
import { dataFolder, judgedSet, linesOf, NOW, toDocument, type Judged } from './judgedSets'
import { mean, measure, percentile, type Measures } from './measures'
import { print, printTable } from './print'
import { withEngine } from './withEngine'

/** `npm run bench:relevance -- 10` asks every tenth query, for a first look. */
const every = Number(process.argv[2] ?? 1)
const SETS = ['gov-public', 'para-public']
const AT_ONCE = 2
const LOOKED_UP = [
  ['提价申报', '临时价格干预范围事项提价申报'],
  ['教材审定', '中小学地方课程教材审定'],
  ['jiaocai shending', '中小学地方课程教材审定'],
  ['教材审订', '中小学地方课程教材审定'],
] as const

type ServiceItem = { TASK_NAME: string; accept_standard?: string }

const rows: string[][] = []
for (const name of SETS) {
  const set = judgedSet(name)
  if (!set) {
    print(`${name}: skipped, there is nothing in ${dataFolder}.`)
    continue
  }
  const queries = set.queries.filter((_, at) => at % every === 0)
  await withEngine(set.documents, async (engine, seconds) => {
    print(`${name}: ${set.documents.length} documents in ${seconds.toFixed(1)} s`)
    const { byKind, milliseconds } = await askAll(engine, queries)
    for (const [kind, measures] of byKind) rows.push(rowOf(name, kind, measures))
    const [half, most] = [0.5, 0.95].map((share) => percentile(milliseconds, share).toFixed(1))
    print(`${name}: ${queries.length} queries, p50 ${half} ms, p95 ${most} ms`)
  })
}
await lookUpServices()
print()
printTable(['set', 'kind', 'queries', 'MRR@10', 'hit@1', 'hit@10', 'nDCG@10'], rows)

/** What agents really ask of the 2,262 service items, and the item that must come first. */
async function lookUpServices() {
  const file = join(dataFolder, 'service-items.ndjson.gz')
  if (!existsSync(file)) return print(`service items: skipped, there is no ${file}.`)
  const items = linesOf<ServiceItem>(file)
  const documents = items.map((item, at) =>
    toDocument({ id: String(at), title: item.TASK_NAME, answer: item.accept_standard ?? '' }),
  )
  await withEngine(documents, async (engine) => {
    for (const [text, expected] of LOOKED_UP) {
      const { hits } = await engine.search(queryOf(text))
      const titles = hits.map(({ id }) => items[Number(id)]?.TASK_NAME)
      print(`service items: ${text} → ${expected}: rank ${titles.indexOf(expected) + 1 || 'none'}`)
    }
  })
}

async function askAll(engine: SearchEngine, queries: readonly Judged[]) {
  const byKind = new Map<string, Measures[]>()
  const milliseconds: number[] = []
  const waiting = [...queries]
  const askNext = async () => {
    for (let asked = waiting.pop(); asked; asked = waiting.pop()) {
      const begun = performance.now()
      const { hits } = await engine.search(queryOf(asked.text))
      milliseconds.push(performance.now() - begun)
      const found = measure(
        hits.map(({ id }) => id),
        asked.relevant,
      )
      byKind.set(asked.kind, [...(byKind.get(asked.kind) ?? []), found])
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, askNext))
  return { byKind, milliseconds }
}

function queryOf(text: string): SearchQuery {
  return { text, audience: { sees: 'everything' }, now: NOW, page: 1, pageSize: 10 }
}

function rowOf(set: string, kind: string, measures: readonly Measures[]): string[] {
  const { mrr, hit1, hit10, ndcg } = mean(measures)
  const figures = [mrr, hit1, hit10, ndcg].map((figure) => figure.toFixed(3))
  return [set, kind, String(measures.length), ...figures]
}
