import { askServer } from '@/jobs/askServer'

export type Round = {
  reminded: number
  digests: number
  updates: number
  sent: number
  failed: number
}

/** Lets the running server do now what it does from time to time, by another clock. */
export async function tellAt(dataDir: string, at: Date): Promise<Round> {
  const { exitCode, output } = await askServer(
    { command: 'telling', args: [at.toISOString()], folder: dataDir },
    { dataDir, report: () => {}, signal: new AbortController().signal },
  )
  if (exitCode !== 0) throw new Error(`Not told: ${output}`)
  return JSON.parse(output) as Round
}
