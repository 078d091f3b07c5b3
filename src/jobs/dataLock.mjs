// Plain JavaScript, because scripts/start.mjs takes the lock before anything is installed.
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../makeFolder.mjs'

/**
 * `folder` is the folder itself, whatever it is called: a copy of a folder in use brings its lock along.
 * @typedef {{ pid: number, startedAt: string, boot: string, folder: string }} Holder
 */

/** Thrown where another process owns the data folder; the message is for the person at the terminal. */
export class DataLocked extends Error {
  /** @param {string} dataDir @param {Holder} holder */
  constructor(dataDir, holder) {
    super(
      `数据目录 ${dataDir} 正由另一个知库进程（${holder.pid}）使用，请先停止它，或另设 ZHIKU_DATA_DIR。\n` +
        `Another Zhiku (process ${holder.pid}) uses ${dataDir}: stop it first, or set another ZHIKU_DATA_DIR.`,
    )
    this.name = 'DataLocked'
    this.holder = holder
  }
}

/** Thrown where nothing can be written into the data folder; the message is for the person at the terminal. */
export class DataUnusable extends Error {
  /** @param {string} dataDir @param {string} code of the system's error */
  constructor(dataDir, code) {
    super(
      `无法写入数据目录 ${dataDir}（${code}），请更改其权限或另设 ZHIKU_DATA_DIR。\n` +
        `Cannot write to ${dataDir} (${code}): change its permissions or set another ZHIKU_DATA_DIR.`,
    )
    this.name = 'DataUnusable'
  }
}

/**
 * One process owns the data folder until it ends, or calls what this returns. A lock left by a
 * process that was killed is taken over. What the parent process holds counts as held: `npm start`
 * prepares the database in a process of its own.
 * @param {string} dataDir
 * @returns {() => void}
 */
export function takeDataLock(dataDir) {
  const own = begin(dataDir)
  if (!own.isCreated) {
    const holder = dataLockHolder(dataDir)
    if (holder?.pid === process.ppid || holder?.pid === process.pid) return () => {}
    if (holder) throw new DataLocked(dataDir, holder)
    takeOver(dataDir, own.holder)
  }
  const release = () => {
    process.off('exit', release)
    if (dataLockHolder(dataDir)?.pid === process.pid) rmSync(lockFile(dataDir), { force: true })
  }
  process.on('exit', release)
  return release
}

/**
 * The living process that owns the data folder, if any.
 * @param {string} dataDir
 * @returns {Holder | null}
 */
export function dataLockHolder(dataDir) {
  try {
    const holder = JSON.parse(readFileSync(lockFile(dataDir), 'utf8'))
    const now = describe(holder.pid, dataDir)
    const isSame = now && Object.entries(now).every(([name, value]) => holder[name] === value)
    return isSame ? holder : null
  } catch {
    return null
  }
}

/** @param {string} dataDir */
function lockFile(dataDir) {
  return join(dataDir, 'lock')
}

function begin(dataDir) {
  try {
    // Texts nobody approved yet lie in it: not for other accounts of the machine.
    makeFolder(dataDir)
    const holder = describe(process.pid, dataDir)
    return { holder, isCreated: created(dataDir, holder) }
  } catch (error) {
    throw new DataUnusable(dataDir, error.code)
  }
}

/** By a link, so that nobody ever reads a lock that is not written yet. */
function created(dataDir, own) {
  const mine = draft(dataDir, own)
  try {
    linkSync(mine, lockFile(dataDir))
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(mine)
  }
}

/** Two may find the same dead lock at once: the later rename stays, and the earlier one sees it. */
function takeOver(dataDir, own) {
  renameSync(draft(dataDir, own), lockFile(dataDir))
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
  const holder = dataLockHolder(dataDir)
  if (holder && holder.pid !== process.pid) throw new DataLocked(dataDir, holder)
}

function draft(dataDir, own) {
  const file = `${lockFile(dataDir)}.${own.pid}`
  writeFileSync(file, JSON.stringify(own))
  return file
}

/** A pid alone says little: it is given out again, surely after a restart of the machine. */
function describe(pid, dataDir) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return null
  }
  const { dev, ino } = statSync(dataDir, { bigint: true })
  return { pid, startedAt: startedAt(pid), boot: bootId(), folder: `${dev}:${ino}` }
}

/** Empty where the system has no /proc; then the pid has to do. */
function startedAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}
