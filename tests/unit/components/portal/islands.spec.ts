import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { islands } from '@/components/portal/islands'

const folders = ['src/components/portal', 'src/app/(portal)']
const staff = /src\/app\/\(portal\)\/(locked|login|logout|password)\//

const files = folders
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))),
  )
  .filter((path) => /\.tsx?$/.test(path) && !staff.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

/** What answers to whoever clicks and types. */
const live = files.filter(
  ({ path, text }) => text.startsWith("'use client'") && !path.endsWith('/error.tsx'),
)
const nameOf = (path: string) => path.replace(/^.*\/|\.tsx$/g, '')

describe('what lives on citizens’ pages', () => {
  it('is an island, each of them', () => {
    expect(live.map(({ path }) => nameOf(path)).sort()).toEqual(Object.keys(islands).sort())
  })

  it('stands on no page but as one: it would be dead there', () => {
    const names = Object.keys(islands).join('|')
    const used = new RegExp(
      `^import (?!type )(?:\\w+|\\{[^}]*\\}) from '[./@\\w]*/(${names})'`,
      'm',
    )
    const others = files.filter(
      ({ path, text }) => !path.endsWith('/islands.ts') && used.test(text),
    )
    expect(others.map(({ path }) => path)).toEqual([])
  })
})
