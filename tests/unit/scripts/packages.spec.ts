import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { minVersion, satisfies } from 'semver'
import { checkNode } from '../../../scripts/checks.mjs'

type Packed = { version: string; engines?: { node?: string } }

const read = <Content>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as Content
const { engines } = read<{ engines: { node: string } }>('package.json')
const { packages } = read<{ packages: Record<string, Packed> }>('package-lock.json')
const oldest = minVersion(engines.node)?.version ?? ''

describe('the oldest Node that is promised', () => {
  it('is one that every package takes', () => {
    const refusing = Object.entries(packages)
      .filter(([, { engines: theirs }]) => theirs?.node && !satisfies(oldest, theirs.node))
      .map(([path, { version, engines: theirs }]) => `${path} ${version} needs ${theirs?.node}`)
    expect(refusing).toEqual([])
  })

  it('is taken by npm start, and named in both READMEs', () => {
    expect(() => checkNode(oldest)).not.toThrow()
    const named = oldest.replace(/\.0$/, '')
    for (const file of ['README.md', 'README.zh-CN.md']) {
      expect(readFileSync(file, 'utf8')).toContain(`Node.js ${named} `)
    }
  })
})
