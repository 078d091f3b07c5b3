import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './children.mjs'

// `npm run generate` writes what follows from other files; with --check it says what had become stale.
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const isCheck = process.argv.includes('--check')
const migrations = 'src/migrations/sqlite'
const generated = [
  'src/payload-types.ts',
  'src/app/(payload)/admin/importMap.js',
  'docs/workflow.md',
]

const before = generated.map(read)
await payload('generate:types')
await payload('generate:importmap')
await run([process.execPath, '--import', 'tsx', 'scripts/describeWorkflow.ts'])
const stale = generated.filter((file, n) => read(file) !== before[n])
if (isCheck && (await lacksMigration())) stale.push(`${migrations} (npm run migrate:create)`)

for (const file of stale) console.log(`${isCheck ? 'stale' : 'written'}: ${file}`)
if (isCheck && stale.length > 0) {
  for (const [n, file] of generated.entries())
    if (before[n] !== null) writeFileSync(file, before[n])
  console.log('Run `npm run generate` and commit what it writes.')
  process.exitCode = 1
}

/** Would Payload write another migration? The trial is taken back. */
async function lacksMigration() {
  const index = join(migrations, 'index.ts')
  const kept = readFileSync(index, 'utf8')
  const known = new Set(readdirSync(migrations))
  await payload('migrate:create', 'trial', '--skip-empty')
  const made = readdirSync(migrations).filter((file) => !known.has(file))
  for (const file of made) rmSync(join(migrations, file))
  writeFileSync(index, kept)
  return made.length > 0
}

async function payload(...args) {
  await run([process.execPath, 'node_modules/payload/bin.js', ...args], {
    // Without the condition, Node 20 may end with code 0 having done nothing.
    env: {
      NODE_OPTIONS: '--conditions=production',
      ZHIKU_SECRET: 'x'.repeat(32),
      DATABASE_URL: '',
    },
  })
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
