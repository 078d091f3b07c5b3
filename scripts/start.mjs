import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { takeDataLock } from '../src/jobs/dataLock.mjs'
import { build, isBuilt } from './build.mjs'
import { checkNode, checkPort, chosenPort, isPlain } from './checks.mjs'
import { ChildFailed, stopChildren } from './children.mjs'
import { loadDotenv } from './dotenv.mjs'
import { isPrepared } from './firstStart.mjs'
import { install, isInstalled } from './install.mjs'
import { prepare, readSettings } from './prepare.mjs'
import { beginStep, clearSteps, print } from './terminal.mjs'

const isDev = process.argv.includes('--dev')
const since = Date.now()

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const onSignal = () => void stop()
process.on('SIGINT', onSignal).on('SIGTERM', onSignal)

try {
  await start()
} catch (error) {
  clearSteps()
  await stopChildren()
  explain(error)
  process.exit(1)
}

async function start() {
  checkNode()
  loadDotenv()
  process.env.NODE_ENV = isDev ? 'development' : 'production'
  const port = chosenPort()
  const dataDir = resolve(process.env.ZHIKU_DATA_DIR || './data')
  takeDataLock(dataDir)
  await checkPort(port, process.env.HOST || '127.0.0.1')

  if (!isInstalled()) await during('安装依赖 Installing packages', install)
  const settings = await readSettings()
  const isFirst = !(await isPrepared(settings))
  const accounts = await makeReady(settings, isFirst)
  if (process.argv.includes('--prepare-only')) process.exit(0)

  const starting = beginStep('启动服务 Starting the server')
  const { startServer } = await import('../server.mjs')
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  await startServer({ isDev })
  starting.end()
  announce({ port, accounts, settings, dataDir })
}

/** Builds what changed and makes the database of a first start, both at once where there is a core for each. */
async function makeReady(settings, isFirst) {
  const building = () =>
    isDev || isBuilt() ? undefined : during('编译页面 Building the pages', build)
  const preparing = () =>
    isFirst
      ? during(
          settings.isDemo
            ? '装入演示城市 Loading the demo city'
            : '建立空库 Making an empty knowledge base',
          (note) => prepare(settings, note),
        )
      : { accounts: [], keep: async () => {} }
  const preparation = await both(preparing, building)
  // Only now, so that an interrupted first start begins again and shows its passwords then.
  await preparation.keep()
  return preparation.accounts
}

/** At once where there is a core for each; the first's result. */
async function both(first, second) {
  if (availableParallelism() > 1) return (await Promise.all([first(), second()]))[0]
  const result = await first()
  await second()
  return result
}

async function during(text, work) {
  const step = beginStep(text)
  try {
    const result = await work(step.note)
    step.end()
    return result
  } catch (error) {
    step.fail()
    throw error
  }
}

function announce({ port, accounts, settings, dataDir }) {
  const host = process.env.HOST || '127.0.0.1'
  const address = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`
  const took = Math.round((Date.now() - since) / 1000)
  print()
  print(`知库已启动（${took} 秒）。Zhiku is running (${took} s).`)
  print(`  门户 Portal   ${address}/`)
  print(`  坐席 Desk     ${address}/desk`)
  print(`  管理 Admin    ${address}/admin`)
  print(`  数据 Data     ${dataDir}`)
  print()
  if (accounts.length > 0) announceAccounts(accounts, settings)
  else {
    print('账号沿用首次启动时显示的密码；忘记了可重设：npm run password -- 账号')
    print('Passwords were shown at the first start; to reset one: npm run password -- ACCOUNT')
  }
  print()
  print('按 Ctrl-C 停止。Press Ctrl-C to stop.')
}

function announceAccounts(accounts, settings) {
  const isChosen = settings.isDemo && settings.hasDemoPassword
  print(
    isChosen
      ? '演示账号，密码为 ZHIKU_DEMO_PASSWORD 所设。Demo accounts; their password is ZHIKU_DEMO_PASSWORD.'
      : '账号与密码（只显示这一次）。Accounts and passwords, shown only this once:',
  )
  for (const { username, password, name, unitName } of accounts) {
    const shown = isChosen ? '' : `${password.padEnd(18)} `
    print(`  ${username.padEnd(12)} ${shown}${name},${unitName}`)
  }
}

/** Ctrl-C before the server runs: nothing half made stays behind that a next start would take for whole. */
async function stop() {
  clearSteps()
  print('正在停止… Stopping…')
  await stopChildren()
  process.exit(130)
}

function explain(error) {
  if (isPlain(error)) print(error.message)
  else if (error instanceof ChildFailed) {
    print(error.output.trimEnd())
    print(`失败：${error.message}`)
  } else console.error(error)
}
