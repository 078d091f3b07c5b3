import { monitorEventLoopDelay } from 'node:perf_hooks'
import { getPayload, type PayloadRequest, type SanitizedConfig } from 'payload'
import config from '../payload.config'
import { ensureCounters } from '@/workflow/counters'
import { findBatch, columnsIn } from '@/workflow/importing/batch'
import { planBatch } from '@/workflow/importing/plan'
import { countsOf } from '@/workflow/importing/shown'
import { startBatch, takeBackBatch } from '@/workflow/importing/startBatch'
import { requestAs } from '@/workflow/requestAs'
import { takeSheet } from '@/workflow/importing/upload'
import { workOnImports } from '@/workflow/importing/work'
import { machine } from './machine'
import { print, printTable } from './print'

/** `npm run bench:import -- [rows]`: a sheet of a whole city, from the upload to the drafts that wait. */
const rows = Number(process.argv[2] ?? 5_000)
const units = 20

const quiet = { options: { level: 'error' } } as unknown as SanitizedConfig['logger']
const payload = await getPayload({ config: { ...(await config), logger: quiet } })
await ensureCounters(payload)
for (let n = 0; n < units; n += 1) {
  const data = { name: `市第${n}局`, kind: 'department' as const, form: 'municipal' as const }
  await payload.create({ collection: 'nodes', overrideAccess: true, depth: 0, data })
}
const centre = await payload.create({
  ...{ collection: 'nodes', overrideAccess: true, depth: 0 },
  data: { name: '热线中心', kind: 'department', form: 'municipal', isCentre: true },
})
const person = {
  id: 'zx',
  name: '中心',
  username: 'zx',
  unit: centre.id,
  roles: ['centre'] as const,
}
await payload.db.create({ collection: 'users', data: { ...person, isActive: true } })
const req: PayloadRequest = await requestAs(payload, person.id)

const headings = ['问答标题', '问答答案', '相似问法', '关键词', '问答提供部门', '类目路径']
const things = [
  '居住证',
  '社保卡',
  '公积金',
  '营业执照',
  '食品许可',
  '高龄津贴',
  '残疾证',
  '出生证',
]
const doings = ['如何补办', '如何申领', '到哪里变更', '多久能办好', '怎么注销', '要什么材料']
const sheet = Array.from({ length: rows }, (_, n) => [
  `${doings[n % doings.length]}${things[n % things.length]}第${n}类？`,
  `携带身份证和申请表到第${n}号窗口办理，五个工作日内办结。`.repeat(1 + (n % 4)),
  `${things[n % things.length]}第${n}类怎么弄`,
  `${things[n % things.length]}，第${n}类`,
  `市第${n % units}局`,
  '公共服务',
])
const bytes = Buffer.from([headings, ...sheet].map((row) => row.join(',')).join('\n'))

const figures: string[][] = []
async function feel(what: string, work: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  let most = 0
  const before = process.memoryUsage().rss
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 200)
  delay.enable()
  const begun = performance.now()
  await work()
  const seconds = (performance.now() - begun) / 1_000
  delay.disable()
  clearInterval(timer)
  // The clock of the measure itself is 5 ms wide.
  const [p50, p99, max] = [delay.percentile(50), delay.percentile(99), delay.max].map((ns) =>
    (ns / 1e6 - 5).toFixed(0),
  )
  const memory = Math.max(0, (most - before) / 2 ** 20).toFixed(0)
  figures.push([what, seconds.toFixed(1), String(p50), String(p99), String(max), memory])
}

let id = ''
const batch = async () => {
  const found = await findBatch(req, id)
  if (!found) throw new Error('There is no batch.')
  return found
}
const by = { id: person.id, name: person.name }
await feel('read', async () => {
  id = await takeSheet({ req, library: 'knowledge', name: 'city.csv', bytes, by, unit: null })
})
await feel('dry run', async () => {
  const columns = columnsIn(await batch())
  const options = { submit: true, openToUnits: 'yes', openToPublic: 'yes' }
  await planBatch(req, await batch(), { columns, options })
  await workOnImports(payload)
})
await feel('write, submit', async () => {
  await startBatch(req, await batch(), { overwrite: 'none' })
  await workOnImports(payload)
})
const counts = await countsOf(req, id)
await feel('take back', async () => {
  await takeBackBatch(req, await batch())
  await workOnImports(payload)
})
print(`${rows} rows, ${units} units; ${machine()}`)
print(JSON.stringify(counts))
printTable(['', 's', 'p50 ms', 'p99 ms', 'max ms', '+ MB'], figures)
process.exit(0)
