import { rmSync, writeFileSync } from 'node:fs'
import { run } from './children.mjs'
import { fingerprint, readMark, sources } from './sources.mjs'

const mark = '.next/built-from'

export const isBuilt = () => readMark(mark) === fingerprint(sources)

export async function build() {
  const builtFrom = fingerprint(sources)
  rmSync(mark, { force: true })
  await run([process.execPath, 'node_modules/next/dist/bin/next', 'build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  writeFileSync(mark, builtFrom)
}
