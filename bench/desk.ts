import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDesk, timeHits, type Heap } from './desk/page'
import { call, write } from './desk/shift'
import { typed } from './desk/typing'
import { percentile } from './measures'
import { print, printTable } from './print'
import { removeIndices } from './search/elasticsearch'
import { filledCity } from './search/filledCity'
import { engineName, machine } from './search/machine'
import { overHttp } from './search/overHttp'
import { people } from './search/people'
import { startScript, startZhiku } from './search/processes'
import { signedIn } from './search/signedIn'
import { library } from './search/texts'

// `npm run bench:desk`: how soon hits are there while many desks type, and what a desk holds after hours of calls.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    desks: { type: 'string', default: '50' },
    entries: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '30' },
    json: { type: 'string' },
  },
})
const [minutes, desks, entries, seconds] = [
  ...[Number(values.minutes), Number(values.desks), Number(values.entries)],
  Number(values.seconds),
] as [number, number, number, number]
/** Code is loaded, and as many places of the history as a browser keeps are there. */
const warmUp = 30

const city = await filledCity(entries)
const forBare = city.beside('bare')
if (engineName === 'embedded')
  cpSync(join(city.dataDir, 'index'), join(forBare, 'index'), { recursive: true })
const bare = startScript('engineHost', forBare)
const { port } = await bare.next<{ port: number }>()
const zhiku = await startZhiku(city.dataDir)
const agent = await signedIn(zhiku.url, people.agent)
const { questions } = library(0)

const ask = (path: string) => overHttp(zhiku.url + path, agent.headers, 6 * desks)
const asDesks = {
  questions,
  search: ask('/api/search?facets=true'),
  suggest: ask('/api/suggest?limit=4'),
}
const asBare = {
  questions,
  search: overHttp(`http://127.0.0.1:${port}/`, {}, desks),
  suggest: null,
}
const figureOf = (times: readonly number[]) => ({
  words: times.length,
  ...{ p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
})

const desk = await openDesk(zhiku.url)
const report = { engine: engineName, entries, desks, ...(await machine()), ...(await speed()) }
print(`${engineName}, ${entries} entries, ${report.processor}, Node ${report.versions.node}\n`)
printTable(
  ['from a word to its hits', '', 'words', 'p50 ms', 'p95 ms', 'p95 beside the reference'],
  Object.entries(report.typing).map(([what, { words, p50, p95 }]) => [
    ...[what, '', String(words), p50.toFixed(0), p95.toFixed(0)],
    (p95 / report.typing.reference.p95).toFixed(2),
  ]),
)
const soaked = await soak()
if (values.json) writeFileSync(values.json, `${JSON.stringify({ ...report, soaked }, null, 2)}\n`)
await desk.close()
await Promise.all([zhiku.end(), bare.end()])
await removeIndices()
process.exit(0)

/** So many desks type at the server, at a server that has nothing but the engine, and beside somebody at a real one. */
async function speed() {
  const load = { desks, seconds }
  await typed({ ...asDesks, desks, seconds: 5 })
  await typed({ ...asBare, desks, seconds: 5 })
  const reference = figureOf(await typed({ ...asBare, ...load }))
  const api = figureOf(await typed({ ...asDesks, ...load }))
  for (const question of questions.slice(0, 20)) await write(desk.page, question)
  const times = await timeHits(desk.page)
  const others = typed({ ...asDesks, desks: desks - 1, seconds })
  let isOver = false
  void others.then(() => (isOver = true))
  for (let at = 20; !isOver; at += 1) await write(desk.page, questions[at % questions.length] ?? '')
  return { typing: { reference, api, browser: figureOf(await times()) } }
}

/** Calls one after the other for so long; what the page holds then beside what it held after the first of them. */
async function soak() {
  for (let at = 0; at < warmUp; at += 1) await call(desk.page, questions, at)
  const first = await desk.heap()
  const end = Date.now() + minutes * 60_000
  const every = Math.max(60_000, (minutes * 60_000) / 10)
  print(`\n${minutes} minutes of calls`)
  told(0, first, first)
  let calls = 0
  for (let next = Date.now() + every; Date.now() < end;) {
    await call(desk.page, questions, warmUp + calls++)
    if (Date.now() < next) continue
    next += every
    told(calls, await desk.heap(), first)
  }
  const last = await desk.heap()
  told(calls, last, first)
  return { minutes, calls, first, last, grown: last.megabytes / first.megabytes - 1 }
}

function told(calls: number, heap: Heap, first: Heap): void {
  const { megabytes, nodes, listeners, documents } = heap
  const grown = (100 * (megabytes / first.megabytes - 1)).toFixed(1)
  print(
    `${String(calls).padStart(5)} calls: ${megabytes.toFixed(2)} MB (${grown} %), ${nodes} nodes, ${listeners} listeners, ${documents} documents`,
  )
}
