import { fileURLToPath } from 'node:url'

// Says the settings as JSON, or in sentences what is wrong with them.
try {
  const { env } = await import('../src/env')
  const file = env.databaseUrl.startsWith('file:') ? fileURLToPath(env.databaseUrl) : null
  const settings = {
    /** The database's file; null where it is a MongoDB server's. */
    file,
    url: env.databaseUrl,
    dataDir: env.dataDir,
    isDemo: env.isDemo,
    hasDemoPassword: env.demoPassword !== undefined,
  }
  process.stdout.write(JSON.stringify(settings))
} catch (error) {
  console.error(error instanceof Error && error.name === 'SettingsError' ? error.message : error)
  process.exitCode = 2
}
