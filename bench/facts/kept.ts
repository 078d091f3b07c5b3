import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { createLocalReq, getPayload, type SanitizedConfig } from 'payload'
import config from '../../payload.config'
import { chances } from '@/seed/chances'
import { countRows, putRows } from '@/tables'
import { allContradictions } from '@/workflow/facts/contradictions'
import { followFacts, rebuildFacts } from '@/workflow/facts/keepFacts'
import { contradictionsOfEntry } from '@/workflow/facts/readFacts'
import { inTransaction } from '@/workflow/inTransaction'
import { library } from '../search/texts'

const atOnce = 500

/** What it takes to keep the facts of so many live texts in a database of its own; a row a piece of work. */
export async function measureKept(entries: number): Promise<string[][]> {
  const quiet = { options: { level: 'error' } } as unknown as SanitizedConfig['logger']
  const payload = await getPayload({ config: { ...(await config), logger: quiet } })
  const next = chances(7)
  const upTo = (most: number) => Math.floor(next() * most)
  const at = new Date(Date.now() - 60_000).toISOString()
  const req = await createLocalReq({}, payload)
  const rows = [...library(entries).texts].map(({ title, summary, text }, n) => ({
    ...{ id: `live-${n}`, entry: `entry-${n}`, slot: `entry-${n}`, isLive: true, title, summary },
    ...{ library: 'knowledge', number: `ZS${n}`, revision: 1, unit: `unit-${n % 300}` },
    ...{ unitName: `市第${n % 300}局`, openToUnits: true, openToPublic: true, approvedAt: at },
    ...{
      from: at,
      openedBy: `live-${n}`,
      changeSeq: n + 1,
      dirty: false,
      createdAt: at,
      updatedAt: at,
    },
    plain: `${text}\n\n办理时限：法定时限：20个工作日\n承诺时限：${1 + upTo(15)}个工作日\n\n收费标准：每证${upTo(9) * 10}元\n\n咨询电话：0640-8${1_000_000 + upTo(8_999_999)}\n\n监督投诉电话：0640-8${1_000_000 + upTo(8_999_999)}`,
  }))
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce)
    await inTransaction(req, () => putRows({ req, collection: 'publications', rows: some }))
  }
  // The dictionary is there once a server answers.
  await contradictionsOfEntry({ payload, audience: { sees: 'everything' }, now: new Date() }, 'ZS0')
  const figures: string[][] = []
  const measured = async (what: string, work: () => Promise<string>) => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const begun = performance.now()
    const told = await work()
    const seconds = (performance.now() - begun) / 1_000
    await pause(20)
    delay.disable()
    // The clock of the measure itself is 5 ms wide.
    const worst = Math.max(0, delay.max / 1e6 - 5)
    figures.push([what, told, seconds.toFixed(2), worst.toFixed(0)])
  }
  await measured('all read for the first time', async () => {
    await followFacts(payload)
    return `${await countRows(payload, { collection: 'facts' })} facts`
  })
  await measured('all held against their texts', async () => `${await rebuildFacts(payload)} texts`)
  await measured('all contradictions', async () => `${(await allContradictions(payload)).length}`)
  await measured('contradictions of 100 entries', async () => {
    const reading = { payload, audience: { sees: 'everything' } as const, now: new Date() }
    let found = 0
    for (let n = 0; n < 100; n += 1)
      found += (await contradictionsOfEntry(reading, `ZS${upTo(entries)}`))?.length ?? 0
    return `${found}`
  })
  await payload.destroy()
  return figures
}
