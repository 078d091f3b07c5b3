import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createEmbeddedEngine } from '@/search/engines/embedded/createEmbeddedEngine'
import type { SearchEngine, VersionedId } from '@/search/types'
import { city, query } from './documents'

/** Writes in another process, kills it after so many acknowledged writes and returns the last of them. */
async function killAfter(writes: number, dir: string): Promise<number> {
  const script = resolve('tests/contract/writeUntilKilled.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let last = 0
  let seen = 0
  for await (const chunk of child.stdout) {
    for (const line of String(chunk).trim().split('\n')) {
      last = Number(line)
      seen++
    }
    if (seen >= writes) child.kill('SIGKILL')
  }
  return last
}

async function known(engine: SearchEngine): Promise<VersionedId[]> {
  const all: VersionedId[] = []
  for await (const each of engine.scan()) all.push(each)
  return all
}

describe('the embedded index on disk', () => {
  let dir: string
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'zhiku-killed-'))
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
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
    const written = await killAfter(writes, dir)
    await opened(async (engine) => {
      const all = await known(engine)
      expect(all).toHaveLength(city.length + 1)
      const versions = new Set(all.map(({ version }) => version))
      expect(versions.size).toBe(1)
      expect(Math.max(...versions)).toBeGreaterThanOrEqual(written)
      expect((await engine.search(query('教材审定'))).hits[0]?.id).toBe('book')
    })
  })

  it('leaves one index file behind, whatever was being built', () => {
    expect(readdirSync(dir).filter((name) => name.endsWith('.db'))).toHaveLength(1)
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
