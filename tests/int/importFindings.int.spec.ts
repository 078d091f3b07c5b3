import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, jest } from '@jest/globals'
import { as } from '../server/people'
import { runScript, servedData } from '../server/run'
import { line } from '../unit/import/sampleRow'
import type { Body } from './answers'

// A command is a process of its own, which takes seconds to start where the cores are busy.
jest.setTimeout(240_000)

const folder = mkdtempSync(join(tmpdir(), 'zhiku-findings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('an import of service items', () => {
  it('23.8 counts by line what is to be looked at, and submits nothing that holds a number of a person', async () => {
    const tag = randomUUID().slice(0, 6)
    const row = (code: string, consult_phone: string) =>
      line({
        ...{ TASK_CODE: `${tag}-${code}`, ORGCODE: tag, DEPT_NAME: `甲省茶业${tag}局` },
        ...{ TASK_NAME: `${tag}茶园登记${code}`, consult_phone },
      })
    const file = join(folder, 'tea.ndjson')
    writeFileSync(file, [row('1', '0319-3012345'), row('2', '13812345678')].join('\n'))
    const env = { ZHIKU_DATA_DIR: servedData }
    const { output } = await runScript('run', ['import', file, '--submit'], env)
    expect(output).toMatch(/疑似手机号 mobile number：\d 处，1 行 rows（2(?:×\d)?）/)
    expect(output).not.toContain('13812345678')

    const centre = await as('centre')
    const titled = encodeURIComponent(`${tag}茶园登记2`)
    const { body } = await centre.get<Body>(`/api/knowledge?where[title][like]=${titled}&depth=0`)
    const past = await centre.get<Body>(`/api/knowledge/${body.docs[0]?.id}/history`)
    expect(past.body.docs).toEqual([])
    expect(output).toMatch(/提交审批 1。/)
    expect(output).toContain('1 条含疑似个人号码，存为草稿、未提交')
  })
})
