import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { controlPath } from '@/jobs/askServer'
import { copyData } from '../server/database.mjs'
import { password } from '../server/launch.mjs'
import { anyone, as } from '../server/people'
import { freshData, runScript, servedData } from '../server/run'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-commands-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const copied = async (name: string) => {
  const dataDir = join(folder, name)
  await copyData(freshData, dataDir)
  return dataDir
}

describe.each([
  ['while a server runs', async () => servedData],
  ['while none runs', () => copied('alone')],
])('a command %s', (_, dataDir) => {
  it('does its work and says so', async () => {
    const { code, output } = await runScript('run', ['doctor'], { ZHIKU_DATA_DIR: await dataDir() })
    expect(output).toContain('No violation')
    expect(code).toBe(0)
  })

  it('makes the index anew', async () => {
    const { code, output } = await runScript('run', ['reindex'], {
      ZHIKU_DATA_DIR: await dataDir(),
    })
    expect(output).toMatch(/The index was made anew: \d{2,}/)
    expect(code).toBe(0)
  })

  it('fails where its work fails', async () => {
    const { code, output } = await runScript('run', ['password', 'nobody'], {
      ZHIKU_DATA_DIR: await dataDir(),
    })
    expect(output).toContain('There is no account nobody')
    expect(code).toBe(1)
  })

  it('is refused where there is no such command', async () => {
    const { code, output } = await runScript('run', ['dance'], { ZHIKU_DATA_DIR: await dataDir() })
    expect(output).toContain('No such command: dance')
    expect(code).toBe(2)
  })
})

describe('npm run password', () => {
  it('gives an account a new password in the running server, to be changed', async () => {
    const { output } = await runScript('run', ['password', 'staff'], { ZHIKU_DATA_DIR: servedData })
    const [, random] = /^staff +(\S+)/m.exec(output) ?? []
    const { status, body } = await anyone().post<{ user: Record<string, unknown> }>(
      '/api/users/login',
      { username: 'staff', password: random },
    )
    expect(status).toBe(200)
    expect(body.user.mustChangePassword).toBe(true)

    const operator = await as('operator')
    const asBefore = { password, mustChangePassword: false }
    const given = await operator.patch(`/api/users/${String(body.user.id)}`, asBefore)
    expect(given.status).toBe(200)
  })
})

describe('without a database', () => {
  it('a command makes none', async () => {
    const ZHIKU_DATA_DIR = join(folder, 'none')
    const { code, output } = await runScript('run', ['doctor'], { ZHIKU_DATA_DIR })
    expect(output).toContain('run npm start first')
    expect(code).toBe(1)
  })
})

describe('with settings that cannot be taken', () => {
  it('a command says in a sentence what to set', async () => {
    const { code, output } = await runScript('run', ['doctor'], { PORT: 'harbour' })
    expect(output.trim()).toBe(
      'PORT 须是 1 至 65535 的整数。PORT must be a whole number from 1 to 65535.',
    )
    expect(code).toBe(1)
  })
})

describe('the way to the running server', () => {
  it('is open to its owner only', () => {
    expect(statSync(controlPath(servedData)).mode & 0o777).toBe(0o600)
  })

  it('stays short enough for a socket in a deep folder', () => {
    expect(Buffer.byteLength(controlPath(`/${'深'.repeat(80)}`))).toBeLessThan(100)
  })
})
