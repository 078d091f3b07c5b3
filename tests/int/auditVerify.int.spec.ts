import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { createClient } from '@libsql/client'
import { freshData, runScript } from '../server/run'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-tampered-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const verify = (dataDir: string, ...args: string[]) =>
  runScript('run', ['audit:verify', ...args], { ZHIKU_DATA_DIR: dataDir })

/** As somebody who got hold of the database, and of nothing else. */
async function tampered(statements: string[]): Promise<string> {
  const dataDir = mkdtempSync(join(folder, 'data-'))
  cpSync(freshData, dataDir, { recursive: true })
  const client = createClient({ url: `file:${join(dataDir, 'zhiku.db')}` })
  for (const statement of statements) await client.execute(statement)
  client.close()
  return dataDir
}

describe('npm run audit:verify', () => {
  it('8.26 finds nothing in a log nobody touched, and prints its head to be noted', async () => {
    const dataDir = await tampered([])
    const { code, output } = await verify(dataDir)
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/✓ 审计日志完整.*whole and unchanged/),
    ])
    const [head = ''] = /\d+:[0-9a-f]{64}/.exec(output) ?? []
    expect((await verify(dataDir, head)).code).toBe(0)
    const other = await verify(dataDir, head.replace(/^\d+/, '5'))
    expect([other.code, other.output]).toEqual([1, expect.stringContaining('Row 5 is not as it')])
  })

  it.each([
    [
      'changed: another person',
      [`UPDATE audit SET by_name = '别人' WHERE seq = 40`],
      /第 40 \(.*\) 条被改动.*Row 40 /,
    ],
    [
      'changed: another moment',
      [`UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 41`],
      /Row 41 \(.*\) was changed/,
    ],
    ['missing', ['DELETE FROM audit WHERE seq = 40'], /第 40 条缺失。Row 40 is missing/],
    [
      'put in between',
      [
        `INSERT INTO audit SELECT 'x', action, by, by_name, subject, subject_name, revision, details, at, seq + 0.5, hash, hash FROM audit WHERE seq = 40`,
      ],
      /第 40.5 \(x\) 条是插入的/,
    ],
    [
      'exchanged',
      [
        'UPDATE audit SET seq = -1 WHERE seq = 40',
        'UPDATE audit SET seq = 40 WHERE seq = 41',
        'UPDATE audit SET seq = 41 WHERE seq = -1',
      ],
      /Row 40 \(.*\) was changed[^]*Row 41 \(.*\) was changed/,
    ],
    [
      'cut off, the head set back',
      [
        'DELETE FROM audit WHERE seq > 40',
        `UPDATE counters SET value = 40, note = (SELECT json_set(note, '$.hash', (SELECT hash FROM audit WHERE seq = 40)) FROM counters WHERE id = 'audit') WHERE id = 'audit'`,
      ],
      /链头缺失或被改动/,
    ],
    ['cut off', ['DELETE FROM audit WHERE seq > 40'], /末尾的第 41–\d+ 条被截去/],
    [
      'emptied, as if it were new',
      ['DELETE FROM audit', `DELETE FROM counters WHERE id = 'audit'`],
      /没有审计记录.*has no line in the log/,
    ],
  ])('8.27 names what was %s', async (_, statements, told) => {
    const { code, output } = await verify(await tampered(statements))
    expect(output).toMatch(told)
    expect(code).toBe(1)
  })

  it('8.28 knows the log again after the secret was changed, if it is told the former one', async () => {
    const dataDir = await tampered([])
    const run = (env: Record<string, string>, command: string) =>
      runScript('run', [command], { ZHIKU_DATA_DIR: dataDir, ...env })
    const former = readFileSync(join(dataDir, 'secret'), 'utf8').trim()
    const present = { ZHIKU_SECRET: 'y'.repeat(40) }
    expect((await run(present, 'audit:verify')).code).toBe(1)
    const both = { ...present, ZHIKU_FORMER_SECRETS: former }
    expect((await run(both, 'audit:verify')).code).toBe(0)
    await run(both, 'password')
    expect((await run(both, 'audit:verify')).code).toBe(0)
    expect((await run({ ZHIKU_SECRET: former }, 'audit:verify')).code).toBe(1)
  })
})
