import { cpus, totalmem } from 'node:os'
import { getPayload, type Endpoint, type Payload, type SanitizedConfig } from 'payload'
import config from '../payload.config'
import { actorOf } from '@/access/actor'
import { readUnits } from '@/workflow/tree/readUnits'
import { env } from '@/env'
import type { User } from '@/payload-types'
import { libraryEndpoints } from '@/workflow/step/endpoints'
import { worklistEndpoint } from '@/workflow/reviewing/worklist'
import packageFile from '../package.json'
import { askList, requestOf, type Query } from './lists/asking'
import { fill, type Filled } from './lists/fill'
import { percentile } from './measures'
import { print, printTable } from './print'

const [entries, isJson] = argumentsOf(process.argv.slice(2))
const rounds = 30
/** As many as one request takes. */
const batch = 200

type Figure = { what: string; p50: number; p95: number; rows: number }

const quiet = { options: { level: 'error' } } as unknown as SanitizedConfig['logger']
const payload = await getPayload({ config: { ...(await config), logger: quiet } })
const city = await fill(payload, entries)
const figures: Figure[] = []
for (const [what, ask] of questions(payload, city)) {
  const figure = await measured(what, ask)
  figures.push(figure)
  if (!isJson) print(`${what}: p50 ${figure.p50} ms, p95 ${figure.p95} ms`)
}
const submits = await submitAll(payload, city)
const report = {
  entries,
  database: env.databaseUrl.startsWith('file:') ? 'SQLite' : 'MongoDB wire',
  machine: `${cpus()[0]?.model.trim()} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB`,
  versions: { node: process.version, payload: packageFile.dependencies.payload },
  milliseconds: figures,
  submits,
}
if (isJson) print(JSON.stringify(report, null, 2))
else show()
await (
  payload.db as { connection?: { dropDatabase: () => Promise<unknown> } }
).connection?.dropDatabase()
process.exit(0)

function questions(of: Payload, { editor, approver, centre, unit }: Filled) {
  const list = (user: User, query: Query) => () => askList(of, user, query)
  const work = (user: User, query: Query) => () => askEndpoint(of, worklistEndpoint, user, query)
  const waiting = { state: 'pending', sort: 'stateSince' }
  return [
    ['list: all, the editor', list(editor, {})],
    ['list: drafts', list(editor, { state: 'draft', sort: '-stateSince' })],
    ['list: waiting, the approver', list(approver, waiting)],
    ['list: a category, page 100', list(editor, { category: 'services', page: '100' })],
    ['list: words', list(editor, { search: '第4321项' })],
    ['list: one unit, the centre', list(centre, { unit, ...waiting })],
    ['worklist: all', work(editor, {})],
    ['worklist: waiting', work(approver, { state: 'pending' })],
    ['worklist: page 200', work(editor, { page: '200' })],
    ['units: all, the centre', async () => (await readUnits(of, actorOf(centre)!)).length],
  ] as const
}

async function askEndpoint(of: Payload, { handler }: Endpoint, user: User, query: Query) {
  const answer = await handler(await requestOf(of, user, { query }))
  return ((await answer.json()) as { docs: unknown[] }).docs.length
}

async function measured(what: string, ask: () => Promise<number>): Promise<Figure> {
  const times: number[] = []
  let rows = await ask()
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    rows = await ask()
    times.push(performance.now() - begun)
  }
  const at = (share: number) => Math.round(percentile(times, share) * 10) / 10
  return { what, p50: at(0.5), p95: at(0.95), rows }
}

/** 500 drafts are submitted through the endpoint, as many in one request as it takes; each has its own result. */
async function submitAll(of: Payload, { editor, drafts }: Filled) {
  const submit = libraryEndpoints('knowledge').find(({ path }) => path === '/submit')!
  const begun = performance.now()
  const results: { ok: boolean }[] = []
  for (let at = 0; at < drafts.length; at += batch) {
    const items = drafts.slice(at, at + batch).map((id) => ({ id, revision: 1 }))
    const answer = await submit.handler(await requestOf(of, editor, { body: { items } }))
    results.push(...((await answer.json()) as { results: { ok: boolean }[] }).results)
  }
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  const done = results.filter(({ ok }) => ok).length
  return { sent: drafts.length, results: results.length, done, seconds }
}

function show(): void {
  print(`${report.database}, ${entries} entries in one unit; ${report.machine}`)
  print(`Node ${report.versions.node}, Payload ${report.versions.payload}\n`)
  printTable(
    ['what', 'unit', 'p50', 'p95', 'rows'],
    figures.map(({ what, p50, p95, rows }) => [what, 'ms', ...[p50, p95, rows].map(String)]),
  )
  const { sent, results, done, seconds } = submits
  print(`\n${sent} submits: ${results} results, ${done} done, ${seconds} s`)
}

function argumentsOf(given: string[]): [number, boolean] {
  const at = given.indexOf('--entries')
  const count = at < 0 ? 5_000 : Number(given[at + 1])
  if (!Number.isInteger(count) || count < 500) throw new Error('--entries takes 500 or more.')
  return [count, given.includes('--json')]
}
