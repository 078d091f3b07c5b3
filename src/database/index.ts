import type { DatabaseAdapterObj } from 'payload'
import { env } from '../env'
import { discreet } from '../writeGate/discreet'

/**
 * The one place that knows which database runs. Loads no other: MongoDB's client takes a third of a second and
 * sixteen megabytes where nobody uses it.
 */
export async function chosenDatabase(): Promise<DatabaseAdapterObj> {
  if (env.databaseUrl.startsWith('file:')) {
    const { inFile } = await import('./inFile')
    return discreet(inFile())
  }
  const { onServer } = await import('./onServer')
  return discreet(onServer())
}
