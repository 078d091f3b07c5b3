import { fileURLToPath } from 'node:url'
import { bundled } from './bundled.mjs'
import { isPlain } from './checks.mjs'
import { loadDotenv } from './dotenv.mjs'

// `npm run import -- FILE` and the like: sets what scripts/command.ts reads when it is loaded, and loads it.
const folder = process.env.INIT_CWD || process.cwd()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
loadDotenv()
process.env.NODE_ENV ||= 'production'
process.env.ZHIKU_FOLDER = folder
try {
  await import(await bundled('command'))
} catch (error) {
  console.error(isPlain(error) ? error.message : error)
  process.exit(1)
}
