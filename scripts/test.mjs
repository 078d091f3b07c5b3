import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, isBuilt } from './build.mjs'
import { checkNode } from './checks.mjs'
import { ChildFailed, run, stopChildren } from './children.mjs'
import { install, isInstalled } from './install.mjs'
import { beginStep, clearSteps, print } from './terminal.mjs'

/** Debian's, as tests/e2e/browser.ts starts it. */
const chromium = '/usr/bin/chromium'
const mustRunAll = process.env.CI === 'true'

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
  const suites = [['unit', 'contract'], ['int']]
  const canBrowse = existsSync(chromium)
  // In a city of its own: what the tests over HTTP write would stand among what a citizen finds.
  if (canBrowse || mustRunAll) suites.push(['e2e'])
  else
    reasons.push(
      `e2e: no browser at ${chromium}; on Debian: apt-get install chromium fonts-noto-cjk`,
    )
  if (!process.env.ZHIKU_TEST_DATABASE_URL)
    reasons.push('MongoDB with transactions: ZHIKU_TEST_DATABASE_URL names no replica set')

  const totals = { passed: 0, failed: 0, skipped: 0 }
  for (const projects of suites) {
    const result = await jest(projects)
    totals.passed += result.passed
    totals.failed += result.failed
    totals.skipped += result.skipped
  }
  for (const reason of reasons) print(`跳过 skipped: ${reason}`)
  if (totals.skipped > 0) print(`${totals.skipped} tests skipped themselves; their names say why`)
  print(`${totals.passed} passed, ${totals.failed} failed`)
  return totals.failed === 0 ? 0 : 1
}

/** What jest counts itself; a suite that does not load, or a jest that ends early, is a failure too. */
async function jest(projects) {
  const folder = mkdtempSync(join(tmpdir(), 'zhiku-jest-'))
  const outputFile = join(folder, 'results.json')
  const isServed = projects.includes('int') || projects.includes('e2e')
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
        ...(isServed ? ['--runInBand'] : []),
        ...process.argv.slice(2),
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

async function during(text, work) {
  const step = beginStep(text)
  await work()
  step.end()
}
