import { fileURLToPath } from 'node:url'
import { env } from '../src/env'

/** What the starter needs of the settings, as src/env.ts reads and checks them when this is loaded. */
const { databaseUrl: url, dataDir, isDemo, demoPassword } = env
export const settings = {
  /** The database's file; null where it is a MongoDB server's. */
  file: url.startsWith('file:') ? fileURLToPath(url) : null,
  url,
  dataDir,
  isDemo,
  hasDemoPassword: demoPassword !== undefined,
}
