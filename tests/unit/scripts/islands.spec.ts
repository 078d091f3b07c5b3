import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { buildIslands, islandsScript } from '../../../scripts/islands.mjs'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-islands-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function built(url: string) {
  const pages = mkdtempSync(join(folder, 'pages-'))
  await buildIslands({ pages, url })
  const address = islandsScript(pages)
  return { address, code: readFileSync(join(pages, address.replace('/_next/', ''))) }
}

let root: Awaited<ReturnType<typeof built>>
beforeAll(async () => {
  root = await built('')
})

describe('what makes citizens’ pages alive', () => {
  it('is 30 kB at most as it is sent, so that a page stays far below 60', () => {
    expect(gzipSync(root.code).length).toBeLessThan(30_000)
  })

  it('is read by phones of 2020, which know no look behind', () => {
    expect(root.code.toString()).not.toMatch(/\(\?<[=!]/)
  })

  it('stands at an address of its own content', async () => {
    expect(root.address).toMatch(/^\/_next\/static\/islands\/[A-Z0-9]{8}\.js$/)
    expect((await built('http://city.example.cn')).address).toBe(root.address)
    expect((await built('http://city.example.cn/zhiku/')).address).not.toBe(root.address)
  })

  it('asks below the path of its host', async () => {
    const { code } = await built('https://city.example.cn/zhiku/')
    expect(code.toString()).toContain('"/zhiku"')
    expect(root.code.toString()).not.toContain('process.env')
  })
})
