import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '@/makeFolder.mjs'

/**
 * What waits to be written, in files beside it: what was appended outlives a killed process, though not a machine that
 * loses its power. In parts, of which the last is written to.
 */
export type Journal<Item> = {
  /** Throws where the disk takes nothing. */
  append(item: Item): void
  /** Begins a new part. Returns how those before are forgotten, once all of them is written where it belongs. */
  turn(): () => void
  /** What earlier processes left, in its order: a last line that was cut off is none. */
  left(): Item[]
}

/** @param folderOf absolute; its own, of one process at a time, and asked for when it is needed */
export function openJournal<Item>(folderOf: () => string): Journal<Item> {
  let part: number | undefined
  /** Those begun here, and those that `left` has told; no others are forgotten. */
  const known = new Set<number>()
  let last = 0
  return { append, turn, left }

  function append(item: Item): void {
    part ??= begin()
    const line = Buffer.from(`${JSON.stringify(item)}\n`)
    try {
      if (writeSync(part, line) === line.length) return
      throw new Error('The disk takes no more.')
    } catch (error) {
      // What was cut off is the last line of its part.
      close()
      throw error
    }
  }

  function begin(): number {
    // Never a number again that somebody is about to forget.
    last = Math.max(last, parts().at(-1) ?? 0) + 1
    const file = openSync(fileOf(last), 'ax', 0o600)
    known.add(last)
    return file
  }

  function close(): void {
    if (part !== undefined) closeSync(part)
    part = undefined
  }

  function turn(): () => void {
    close()
    const before = [...known]
    return () => {
      for (const number of before) {
        rmSync(fileOf(number), { force: true })
        known.delete(number)
      }
    }
  }

  function left(): Item[] {
    return parts().flatMap((number) => {
      const lines = readFileSync(fileOf(number), 'utf8').split('\n').slice(0, -1)
      const items = lines.map((line) => JSON.parse(line) as Item)
      known.add(number)
      return items
    })
  }

  function parts(): number[] {
    makeFolder(folderOf())
    return readdirSync(folderOf())
      .map((name) => Number.parseInt(name, 10))
      .sort((one, other) => one - other)
  }

  function fileOf(number: number): string {
    return join(folderOf(), `${number}.ndjson`)
  }
}
