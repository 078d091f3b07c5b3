import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { loadDotenv } from './dotenv.mjs'

// `npm run import -- FILE` and the like: sets what Node needs before it loads TypeScript, then steps aside.
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = process.env.INIT_CWD || process.cwd()
process.chdir(root)
loadDotenv()
const child = spawn(
  process.execPath,
  ['--import', 'tsx', 'scripts/command.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: process.env.NODE_ENV || 'production',
      // Without it, Node 20 may never finish importing Lexical, and ends with code 0 having done nothing.
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --conditions=production`.trim(),
      ZHIKU_FOLDER: folder,
    },
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
