import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, jest } from '@jest/globals'
import { as } from '../server/people'
import { runScript, servedData } from '../server/run'

// Each command is a process of its own, which takes seconds to start where the cores are busy.
jest.setTimeout(240_000)

const folder = mkdtempSync(join(tmpdir(), 'zhiku-import-sheet-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (command: string, args: string[]) =>
  runScript('run', [command, ...args], { ZHIKU_DATA_DIR: servedData })

describe('a sheet of questions and answers', () => {
  const tag = randomUUID().slice(0, 6)
  const unit = `市${tag}局`
  const head = '问答标题,问答答案,问答提供部门,公开'
  const lines = [`如何办${tag}？,到窗口。,${unit},`, `,到窗口。,${unit},`]
  const file = join(folder, 'sheet.csv')
  writeFileSync(file, [head, ...lines].join('\n'))

  it('is looked at, and written only with --yes', async () => {
    const { code, output } = await run('import', [file])
    expect(output).toContain('new 1, changed 0, unchanged 0, refused 1')
    expect(output).toContain(`Units that will be made：${unit}`)
    expect(output).toMatch(/line 3 +没有标题。There is no title\./)
    expect(code).toBe(0)
    const centre = await as('centre')
    const { body } = await centre.get<{ totalDocs: number }>(`/api/nodes?where[name][like]=${tag}`)
    expect(body.totalDocs).toBe(0)
  })

  it('becomes drafts of its units, submitted where asked, and changes nothing again', async () => {
    const first = await run('import', [file, '--submit', '--yes'])
    expect(first.output).toContain('submitted 1')
    expect(first.code).toBe(1)
    const second = await run('import', [file, '--submit', '--yes'])
    expect(second.output).toContain('new 0, changed 0, unchanged 1, refused 1')
  })

  it('is not understood with other words', async () => {
    const { code, output } = await run('import', [file, '--public', 'maybe'])
    expect([code, output]).toEqual([2, expect.stringContaining('Usage: npm run import')])
  })
})
