import { randomUUID } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { createLocalReq, getPayload, type SanitizedConfig } from 'payload'
import config from '../payload.config'
import type { Actor } from '@/access/actor'
import { env } from '@/env'
import { dayOf } from '@/shanghaiDay'
import { readHot } from '@/statistics/readHot'
import { countRows, putRows } from '@/tables'
import { inTransaction } from '@/workflow/inTransaction'
import { recount } from '@/workflow/usage/counts'
import { findUnusual } from '@/workflow/usage/demand/findUnusual'
import { workUpHours } from '@/workflow/usage/demand/usualHours'
import { readSearches } from '@/workflow/usage/readSearches'
import { readViews } from '@/workflow/usage/readViews'
import { flushSearches, noteShown } from '@/workflow/usage/searches'
import { settleSearches } from '@/workflow/usage/settleSearches'
import { countShown } from '@/workflow/usage/shows'
import { recordUse } from '@/workflow/usage/uses'
import { flushViews, noteView } from '@/workflow/usage/views'
import { machine } from './machine'
import { fillLife, measurePeriods } from './periods'
import { print, printTable } from './print'
import { acknowledged } from './views/acknowledged'
import { bareRates } from './views/bare'

/** `npm run bench:views -- [views]`: what readings and searches cost, and how long it takes to count a year of them anew. */
const views = Number(process.argv[2] ?? 1_000_000)
const entries = 20_000
const days = 365
const day = 24 * 60 * 60 * 1000
const now = Date.now()

const quiet = { options: { level: 'error' } } as unknown as SanitizedConfig['logger']
const payload = await getPayload({ config: { ...(await config), logger: quiet } })

type Figure = { what: string; seconds: number; worst: number; told: string }
const figures: Figure[] = []

/** The work, and how long the event loop stood still at most while it went on. */
async function measured(what: string, work: () => Promise<string>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const begun = performance.now()
  const told = await work()
  const seconds = (performance.now() - begun) / 1_000
  // What stood still to the end is seen by the next turn alone.
  await pause(20)
  delay.disable()
  // The clock of the measure itself is 5 ms wide.
  figures.push({ what, seconds, worst: Math.max(0, delay.max / 1e6 - 5), told })
  print(`${what}: ${told}, ${seconds.toFixed(2)} s`)
}

/** A few entries are read most of the time, as everywhere. */
const anEntry = () => Math.floor(entries * Math.random() ** 3)
const numberOf = (n: number) => `ZS${String(n + 1).padStart(6, '0')}`
const aReader = () => {
  const n = Math.floor(Math.random() * 2_000)
  return n < 300 ? { reader: `person-${n}`, readerName: `第${n}人` } : { session: `session-${n}` }
}

function aView(at: number) {
  const n = anEntry()
  return {
    ...{ id: randomUUID(), entry: `entry-${n}`, number: numberOf(n), title: `第${n}条怎样办理？` },
    ...aReader(),
    ...{ channel: 'desk', isRepeat: Math.random() < 0.1, at: new Date(at).toISOString() },
    // Every other one is about one of ten districts.
    ...(Math.random() < 0.5 ? { district: `unit-${n % 10}` } : {}),
  }
}

async function fill(): Promise<string> {
  const atOnce = 5_000
  for (let done = 0; done < views; done += atOnce) {
    const count = Math.min(atOnce, views - done)
    const at = (n: number) => now - days * day + ((done + n) / views) * days * day
    const rows = Array.from({ length: count }, (_, n) => aView(at(n)))
    const req = await createLocalReq({}, payload)
    await inTransaction(req, () => putRows({ req, collection: 'views', rows }))
  }
  return `${views} rows`
}

/** Each entry as the register has it, so that 阅读次数 and heat are written too. */
async function fillRegister(): Promise<string> {
  const rows = Array.from({ length: entries }, (_, n) => ({
    ...{
      id: `entry-${n}`,
      number: numberOf(n),
      title: `第${n}条怎样办理？`,
      unit: `unit-${n % 50}`,
    },
    ...{ library: 'knowledge', state: 'approved', revision: 1, lock: 1 },
  }))
  for (let at = 0; at < entries; at += 1_000) {
    const req = await createLocalReq({}, payload)
    const some = rows.slice(at, at + 1_000)
    await inTransaction(req, () => putRows({ req, collection: 'register', rows: some }))
  }
  return `${entries} rows`
}

const note = 20_000

async function noteViews(): Promise<string> {
  for (let n = 0; n < note; n += 1) {
    const { id: _id, isRepeat: _isRepeat, at: _at, ...view } = aView(now)
    noteView(payload, view as Parameters<typeof noteView>[1])
  }
  await flushViews(payload)
  return `${note} noted and on record`
}

async function noteSearches(): Promise<string> {
  const shown = Array.from({ length: 20 }, (_, n) => numberOf(n))
  for (let n = 0; n < note; n += 1) {
    const who = { reader: `person-${n % 300}`, readerName: '某人', unit: `unit-${n % 20}` }
    const asked = { text: `怎样办理第${n}项`, filters: {}, page: 1, found: 20, isTrial: false }
    noteShown(payload, { ...asked, ...who, channel: 'desk', shown })
    if (n % 1_000 === 0) await flushSearches(payload)
  }
  await flushSearches(payload)
  return `${note} noted and on record`
}

/** What the note alone costs, beside a server that answers a POST and does nothing else: no session, no question, no entry. */
async function bare(): Promise<string> {
  const shown = Array.from({ length: 20 }, (_, n) => numberOf(n))
  const who = { reader: 'person-1', readerName: '某人', channel: 'desk' } as const
  const search = { text: '怎样办理？', filters: {}, page: 1, found: 20, isTrial: false }
  const rates = await bareRates({
    payload,
    works: {
      reading: () => {
        const { id: _id, isRepeat: _isRepeat, at: _at, ...view } = aView(now)
        noteView(payload, view as Parameters<typeof noteView>[1])
      },
      search: () => noteShown(payload, { ...search, ...who, shown }),
      use: () => {
        const n = anEntry()
        const use = { entry: `entry-${n}`, number: numberOf(n), title: '怎样办理？', revision: 1 }
        return recordUse(payload, { ...use, ...who })
      },
    },
  })
  return rates.map(({ what, rate, share }) => toldOf(what, rate, share)).join(', ')
}

const toldOf = (what: string, rate: number, share: number) =>
  `${what} ${Math.round(rate)} (${(share * 100).toFixed(0)} %)`

async function throughTheFront(): Promise<string> {
  const turns = await acknowledged(payload)
  return turns.map(({ what, rate, share }) => toldOf(what, rate, share)).join(', ')
}

const centre = {
  id: 'person-1',
  name: '中心',
  roles: ['centre'],
  unit: 'centre',
} as unknown as Actor
const pages = { page: 1 }

await measured('fill', fill)
await measured('fill the register', fillRegister)
await measured('fill their lives', () => fillLife(payload, entries, now))
await measured('readings noted', noteViews)
await measured('searches noted', noteSearches)
await measured('acknowledged through the front, a second', throughTheFront)
await measured('noted alone beside a bare POST, a second', bare)
await measured('what is usual, of eight weeks', async () => {
  await workUpHours(payload)
  return `${await countRows(payload, { collection: 'usualHours' })} means`
})
await measured('unusual demand of the last hour', async () => {
  const found = await findUnusual(payload, new Date(Date.now() + 1))
  return `${found.length} found`
})
await measured('count a year anew', async () => {
  const counted = await recount(payload)
  return `${counted} days, ${await countRows(payload, { collection: 'dayCounts' })} counts`
})
await measured('settle searches', async () => {
  await settleSearches(payload, new Date(Date.now() + day))
  return `${note} settled`
})
await measured('what was shown in a day', async () => {
  await countShown(payload, dayOf(new Date(now)))
  return `${await countRows(payload, { collection: 'dayShows' })} entries`
})
await measured('hotspots', async () => {
  const hot = await readHot(payload, { now: new Date() })
  return `${hot.length} in order`
})
await measurePeriods(payload, centre, measured)
await measured(
  'a page of 浏览记录',
  async () => `${(await readViews(payload, centre, pages)).total} rows`,
)
await measured(
  'a page of 检索记录',
  async () => `${(await readSearches(payload, centre, pages)).total} rows`,
)

print(`\n${env.databaseUrl.startsWith('file:') ? 'SQLite' : 'MongoDB wire'}, ${machine()}\n`)
printTable(
  ['what', 'told', 'seconds', 'stood still at most, ms'],
  figures.map(({ what, told, seconds, worst }) => [
    what,
    told,
    seconds.toFixed(2),
    worst.toFixed(0),
  ]),
)
await (
  payload.db as { connection?: { dropDatabase: () => Promise<unknown> } }
).connection?.dropDatabase()
process.exit(0)
