import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { getPayload, type SanitizedConfig } from 'payload'
import config from '../payload.config'
import { isTreeQuiet, makeCity, type Asker, type City } from './breath/city'
import {
  importCases,
  indexAnew,
  purgeMany,
  remindAll,
  submitMany,
  tellMany,
  trashMany,
  writeDigests,
} from './breath/loads'
import { machine } from './machine'
import { percentile } from './measures'
import { print, printTable } from './print'

/** `npm run bench:breath -- [entries]`: what one long piece of work does to everybody else. */
const entries = Number(process.argv[2] ?? 2_000)

const quiet = { options: { level: 'error' } } as unknown as SanitizedConfig['logger']
const payload = await getPayload({ config: { ...(await config), logger: quiet } })
const city = await makeCity(payload, entries)
const many = 200
await tellMany(payload, many)
await trashMany(payload, city, many)

type Figure = { what: string; seconds: number; delays: number[]; saves: number[]; steps: number[] }

/** The work, and what the others of the city feel of it until all of it is done. */
async function feel(what: string, work: (city: City) => Promise<unknown>): Promise<Figure> {
  const saves: number[] = []
  const steps: number[] = []
  let isOver = false
  const others = [busy(city.editor, saves, save), busy(city.approver, steps, approve), reading()]
  await pause(1_000)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const begun = performance.now()
  await work(city)
  const seconds = (performance.now() - begun) / 1_000
  delay.disable()
  isOver = true
  await Promise.all(others)
  // The clock of the measure itself is 5 ms wide.
  const delays = [delay.percentile(50), delay.percentile(99), delay.max].map((ns) => ns / 1e6 - 5)
  return { what, seconds, delays, saves, steps }

  async function busy(who: Asker, times: number[], act: (who: Asker) => Promise<number>) {
    while (!isOver) {
      times.push(await act(who))
      await pause(100)
    }
  }

  async function reading() {
    while (!isOver) {
      await city.read()
      await pause(50)
    }
  }
}

/** One save of an own draft, in milliseconds. */
async function save(editor: Asker): Promise<number> {
  const begun = performance.now()
  await city.saveDraft(editor)
  return performance.now() - begun
}

/** One approval of a text that waits, in milliseconds; writing and submitting it are not counted. */
async function approve(approver: Asker): Promise<number> {
  const waiting = await city.submitNew()
  const begun = performance.now()
  await city.approve(approver, waiting)
  return performance.now() - begun
}

const figures = [
  await feel('nothing else', () => pause(10_000)),
  await feel(`${many} submitted`, (city) => submitMany(city, many)),
  await feel(`${many} cases imported`, (city) => importCases(city, many)),
  await feel('reminders', () => remindAll(payload, many)),
  await feel(`${many} digests`, () => writeDigests(payload, many)),
  await feel(`${many} purged`, () => purgeMany(payload, many)),
  await feel('index anew', () => indexAnew(payload)),
  await feel('rename', ({ centre, unit }) =>
    centre.patch(`nodes/${unit}`, { name: '市人社局（新）' }),
  ),
  await feel('merge', ({ centre, unit, heir }) =>
    centre.post(`nodes/${unit}/merge`, { into: heir }),
  ),
  await feel('move', ({ centre, heir, region }) =>
    centre.patch(`nodes/${heir}`, { parent: region }),
  ),
]
const isQuiet = await isTreeQuiet(payload)

print(`${entries} entries in the unit; ${machine()}`)
const ms = (number: number) => String(Math.round(Math.max(0, number)))
printTable(
  ['work', 'seconds', 'loop p50', 'p99', 'max', 'saves', 'p95', 'max', 'approvals', 'p95', 'max'],
  figures.map(({ what, seconds, delays, saves, steps }) => [
    what,
    seconds.toFixed(1),
    ...delays.map(ms),
    ...[saves, steps].flatMap((times) => [
      String(times.length),
      ms(percentile(times, 0.95)),
      ms(Math.max(...times)),
    ]),
  ]),
)
print(
  isQuiet ? 'Nothing of the tree is left to follow.' : 'Changes of the tree are left to follow!',
)
process.exit(isQuiet ? 0 : 1)
