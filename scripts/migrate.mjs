import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDotenv } from './dotenv.mjs'
import { run } from './children.mjs'

// `npm run migrate:create -- NAME`: writes what changed in the collections as a migration of the chosen database.
loadDotenv()
const database = process.env.DATABASE_URL?.startsWith('mongodb') ? 'mongodb' : 'sqlite'
const folder = join('src/migrations', database)
await run(
  [process.execPath, 'node_modules/payload/bin.js', 'migrate:create', ...process.argv.slice(2)],
  { show: 'all', env: { NODE_OPTIONS: '--conditions=production', ZHIKU_SECRET: 'x'.repeat(32) } },
)
for (const name of readdirSync(folder).filter((file) => /^\d.*\.ts$/.test(file))) {
  const file = join(folder, name)
  // Payload 3.90 imports its types as values, which verbatimModuleSyntax takes at its word.
  const text = readFileSync(file, 'utf8').replace(
    /import \{ MigrateUpArgs, MigrateDownArgs/,
    'import { type MigrateUpArgs, type MigrateDownArgs',
  )
  writeFileSync(file, text)
}
