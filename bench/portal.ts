import { rmSync } from 'node:fs'
import { machine, versionsOf } from './machine'
import { percentile } from './measures'
import { seenInBrowser } from './portal/inBrowser'
import { load, type Load } from './portal/load'
import { run, serving } from './portal/serving'
import { print, printTable } from './print'

/**
 * `npm run bench:portal -- [seconds]`: the citizens' pages of the demo city beside a bare static Next page, both served by
 * processes of their own on this machine and asked over HTTP. What is compared is asked in turns.
 */
const seconds = Number(process.argv[2] ?? 3)
const turns = 4
const bareDir = 'bench/portal/bare'

type Figure = { what: string; asked: string; told: string; isMet: boolean | null }
const figures: Figure[] = []

await run(['node_modules/next/dist/bin/next', 'build', bareDir], { NODE_OPTIONS: '' })
const city = { ZHIKU_DEMO: 'yes', ZHIKU_URL: '', HOST: '127.0.0.1', NODE_ENV: 'production' }
await run(['scripts/start.mjs', '--prepare-only'], city)
const bare = await serving([`${bareDir}/serve.mjs`], '/', { NODE_ENV: 'production' })
const portal = await serving(['server.mjs'], '/readyz', city)
try {
  await measureAll()
} finally {
  await portal.stop()
  await bare.stop()
  rmSync(`${bareDir}/.next`, { recursive: true, force: true })
}
show()

async function measureAll(): Promise<void> {
  const entries = await publicEntries()
  const [first] = entries
  if (!first) throw new Error('Nothing of the demo city is open to the public.')
  print(`${entries.length} answers are open to the public`)
  const entry = `/e/${first.number}`
  await compare(entry)
  await uncached(entries.map(({ number }) => number))
  await inTime('home', () => '/')
  await inTime(
    'search',
    (n) => `/search?q=${encodeURIComponent(entries[n % entries.length]!.title)}`,
  )
  const seen = await seenInBrowser(portal.url + entry)
  note(
    'JavaScript of an entry page, compressed',
    '60 kB',
    seen.script / 1_000,
    (kB) => kB <= 60,
    ` kB in ${seen.files} files`,
  )
  note('layout shift', '0', seen.shift, (shift) => shift === 0)
  figures.push({
    what: 'largest paint',
    asked: 'from HTML',
    told: `<${seen.element}> after ${Math.round(seen.paint)} ms, ${seen.isFromHtml ? 'in' : 'not in'} the HTML`,
    isMet: seen.isFromHtml,
  })
}

/** An entry page that is asked for again and again beside the bare page, as compressed as browsers ask for both. */
async function compare(entry: string): Promise<void> {
  const one = { atOnce: 16, seconds }
  const own: Load[] = []
  const others: Load[] = []
  // The first turn of all is slower than any later one.
  for (let turn = 0; turn <= turns; turn += 1) {
    const other = await load({ ...one, url: bare.url, path: () => '/' })
    const mine = await load({ ...one, url: portal.url, path: () => entry, headers: fromMany })
    if (turn === 0) continue
    others.push(other)
    own.push(mine)
  }
  const [rate, reference] = [rateOf(own), rateOf(others)]
  note('a bare static Next page', '', reference, null, ' / s')
  note('an entry page, asked again', '', rate, null, ' / s')
  note('share of the bare page', '70 %', (rate / reference) * 100, (share) => share >= 70, ' %')
}

/** A parameter that no page knows: such a page is made for each who asks. */
async function uncached(numbers: readonly string[]): Promise<void> {
  const path = (n: number) => `/e/${numbers[n % numbers.length]}?bench=${n}`
  const asked = { url: portal.url, path, atOnce: 16, seconds: seconds * 2 }
  await load(asked)
  note(
    'entry pages, each made anew',
    '200 / s',
    rateOf([await load(asked)]),
    (rate) => rate >= 200,
    ' / s',
  )
}

async function inTime(what: string, path: (n: number) => string): Promise<void> {
  const asked = { url: portal.url, path, headers: fromMany, atOnce: 50, seconds: seconds * 2 }
  await load(asked)
  const found = await load(asked)
  const rate = `, p50 ${Math.round(percentile(found.times, 0.5))} ms, ${Math.round(rateOf([found]))} / s`
  note(
    `${what}, 50 at once, p95`,
    '150 ms',
    percentile(found.times, 0.95),
    (ms) => ms <= 150,
    ` ms${rate}`,
  )
}

/** Each asks from a place of their own: every reading is on record, and no address may search as often. */
const fromMany = (n: number) => ({
  'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
})

type Listed = { number: string; title: string }

async function publicEntries(): Promise<Listed[]> {
  const all: Listed[] = []
  for (let page = 1; ; page += 1) {
    const answer = await fetch(`${portal.url}/api/public/entries?page=${page}&library=knowledge`)
    const { entries } = (await answer.json()) as { entries: Listed[] }
    if (entries.length === 0) return all
    all.push(...entries)
  }
}

function rateOf(loads: readonly Load[]): number {
  const sum = (of: (one: Load) => number) => loads.reduce((total, one) => total + of(one), 0)
  return sum(({ answers }) => answers) / sum((one) => one.seconds)
}

function note(
  what: string,
  asked: string,
  value: number,
  isEnough: ((value: number) => boolean) | null,
  unit = '',
): void {
  const told = `${value < 100 ? Math.round(value * 10) / 10 : Math.round(value)}${unit}`
  figures.push({ what, asked, told, isMet: isEnough && isEnough(value) })
  print(`${what}: ${told}`)
}

function show(): void {
  print(`\n${machine()}, ${versionsOf(['next', 'react', 'payload'])}\n`)
  printTable(
    ['what', 'asked', 'told', ''],
    figures.map(({ what, asked, told, isMet }) => [
      what,
      asked,
      told,
      isMet === null ? '' : isMet ? 'met' : 'MISSED',
    ]),
  )
}
