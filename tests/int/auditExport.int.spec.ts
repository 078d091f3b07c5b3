import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal } from './answers'
import { foundCity, openAccount, unique } from './city'
import { submit, write } from './entries'
import { lastLine } from './log'

let city: Awaited<ReturnType<typeof foundCity>>
let auditor: Person
beforeAll(async () => {
  city = await foundCity()
  auditor = await as('auditor')
}, 180_000)

/** The rows of the file, its head left out. */
async function exported(asked: Record<string, string>): Promise<string[]> {
  const answer = await auditor.fetch(`/api/audit/export?${new URLSearchParams(asked)}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [head = '', ...lines] = new TextDecoder().decode(bytes).trimEnd().split('\r\n')
  expect(head).toMatch(/^序号,时间（北京时间）,事项,操作人,对象,版本,详情,校验值$/)
  return lines
}

describe('the export of the log', () => {
  it('8.30 holds what it is narrowed to, in words, newest first, and is on record', async () => {
    const { editor, bureau } = city
    const entry = await submit(editor, await write(editor, bureau))
    const lines = await exported({ action: 'knowledge.*', search: entry.number })
    expect(lines.map((line) => line.split(',')[2])).toEqual(['知识库·提交审批', '知识库·新增'])
    expect(lines[0]).toContain('原状态：未提交；新状态：审批中；凭证：')
    expect(await lastLine()).toMatchObject({
      ...{ action: 'audit.export', by: auditor.id },
      details: { action: 'knowledge.*', search: entry.number },
    })
    expect(await exported({ search: `没有${unique()}` })).toEqual([])
  })

  it('8.31 makes harmless what a spreadsheet would compute', async () => {
    const name = `=HYPERLINK("${unique()}")`
    const { body } = await openAccount({ unit: city.bureau.id, roles: ['staff'], name })
    await as(String(body.doc.username))
    const [line = ''] = await exported({ action: 'users.login', person: name })
    expect(line).toContain(`,"'${name.replaceAll('"', '""')}",`)
  })

  it('8.32 is for who reads the log: others are refused', async () => {
    const path = '/api/audit/export'
    expect(await anyone().get(path)).toMatchObject(refusal(401, 'notSignedIn'))
    for (const person of [await as('operator'), await as('centre'), city.approver]) {
      expect(await person.get(path)).toMatchObject(refusal(403, 'notAllowed'))
    }
  })
})
