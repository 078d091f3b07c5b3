import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { login, openSmallDatabase, times } from '../workflow/audit/smallDatabase'

let log: Awaited<ReturnType<typeof openSmallDatabase>>
beforeAll(async () => {
  log = await openSmallDatabase()
})
beforeEach(() => log.empty())
afterAll(() => log.close())

describe('npm run audit:verify', () => {
  beforeEach(async () => {
    for (const n of times(6)) await log.append(login(n))
  })

  it.each([
    [
      'a changed row',
      `UPDATE audit SET by_name = '别人' WHERE seq = 3`,
      /第 3 \(.*\) 条被改动.*Row 3 \(.*\) was changed/,
    ],
    ['a missing row', `DELETE FROM audit WHERE seq = 3`, /第 3 条缺失.*Row 3 is missing/],
    ['a cut-off tail', `DELETE FROM audit WHERE seq > 4`, /第 5–6 条被截去.*Row 5–6 was cut off/],
    [
      'an inserted row',
      `INSERT INTO audit SELECT 'new', action, by, by_name, subject, subject_name, revision, details, at, 3.5, previous, hash FROM audit WHERE seq = 3`,
      /第 3.5 \(new\) 条是插入的.*Row 3.5 \(new\) was inserted/,
    ],
    ['an emptied log', `DELETE FROM audit`, /第 1–6 条被截去/],
  ])('names %s', async (_, tampering, told) => {
    expect(await log.verify()).toMatchObject({ exitCode: 0 })
    await log.sql(tampering)
    const { exitCode, output } = await log.verify()
    expect(output).toMatch(told)
    expect(exitCode).toBe(1)
  })

  it('finds a row that hides behind the end of a page under the number of another', async () => {
    await log.append(...times(494).map(login))
    await log.sql('DROP INDEX audit_seq_idx')
    const columns = 'action, by, by_name, subject, subject_name, revision, details, at, seq'
    await log.sql(
      `INSERT INTO audit SELECT 'new', ${columns}, previous, hash FROM audit WHERE seq = 500`,
    )
    const { exitCode, output } = await log.verify()
    await log.sql(`DELETE FROM audit WHERE id = 'new'`)
    await log.sql('CREATE UNIQUE INDEX audit_seq_idx ON audit (seq)')
    expect([exitCode, output]).toEqual([1, expect.stringContaining('share a number')])
  })
})
