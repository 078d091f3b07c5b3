import type { SearchDocument, SearchEngine } from '@/search/types'
import { entries } from '@/seed/city/entries'
import { askedInVain } from '@/seed/city/asked'
import { dataFolder, judgedSet, toDocument, type Judged } from './judgedSets'
import { everyKth } from './measures'
import { print, printTable } from './print'
import { queryOf } from './relevance/askAll'
import { withEngine } from './withEngine'

/**
 * How often an answer is said to be sure, and how often it is not the one: of the demo city, whose other questions are
 * kept from the index and asked, and of the judged sets. Half of their answers are taken out too: what is sure of a
 * question nobody answered is wrong. `npm run bench:sure -- FOLDER` names the data.
 */
const folder = process.argv[2] ?? dataFolder
const mostAsked = 2_000

type Row = { set: string; kind: string; asked: number; sure: number; right: number }
const rows: Row[] = []

await measure('demo city', demoDocuments(), [
  ...entries.flatMap(({ similarQuestions = [] }, at) =>
    similarQuestions.map((text) => judged(text, at, 'asked in other words')),
  ),
  ...entries.map(({ title }, at) => judged(title, at, 'the title')),
  ...entries.flatMap(({ keywords = [] }) => keywords.map((text) => unanswered(text, 'a key word'))),
  ...askedInVain.flat().map((text) => unanswered(text, 'nobody answers')),
])
for (const name of ['para-public', 'gov-public']) {
  const set = judgedSet(name, folder)
  if (!set) {
    print(`${name}: skipped, there is nothing in ${folder}.`)
    continue
  }
  const chosen = everyKth(set.queries, mostAsked, ({ kind }) => kind)
  const gone = new Set(chosen.filter((_, at) => at % 4 > 1).flatMap(({ relevant }) => relevant))
  const isGone = ({ relevant }: Judged) => relevant.every((id) => gone.has(id))
  await measure(
    name,
    set.documents.filter(({ id }) => !gone.has(id)),
    chosen.map((one) => (isGone(one) ? unanswered(one.text, `${one.kind}, answer gone`) : one)),
  )
}
printTable(
  ['set', 'asked', 'questions', 'sure', 'right of the sure'],
  rows.map(({ set, kind, asked, sure, right }) => [
    ...[set, kind, String(asked), (sure / asked).toFixed(3)],
    sure === 0 ? '' : (right / sure).toFixed(3),
  ]),
)

async function measure(set: string, documents: SearchDocument[], queries: Judged[]) {
  await withEngine(documents, async (engine) => {
    for (const query of queries) await ask(engine, set, query)
  })
}

async function ask(engine: SearchEngine, set: string, { text, relevant, kind }: Judged) {
  const { hits, isSure } = await engine.search(queryOf(text))
  let row = rows.find((one) => one.set === set && one.kind === kind)
  if (!row) rows.push((row = { set, kind, asked: 0, sure: 0, right: 0 }))
  row.asked += 1
  if (!isSure) return
  row.sure += 1
  if (relevant.includes(hits[0]?.id ?? '')) row.right += 1
  else if (process.argv.includes('--wrong')) print(`${text} → ${hits[0]?.id}`)
}

function judged(text: string, at: number, kind: string): Judged {
  return { text, relevant: [String(at)], kind }
}

function unanswered(text: string, kind: string): Judged {
  return { text, relevant: [], kind }
}

/** The invented city's answers without their other questions. */
function demoDocuments(): SearchDocument[] {
  return entries.map(({ title, summary, body, keywords = [] }, at) => ({
    ...toDocument({ id: String(at), title, answer: wordsIn(body).join('\n') }),
    ...{ summary, keywords },
  }))
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : []
}
