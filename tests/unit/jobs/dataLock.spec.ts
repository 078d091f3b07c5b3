import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { DataLocked, DataUnusable, dataLockHolder, takeDataLock } from '@/jobs/dataLock.mjs'

const source = resolve('src/jobs/dataLock.mjs')

/** A process that takes the lock, says so and lives on. */
async function holder(dataDir: string) {
  const child = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `const { takeDataLock } = await import(${JSON.stringify(source)})
     try { takeDataLock(${JSON.stringify(dataDir)}); console.log('taken') } catch { console.log('refused') }
     setInterval(() => {}, 1000)`,
  ])
  const [said] = await once(child.stdout, 'data')
  return { child, said: String(said).trim() }
}

describe('the lock of the data folder', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'zhiku-lock-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  it('is given back', () => {
    takeDataLock(dataDir)()
    expect(existsSync(join(dataDir, 'lock'))).toBe(false)
  })

  it('counts as held where this process or its parent holds it', async () => {
    const release = takeDataLock(dataDir)
    expect(() => takeDataLock(dataDir)).not.toThrow()
    const { child, said } = await holder(dataDir)
    expect(said).toBe('taken')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(dataLockHolder(dataDir)?.pid).toBe(process.pid)
    release()
  })

  it('names the other process, and survives its SIGKILL', async () => {
    const { child } = await holder(dataDir)
    expect(() => takeDataLock(dataDir)).toThrow(DataLocked)
    expect(() => takeDataLock(dataDir)).toThrow(`(process ${child.pid})`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    takeDataLock(dataDir)()
  })

  it('is taken over when the number belongs to a later process or an earlier boot', () => {
    const release = takeDataLock(dataDir)
    const now = dataLockHolder(dataDir)
    const others = [{ startedAt: '1' }, { boot: 'before the power cut' }]
    for (const other of others) {
      writeFileSync(join(dataDir, 'lock'), JSON.stringify({ ...now, ...other }))
      expect(dataLockHolder(dataDir)).toBeNull()
    }
    release()
  })

  it('says where nothing can be written', () => {
    const blocked = join(dataDir, 'blocked')
    writeFileSync(blocked, '')
    for (const folder of [blocked, join(blocked, 'data'), '/proc/none']) {
      expect(() => takeDataLock(folder)).toThrow(DataUnusable)
    }
    expect(() => takeDataLock(blocked)).toThrow(/Cannot write to .*blocked \(EEXIST\): /)
  })

  it('is taken over in a copy of a folder that is in use, and stays where that folder was renamed', async () => {
    const { child } = await holder(dataDir)
    const copy = `${dataDir}-copy`
    cpSync(dataDir, copy, { recursive: true })
    expect(dataLockHolder(copy)).toBeNull()
    takeDataLock(copy)()
    expect(dataLockHolder(dataDir)?.pid).toBe(child.pid)
    renameSync(dataDir, copy.replace('-copy', '-renamed'))
    dataDir = copy.replace('-copy', '-renamed')
    expect(dataLockHolder(dataDir)?.pid).toBe(child.pid)
    child.kill('SIGKILL')
    rmSync(copy, { recursive: true })
  })

  it('is taken over when the file is broken', () => {
    writeFileSync(join(dataDir, 'lock'), '')
    takeDataLock(dataDir)()
  })

  it('goes to one of several that find a dead lock at once', async () => {
    writeFileSync(join(dataDir, 'lock'), '')
    const all = await Promise.all(Array.from({ length: 4 }, () => holder(dataDir)))
    expect(all.map(({ said }) => said).sort()).toEqual(['refused', 'refused', 'refused', 'taken'])
    for (const { child } of all) child.kill('SIGKILL')
  })
})
