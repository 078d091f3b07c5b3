import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { percentile } from './measures'
import { print, printTable } from './print'
import { approving } from './search/approving'
import { removeIndices } from './search/elasticsearch'
import { filledCity } from './search/filledCity'
import { engineName, machine } from './search/machine'
import { startZhiku } from './search/processes'

// `npm run bench:index`: how long an index takes to be made from the database, what it takes up, and how long
// an entry is approved before it is found, over HTTP and in a running server.
const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '20000' },
    approvals: { type: 'string', default: '20' },
    json: { type: 'string' },
  },
})

const about = { engine: engineName, ...(await machine()) }
const city = await filledCity(Number(values.entries))
const zhiku = await startZhiku(city.dataDir)
const milliseconds: number[] = []
const approveOne = await approving(zhiku.url)
for (let at = 0; at < Number(values.approvals); at += 1) milliseconds.push(await approveOne())
await zhiku.end()
city.remove()

const [p50, p95] = [0.5, 0.95].map((share) => percentile(milliseconds, share))
const found = { approvals: milliseconds.length, p50, p95, most: Math.max(...milliseconds) }
const report = { ...about, made: city.made, approvedToFoundMs: found }
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
show()
await removeIndices()
process.exit(0)

function show(): void {
  const { entries, entriesPerSecond, megabytesOnDisk, megabytesBefore, megabytesAtMost } = city.made
  print(`${about.engine}; ${about.processor}, ${about.gigabytes} GB`)
  print(
    Object.entries(about.versions)
      .map((each) => each.join(' '))
      .join(', '),
  )
  const of = (figure: number | null | undefined) => figure?.toFixed(0) ?? '–'
  printTable(
    ['what', 'unit', 'figure'],
    [
      ['entries', '', String(entries)],
      ['rebuild', 'entries/s', of(entriesPerSecond)],
      ['index on disk', 'MB', of(megabytesOnDisk)],
      ['memory of the process before', 'MB', of(megabytesBefore)],
      ['memory of the process at most', 'MB', of(megabytesAtMost)],
      [`approved → found, p50 of ${found.approvals}`, 'ms', of(p50)],
      ['approved → found, at most', 'ms', of(found.most)],
    ],
  )
}
