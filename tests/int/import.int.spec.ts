import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { copyData } from '../server/database.mjs'
import { password } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import { commandEnv, freshData, runScript, servedData } from '../server/run'
import { line } from '../unit/import/sampleRow'

// Each command is a process of its own, which takes seconds to start where the cores are busy.
jest.setTimeout(240_000)

type Docs = { docs: Record<string, unknown>[]; totalDocs: number }
type Hits = { hits: { title: string; unit: { name: string } }[] }

const folder = mkdtempSync(join(tmpdir(), 'zhiku-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A made-up file of a department nobody else has; rows are told apart by their code. */
function source(name: string) {
  const tag = randomUUID().slice(0, 6)
  const department = `甲省${name}${tag}局`
  const row = (code: string, fields: object = {}) =>
    line({ TASK_CODE: `${tag}-${code}`, ORGCODE: tag, DEPT_NAME: department, ...fields })
  return { tag, department, row }
}

function write(name: string, lines: string[]): string {
  const file = join(folder, name)
  writeFileSync(file, lines.join('\n'))
  return file
}

const run = (command: string, args: string[], ZHIKU_DATA_DIR = servedData) =>
  runScript('run', [command, ...args], { ZHIKU_DATA_DIR })

/** Presses Ctrl-C at the first sign of progress. */
async function stopEarly(command: string, file: string): Promise<void> {
  const child = spawn(process.execPath, ['scripts/run.mjs', command, file], {
    env: { ...process.env, ...commandEnv(servedData) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.once('data', () => child.kill('SIGINT'))
  await new Promise((ended) => child.once('close', ended))
}

/** Lets an account of the import sign in, as the operator does for the unit. */
async function letIn(username: string): Promise<Person> {
  const operator = await as('operator')
  const { body } = await operator.get<Docs>(
    `/api/users?where[username][equals]=${username}&depth=0`,
  )
  const { status } = await operator.patch(`/api/users/${String(body.docs[0]?.id)}`, {
    isActive: true,
    password,
  })
  expect(status).toBe(200)
  return as(username)
}

async function eventually<T>(ask: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> {
  for (const until = Date.now() + 20_000; Date.now() < until; await pause(200)) {
    const value = await ask()
    if (isDone(value)) return value
  }
  return ask()
}

describe('an import beside the running server', () => {
  const { tag, department, row } = source('茶业')
  const rows = [
    row('1', { TASK_NAME: `${tag}茶叶提价申报` }),
    row('2', { TASK_NAME: `${tag}茶树种植查询`, TASK_TYPE_TEXT: '公共服务' }),
    row('3', { TASK_TYPE_TEXT: '茶话会' }),
    '{"TASK_CODE":',
    row('1'),
  ]
  let first: Awaited<ReturnType<typeof run>>

  beforeAll(async () => {
    first = await run('import', [write('tea.ndjson', rows), '--submit'])
  })

  it('takes the good rows and names the others by line, code and reason', () => {
    expect(first.output).toContain('Created 2')
    expect(first.output).toContain('submitted 2')
    expect(first.output).toMatch(new RegExp(`line 3 +${tag}-3 .*Unknown kind of item: 茶话会`))
    expect(first.output).toMatch(/line 4 .*This is not valid JSON/)
    expect(first.output).toMatch(new RegExp(`line 5 +${tag}-1 .*same TASK_CODE as in line 1`))
    expect(first.code).toBe(1)
  })

  it('makes accounts for the new unit that cannot sign in', async () => {
    for (const role of ['editor', 'approver']) {
      const username = `import-${tag}-${role}`
      const operator = await as('operator')
      const { body } = await operator.get<Docs>(`/api/users?where[username][equals]=${username}`)
      expect(body.docs[0]).toMatchObject({ roles: [role], isActive: false })
      const { status } = await anyone().post('/api/users/login', { username, password })
      expect(status).toBe(401)
    }
  })

  it('changes nothing when run again', async () => {
    const second = await run('import', [write('again.ndjson', rows.slice(0, 2)), '--submit'])
    expect(second.output).toContain('Created 0, updated 0, unchanged 2')
    expect(second.output).toContain('new units 0, submitted 0')
    expect(second.code).toBe(0)
  })

  it('is found by an agent once it is approved', async () => {
    expect((await run('demo:approve', [])).code).toBe(0)
    const agent = await as('agent')
    const query = encodeURIComponent(`${tag}提价申报`)
    const asked = `如何办理“${tag}茶叶提价申报”？`
    const { hits } = await eventually(
      async () => (await agent.get<Hits>(`/api/search?q=${query}`)).body,
      ({ hits }) => hits.some(({ title }) => title === asked),
    )
    expect(hits[0]?.title).toBe(asked)
    expect(JSON.stringify(hits[0]?.unit)).toContain(department)
  })

  it('begins a revision of what is approved: its text stays online until that is approved', async () => {
    const changed = row('1', { TASK_NAME: `${tag}茶叶提价申报`, consult_phone: '0999-8000000' })
    const { output } = await run('import', [write('approved.ndjson', [changed])])
    expect(output).toContain('updated 1')
    const agent = await as('agent')
    const query = encodeURIComponent(`${tag}提价申报`)
    const { body } = await agent.get<Hits>(`/api/search?q=${query}`)
    expect(body.hits[0]?.title).toBe(`如何办理“${tag}茶叶提价申报”？`)
    const centre = await as('centre')
    const { body: texts } = await centre.get<Docs>(
      `/api/knowledge?where[title][like]=${encodeURIComponent(`${tag}茶叶`)}&depth=0`,
    )
    const [revised] = texts.docs
    const opened = await centre.get(`/api/knowledge/${revised?.id}/review`)
    expect(opened.body).toMatchObject({ state: 'draft', revision: 2, liveRevision: 1 })
  })
})

describe('a source that changed', () => {
  const { tag, row } = source('渔业')
  const before = ['1', '2'].map((code) => row(code, { TASK_NAME: `${tag}养殖${code}` }))
  const after = ['1', '2'].map((code) =>
    row(code, { TASK_NAME: `${tag}养殖${code}`, consult_phone: '0999-8000000' }),
  )
  let output: string
  let texts: Record<string, unknown>[]

  beforeAll(async () => {
    await run('import', [write('fish.ndjson', before)])
    const editor = await letIn(`import-${tag}-editor`)
    const own = `/api/knowledge?where[title][like]=${encodeURIComponent(`${tag}养殖`)}&sort=number&depth=0`
    const touched = (await editor.get<Docs>(own)).body.docs[1]
    const save = { startedFrom: touched?.revision, summary: '由人改写的概要。' }
    expect((await editor.patch(`/api/knowledge/${String(touched?.id)}`, save)).status).toBe(200)
    output = (await run('import', [write('fish2.ndjson', after)])).output
    texts = (await editor.get<Docs>(own)).body.docs
  })

  it('brings what nobody touched up to date', () => {
    expect(output).toContain('updated 1')
    expect(texts[0]?.summary).toContain('0999-8000000')
  })

  it('reports what a person changed and leaves it alone', () => {
    expect(output).toMatch(new RegExp(`line 2 +${tag}-2 .*Somebody changed`))
    expect(texts[1]?.summary).toBe('由人改写的概要。')
  })

  it('is taken in once', async () => {
    const again = await run('import', [write('fish3.ndjson', after.slice(0, 1))])
    expect(again.output).toContain('Created 0, updated 0, unchanged 1')
  })
})

describe('an import that is stopped', () => {
  const { row } = source('盐业')
  const rows = Array.from({ length: 60 }, (_, at) =>
    row(String(at), { TASK_NAME: `盐田${at}审批` }),
  )
  const file = write('salt.ndjson', rows)

  it('leaves the server running, and goes on when run again', async () => {
    await stopEarly('import', file)
    const { output } = await run('import', [file])
    const [, created, unchanged] = /Created (\d+), updated 0, unchanged (\d+)/.exec(output) ?? []
    expect(Number(created) + Number(unchanged)).toBe(rows.length)
    expect((await anyone().get('/readyz')).status).toBe(200)
  })
})

describe('an import while no server runs', () => {
  it('works on the data folder itself, also from a compressed file', async () => {
    const dataDir = join(folder, 'alone')
    await copyData(freshData, dataDir)
    const { row } = source('林业')
    const file = join(folder, 'wood.ndjson.gz')
    writeFileSync(file, gzipSync([row('1'), row('2')].join('\n')))
    expect((await run('import', [file], dataDir)).output).toContain('Created 2')
    expect((await run('import', [file], dataDir)).output).toContain(
      'Created 0, updated 0, unchanged 2',
    )
  })
})

describe('a file that cannot be read whole', () => {
  const { tag, row } = source('矿业')

  it('imports nothing of a broken archive', async () => {
    const file = join(folder, 'broken.ndjson.gz')
    const whole = gzipSync(Array.from({ length: 50 }, (_, at) => row(String(at))).join('\n'))
    writeFileSync(file, whole.subarray(0, whole.length - 20))
    const { code, output } = await run('import', [file])
    expect(output).toContain('The archive is broken')
    expect(code).toBe(1)
    const centre = await as('centre')
    const { body } = await centre.get<Docs>(`/api/nodes?where[name][like]=${tag}`)
    expect(body.totalDocs).toBe(0)
  })

  it('says so where there is none', async () => {
    const { code, output } = await run('import', [join(folder, 'nowhere.ndjson')])
    expect(output).toContain('There is no such file')
    expect(code).toBe(1)
  })

  it('tells how it is used where no file is named', async () => {
    const { code, output } = await run('import', ['--submit'])
    expect(output).toContain('Usage: npm run import')
    expect(code).toBe(2)
  })
})
