import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'

const folder = 'tests/int'
const numbersIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, number]) => String(number))
const described = numbersIn(
  readFileSync('docs/permission-scenarios.md', 'utf8'),
  /^- \*\*(\d+\.\d+)\*\* /gm,
)
const tested = readdirSync(folder)
  .filter((name) => name.endsWith('.spec.ts'))
  .flatMap((name) => numbersIn(readFileSync(`${folder}/${name}`, 'utf8'), /'(\d+\.\d+) /g))

describe('docs/permission-scenarios.md', () => {
  it('describes every scenario that is tested, and none that is not', () => {
    expect([...described].sort()).toEqual([...new Set(tested)].sort())
  })

  it('gives no number twice', () => {
    expect(new Set(described).size).toBe(described.length)
  })
})
