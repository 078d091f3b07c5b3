import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import Database from 'libsql'
import { createEmbeddedEngine } from '@/search/engines/embedded/createEmbeddedEngine'
import type { SearchEngine } from '@/search/types'
import { city, comets, query } from './documents'
import { brokenAfter, known, sourceOf } from './sources'

/** Runs a script in another process, kills it after so many lines and returns the last of them. */
async function killAfter(lines: number, script: string, dir: string): Promise<number> {
  const path = resolve('tests/contract', script)
  const child = spawn(process.execPath, ['--import', 'tsx', path, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let last = 0
  let seen = 0
  for await (const chunk of child.stdout) {
    for (const line of String(chunk).trim().split('\n')) {
      last = Number(line)
      seen++
    }
    if (seen >= lines) child.kill('SIGKILL')
  }
  return last
}

describe('the embedded index on disk', () => {
  let dir: string
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'zhiku-killed-'))
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  const indexes = () => readdirSync(dir).filter((name) => name.endsWith('.db'))
  const opened = async <Result>(work: (engine: SearchEngine) => Promise<Result>) => {
    const engine = createEmbeddedEngine({ root: resolve('.'), dir })
    try {
      return await work(engine)
    } finally {
      await engine.close()
    }
  }

  it.each([3, 7, 12])('survives SIGKILL after %d writes', async (writes) => {
    rmSync(dir, { recursive: true, force: true })
    const written = await killAfter(writes, 'writeUntilKilled.ts', dir)
    await opened(async (engine) => {
      const all = await known(engine)
      expect(all).toHaveLength(city.length + 1)
      const versions = new Set(all.map(({ version }) => version))
      expect(versions.size).toBe(1)
      expect(Math.max(...versions)).toBeGreaterThanOrEqual(written)
      expect((await engine.search(query('教材审定'))).hits[0]?.id).toBe('book')
    })
  })

  it('leaves the index in use and at most one that was being filled', () => {
    expect(indexes().length).toBeLessThanOrEqual(2)
  })

  it.each([700, 1_900])('goes on filling after SIGKILL amid %d texts', async (many) => {
    rmSync(dir, { recursive: true, force: true })
    const given = await killAfter(many, 'fillUntilKilled.ts', dir)
    const truth = sourceOf(comets(given + 300))
    await opened(async (engine) => {
      expect(await known(engine)).toEqual([])
      expect(await engine.rebuild(truth)).toEqual({ indexed: given + 300 })
      const place = Number(truth.begun[0]?.slice(1))
      expect(place).toBeGreaterThanOrEqual(many - 500)
      expect(place).toBeLessThanOrEqual(given)
      expect((await known(engine)).map(({ id }) => id)).toEqual(
        comets(given + 300).map(({ id }) => id),
      )
    })
    expect(indexes()).toHaveLength(1)
  })

  it('throws away what was half filled by code that indexed otherwise', async () => {
    rmSync(dir, { recursive: true, force: true })
    const truth = sourceOf(comets(900))
    await opened((engine) =>
      expect(engine.rebuild(brokenAfter(800, truth))).rejects.toThrow('the database went away'),
    )
    const db = new Database(join(dir, readFileSync(join(dir, 'filling'), 'utf8')))
    db.exec("UPDATE meta SET value = 'another' WHERE key = 'version'")
    db.close()
    await opened((engine) => engine.rebuild(truth))
    expect(truth.begun).toEqual([null, null])
    expect(indexes()).toHaveLength(1)
  })

  it('starts empty, to be filled again, where the file is damaged or gone', async () => {
    const file = join(dir, readFileSync(join(dir, 'current'), 'utf8'))
    writeFileSync(file, 'no database any more')
    await opened(async (engine) => {
      expect(await known(engine)).toEqual([])
      await engine.put(city)
    })
    rmSync(join(dir, readFileSync(join(dir, 'current'), 'utf8')))
    await opened(async (engine) => expect(await known(engine)).toEqual([]))
  })
})
