import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { percentile } from './measures'
import { print, printTable } from './print'
import { removeIndices } from './search/elasticsearch'
import { filledCity } from './search/filledCity'
import { people } from './search/people'
import { engineName, machine } from './search/machine'
import { overHttp } from './search/overHttp'
import type { Made } from './search/makeIndex'
import { pressed, type Load, type Pressed } from './search/pressed'
import { startScript, startZhiku } from './search/processes'
import { signedIn } from './search/signedIn'
import { library } from './search/texts'

// `npm run bench:search`: the engine alone, our HTTP API, and a bare server over the same engine call, in turn
// and in the same run, so that the ratios mean something on a busy machine.
const { values } = parseArgs({
  options: {
    entries: { type: 'string', multiple: true, default: ['20000', '100000'] },
    seconds: { type: 'string', default: '8' },
    json: { type: 'string' },
  },
})
const concurrency = 16
const rounds = 3

type Figures = { perSecond: number; p50: number; p95: number; p99: number; megabytes: number }

const names = { engine: 'a engine alone', api: 'b our API', bare: 'c bare node:http' } as const
type Name = keyof typeof names

const report = { engine: engineName, concurrency, ...(await machine()), sizes: [] as Size[] }
print(`${engineName}, concurrency ${concurrency}; ${report.processor}, ${report.gigabytes} GB`)
print(
  Object.entries(report.versions)
    .map((each) => each.join(' '))
    .join(', '),
)
for (const entries of values.entries.map(Number)) {
  const size = await measured(entries)
  report.sizes.push(size)
  show(size)
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
await removeIndices()
process.exit(0)

type Size = {
  made: Made
  figures: Record<Name, Figures>
  /** Of the API: its p50 by the other's, and its requests per second by the other's. */
  ratios: Record<'engine' | 'bare', { p50: number; perSecond: number }>
}

async function measured(entries: number): Promise<Size> {
  const city = await filledCity(entries)
  const [forEngine, forBare] = [city.beside('engine'), city.beside('bare')]
  if (engineName === 'embedded') {
    const index = join(city.dataDir, 'index')
    for (const copy of [forEngine, forBare]) {
      cpSync(index, join(copy, 'index'), { recursive: true })
    }
  }
  const engine = startScript('engineHost', forEngine)
  const bare = startScript('engineHost', forBare)
  const [, { port }] = [await engine.next(), await bare.next<{ port: number }>()]
  const api = await startZhiku(city.dataDir)
  const agent = await signedIn(api.url, people.agent)
  const askApi = overHttp(`${api.url}/api/search`, agent.headers, concurrency)
  const askBare = overHttp(`http://127.0.0.1:${port}/`, {}, concurrency)
  const press: Record<Name, (load: Load) => Promise<Pressed>> = {
    engine: async (load) => {
      engine.send(load)
      return (await engine.next<{ pressed: Pressed }>()).pressed
    },
    api: (load) => pressed(askApi, load),
    bare: (load) => pressed(askBare, load),
  }
  const answers = await inTurn(press, library(0).questions)
  const figures = {
    engine: figuresOf(answers.engine, engine.megabytes()),
    api: figuresOf(answers.api, api.megabytes()),
    bare: figuresOf(answers.bare, bare.megabytes()),
  }
  await Promise.all([engine, bare, api].map((child) => child.end()))
  city.remove()
  const against = (other: Figures) => ({
    p50: figures.api.p50 / other.p50,
    perSecond: figures.api.perSecond / other.perSecond,
  })
  return {
    made: city.made,
    figures,
    ratios: { engine: against(figures.engine), bare: against(figures.bare) },
  }
}

async function inTurn(
  press: Record<Name, (load: Load) => Promise<Pressed>>,
  questions: readonly string[],
): Promise<Record<Name, Pressed[]>> {
  const answers: Record<Name, Pressed[]> = { engine: [], api: [], bare: [] }
  const each = Object.keys(answers) as Name[]
  for (const name of each) await press[name]({ questions, concurrency, seconds: 2 })
  for (let round = 0; round < rounds; round += 1) {
    for (const name of each) {
      answers[name].push(
        await press[name]({ questions, concurrency, seconds: Number(values.seconds) }),
      )
    }
  }
  return answers
}

function figuresOf(all: readonly Pressed[], megabytes: number): Figures {
  const times = all.flatMap((one) => one.times)
  const seconds = all.reduce((sum, one) => sum + one.seconds, 0)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share)) as [
    number,
    number,
    number,
  ]
  return { perSecond: times.length / seconds, p50, p95, p99, megabytes }
}

function show({ made, figures, ratios }: Size): void {
  print(`\n${made.entries} entries`)
  printTable(
    ['what', '', 'requests/s', 'p50 ms', 'p95 ms', 'p99 ms', 'MB'],
    (Object.keys(names) as Name[]).map((name) => {
      const { perSecond, p50, p95, p99, megabytes } = figures[name]
      return [
        names[name],
        '',
        ...[perSecond, p50, p95, p99, megabytes].map((each) => each.toFixed(1)),
      ]
    }),
  )
  const says = ({ p50, perSecond }: Size['ratios']['engine']) =>
    `p50 × ${p50.toFixed(2)}, requests/s × ${perSecond.toFixed(2)}`
  print(`b/a: ${says(ratios.engine)}   b/c: ${says(ratios.bare)}`)
}
