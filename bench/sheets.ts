import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { bundled } from '../scripts/bundled.mjs'
import { readSheetFile } from '@/sheets/readSheetFile'
import { writeResultSheet } from '@/sheets/writeSheet'
import { machine } from './machine'
import { print, printTable } from './print'

const headings = [
  '问答标题',
  '问答答案',
  '相似问法',
  '关键词',
  '问答提供部门',
  '内容生效时间',
  '内容失效时间',
  '类目路径(多级类目用/分隔)',
  '适用地区',
  '办理链接',
]
const text = '申请人持身份证到政务服务中心窗口办理，材料齐全的当场受理，五个工作日内办结。'

function* rowsOf(count: number) {
  for (let at = 0; at < count; at += 200) {
    yield Array.from({ length: Math.min(200, count - at) }, (_, of) => {
      const n = at + of + 1
      const cells = [
        `第${n}个事项如何办理`,
        `${n}。${text.repeat(4)}`,
        `怎么办理第${n}个事项`,
        '办理',
        '海州市政务服务局',
        '2026-01-01',
        '2027-12-31',
        `政务/第${n % 50}类`,
        '海州市',
        `https://example.org/${n}`,
      ]
      return { line: n + 1, cells }
    })
  }
}

/** How long a piece of work takes, how much memory this process takes more at most, how long its event loop stands still. */
async function measured(work: () => Promise<unknown>): Promise<string[]> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
  await pause(100)
  delay.enable()
  const begun = performance.now()
  await work()
  const seconds = (performance.now() - begun) / 1000
  delay.disable()
  clearInterval(watch)
  return [
    seconds.toFixed(1),
    ((most - before) / 2 ** 20).toFixed(0),
    (delay.percentile(99) / 1e6).toFixed(1),
    (delay.max / 1e6).toFixed(1),
  ]
}

await bundled('sheets')
print(machine())
const table: string[][] = []
for (const count of [5_000, 100_000]) {
  let file = new Uint8Array()
  const written = async () => {
    const sheet = {
      headings,
      headLine: 1,
      rows: (async function* () {
        yield* rowsOf(count)
      })(),
    }
    file = new Uint8Array(await new Response(writeResultSheet(sheet, 'xlsx')).arrayBuffer())
  }
  const name = (what: string) => `${count} rows ${what}`
  table.push([name('written'), ...(await measured(written))])
  const read = async () => {
    const { rows } = await readSheetFile(file)
    for await (const _some of rows);
  }
  table.push([name(`read (${(file.length / 2 ** 20).toFixed(1)} MB)`), ...(await measured(read))])
}
printTable(['xlsx', 'seconds', 'MB more', 'p99 ms', 'max ms'], table)
