import { rmSync, writeFileSync } from 'node:fs'
import { basePath } from './basePath.mjs'
import { run } from './children.mjs'
import { buildIslands } from './islands.mjs'
import { fingerprint, readMark, sources } from './sources.mjs'

const mark = '.next/built-from'

/** Links lead below the path of ZHIKU_URL: with another one, all pages are others. */
const madeOf = () => fingerprint(sources) + basePath(process.env.ZHIKU_URL)

export const isBuilt = () => readMark(mark) === madeOf()

export async function build() {
  const builtFrom = madeOf()
  rmSync(mark, { force: true })
  await run([process.execPath, 'node_modules/next/dist/bin/next', 'build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  await buildIslands({ pages: '.next', url: process.env.ZHIKU_URL })
  writeFileSync(mark, builtFrom)
}
