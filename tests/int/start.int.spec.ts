import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { anyone, as } from '../server/people'
import { freshData, runScript, servedData, servedPort } from '../server/run'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm start says in a sentence', () => {
  const start = (env: Record<string, string>) =>
    runScript('start', [], { ZHIKU_DATA_DIR: join(folder, 'none'), PORT: '1', ...env })

  it.each<[string, () => Record<string, string>, RegExp]>([
    ['that the port is taken', () => ({ PORT: servedPort }), /Port \d+ is taken: set another PORT/],
    [
      'that another one uses the data folder',
      () => ({ ZHIKU_DATA_DIR: servedData, PORT: '39871' }),
      /Another Zhiku \(process \d+\) uses .*: stop it first/,
    ],
    ['that the port is no port', () => ({ PORT: 'web' }), /PORT must be a whole number/],
    [
      'that it may not write',
      () => {
        writeFileSync(join(folder, 'file'), '')
        return { ZHIKU_DATA_DIR: join(folder, 'file/data') }
      },
      /Cannot write to .*: change its permissions/,
    ],
    [
      'that the database server cannot be reached',
      () => ({ DATABASE_URL: 'mongodb://127.0.0.1:1/zhiku', PORT: '39871' }),
      /Cannot reach MongoDB at 127\.0\.0\.1:1: check DATABASE_URL/,
    ],
    [
      'which setting is wrong',
      () => ({ ZHIKU_DEMO: 'perhaps', PORT: '39871' }),
      /ZHIKU_DEMO must be yes or no/,
    ],
  ])('%s', async (_, env, sentence) => {
    const { code, output } = await start(env())
    expect(code).toBe(1)
    expect(output).toMatch(sentence)
    expect(output).not.toMatch(/\n\s+at /)
  })
})

describe('a second start', () => {
  const dataDir = join(folder, 'second')
  let first: Awaited<ReturnType<typeof launch>>
  beforeAll(async () => {
    await copyData(freshData, dataDir)
    first = await launch({ dataDir, pages: true })
  })

  it('keeps the data and shows no password', async () => {
    const editor = await as('editor', first.url)
    await editor.post('/api/payload-preferences/mark', { value: { kept: true } })
    expect(await first.stop('SIGINT')).toBe(0)

    const second = await launch({ dataDir, pages: true })
    const again = await as('editor', second.url)
    const { body } = await again.get<{ value: object }>('/api/payload-preferences/mark')
    expect(body.value).toEqual({ kept: true })
    expect(second.output()).toContain('npm run password')
    expect(await second.stop('SIGTERM')).toBe(0)
  })

  it('leaves nothing behind when stopped', () => {
    expect(existsSync(join(dataDir, 'lock'))).toBe(false)
    expect(existsSync(join(dataDir, 'control.sock'))).toBe(false)
    expect(statSync(join(dataDir, 'zhiku.db-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0)
  })
})

describe('a first start with ZHIKU_DEMO=no', () => {
  it('makes the centre and one operator, whose password is shown and must be changed', async () => {
    const env = { ZHIKU_DEMO: 'no', ZHIKU_DEMO_PASSWORD: '' }
    const server = await launch({ dataDir: join(folder, 'empty'), pages: true, env })
    // It serves a moment before it has said so.
    while (!server.output().includes('Ctrl-C')) await pause(50)
    const [, username, password] = /^ {2}(\S+) +(\S{10,}) /m.exec(server.output()) ?? []
    const { status, body } = await anyone(server.url).post<{ user: Record<string, unknown> }>(
      '/api/users/login',
      { username, password },
    )
    await server.stop()
    expect(status).toBe(200)
    expect(body.user).toMatchObject({ roles: ['operator'], mustChangePassword: true })
  })
})

describe('every answer', () => {
  it('names no other host in its policy', async () => {
    const { status, headers } = await anyone().get('/readyz')
    expect(status).toBe(200)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).not.toMatch(/https?:|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
  })
})
