import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Says the settings as JSON, or in sentences what is wrong with them.
try {
  const { env } = await import('../src/env')
  const file = env.databaseUrl.startsWith('file:') ? fileURLToPath(env.databaseUrl) : null
  const settings = {
    file,
    /** Exists when the first start has been finished. */
    prepared: file ?? join(env.dataDir, 'prepared'),
    isDemo: env.isDemo,
    hasDemoPassword: env.demoPassword !== undefined,
  }
  process.stdout.write(JSON.stringify(settings))
} catch (error) {
  console.error(error instanceof Error && error.name === 'SettingsError' ? error.message : error)
  process.exitCode = 2
}
