import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build, isBuilt } from './build.mjs'
import { checkNode } from './checks.mjs'
import { ChildFailed, run, stopChildren } from './children.mjs'
import { chromium } from './chromium.mjs'
import { install, isInstalled } from './install.mjs'
import { beginStep, clearSteps, print } from './terminal.mjs'

const mustRunAll = process.env.CI === 'true'
/**
 * Three at a time on two cores, since each now and then waits for a clock; in parts and the longest first, so that all
 * end at about the same time.
 */
const lanes = 3
/** A folder shared by several runs beside each other, which then have these lanes together. */
const turns = process.env.ZHIKU_TEST_TURNS
const unserved = ['unit', 'contract']
/** What a file of tests loaded is never given back, and slows whatever comes after it: from here on in a new process. */
const recycled = ['--maxWorkers=1', '--workerIdleMemoryLimit=350MB']
const suites = [...unserved, 'model', 'e2e', 'int', 'alone']
/** `npm test -- --only int,contract` runs these projects; what else is said goes to jest. */
const { only, others } = readArguments(process.argv.slice(2))
/** Some chosen files are not worth a server for each part. */
const isWhole = !others.some((one) => one.startsWith('--testPathPattern'))
const inParts = (name, parts) =>
  isWhole
    ? Array.from({ length: parts }, (_, at) => ({ projects: [name], part: `${at + 1}/${parts}` }))
    : [{ projects: [name] }]
// Those alone start no server for all, so that a part for each file costs nothing and fills what the others leave at the end.
const [e2e, int, alone] = [inParts('e2e', 3), inParts('int', 2), inParts('alone', 10)]
const jobs = [
  { projects: ['model'] },
  e2e[0],
  ...int,
  { projects: unserved },
  ...e2e.slice(1).reverse(),
  ...alone,
]

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    clearSteps()
    void stopChildren().then(() => process.exit(130))
  })
}

try {
  checkNode()
  if (!isInstalled()) await during('安装依赖 Installing packages', install)
  if (!isBuilt()) await during('编译页面 Building the pages', build)
  process.exitCode = await runAll()
} catch (error) {
  clearSteps()
  await stopChildren()
  print(error instanceof ChildFailed ? error.output.trimEnd() : (error.stack ?? error.message))
  print('0 passed, 1 failed')
  process.exitCode = 1
}

async function runAll() {
  const reasons = []
  const wanted = new Set(only ?? suites)
  if (wanted.has('e2e') && !chromium && !mustRunAll) {
    wanted.delete('e2e')
    reasons.push(
      'e2e: no chromium in /usr/bin; on Debian: apt-get install chromium-headless-shell fonts-noto-cjk',
    )
  }
  if (!process.env.ZHIKU_TEST_DATABASE_URL)
    reasons.push('MongoDB: ZHIKU_TEST_DATABASE_URL names no server')
  if (!process.env.ZHIKU_TEST_ELASTICSEARCH_URL)
    reasons.push('Elasticsearch: ZHIKU_TEST_ELASTICSEARCH_URL names no server')

  const totals = { passed: 0, failed: 0, skipped: 0 }
  const took = []
  const waiting = jobs.flatMap(({ projects, part }) => {
    const chosen = projects.filter((name) => wanted.has(name))
    return chosen.length > 0 ? [{ projects: chosen, part }] : []
  })
  const { makeCity } = await import('../tests/server/city.mjs')
  const isCityNeeded = waiting.some(({ projects }) => isServed(projects))
  const city = isCityNeeded ? during('准备演示城市 Making the demo city', makeCity) : null
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { projects, part } = next
      if (isServed(projects)) await city
      const endTurn = await takeTurn()
      const begun = Date.now()
      const result = await jest(projects, part)
      endTurn()
      const name = [projects.join(' and '), part].filter(Boolean).join(' ')
      took.push(`${name} ${Math.round((Date.now() - begun) / 1000)} s`)
      for (const name of Object.keys(totals)) totals[name] += result[name]
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  await (await city)?.remove()
  for (const reason of reasons) print(`跳过 skipped: ${reason}`)
  if (totals.skipped > 0) print(`${totals.skipped} tests skipped themselves; their names say why`)
  print(`用时 took: ${took.join(', ')}`)
  print(`${totals.passed} passed, ${totals.failed} failed`)
  return totals.failed === 0 ? 0 : 1
}

/** Resolves, once one of the shared lanes is free, to how it is given back. */
async function takeTurn() {
  if (!turns) return () => {}
  for (;;) {
    for (let n = 0; n < lanes; n += 1) {
      const taken = join(turns, String(n))
      try {
        writeFileSync(taken, '', { flag: 'wx' })
        return () => rmSync(taken)
      } catch (error) {
        if (error.code !== 'EEXIST') throw error
      }
    }
    await pause(250)
  }
}

/** What jest counts itself; a suite that does not load, or a jest that ends early, is a failure too. */
async function jest(projects, part) {
  const folder = mkdtempSync(join(tmpdir(), 'zhiku-jest-'))
  const outputFile = join(folder, 'results.json')
  let isOver = true
  try {
    await run(
      [
        process.execPath,
        '--experimental-vm-modules',
        'node_modules/jest/bin/jest.js',
        '--selectProjects',
        ...projects,
        '--passWithNoTests',
        '--json',
        `--outputFile=${outputFile}`,
        ...(isServed(projects) ? ['--runInBand'] : recycled),
        ...(part ? [`--shard=${part}`] : []),
        ...others,
      ],
      { show: 'stderr', env: { NODE_NO_WARNINGS: '1' } },
    )
  } catch {
    isOver = false
  }
  try {
    const results = JSON.parse(readFileSync(outputFile, 'utf8'))
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    return {
      passed: results.numPassedTests,
      failed: failed || (isOver ? 0 : 1),
      skipped: results.numPendingTests,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readArguments(given) {
  const at = given.indexOf('--only')
  if (at < 0) return { others: given }
  const only = (given[at + 1] ?? '').split(',')
  const unknown = only.filter((name) => !suites.includes(name))
  if (unknown.length > 0) throw new Error(`There are no tests called ${unknown.join(', ')}.`)
  return { only, others: given.toSpliced(at, 2) }
}

function isServed(projects) {
  return projects.some((name) => !unserved.includes(name))
}

async function during(text, work) {
  const step = beginStep(text)
  const made = await work()
  step.end()
  return made
}
