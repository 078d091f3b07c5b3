import { rmSync } from 'node:fs'
import { dropDatabases } from './database.mjs'

export default async function globalTeardown() {
  const { server, folder } = globalThis.zhikuTest
  await server.stop()
  await dropDatabases()
  rmSync(folder, { recursive: true, force: true })
}
