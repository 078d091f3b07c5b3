import { askServer } from '@/jobs/askServer'

export type Round = {
  reminded: number
  toReview: number
  unusual: number
  digests: number
  updates: number
  weeks: number
  sent: number
  failed: number
}

/** Lets the running server do now what it does from time to time, by another clock. */
export const tellAt = (dataDir: string, at: Date): Promise<Round> => doAt(dataDir, 'telling', at)

/** The same of the month that is over. */
export const freezeAt = (dataDir: string, at: Date): Promise<{ frozen: number }> =>
  doAt(dataDir, 'freezing', at)

async function doAt<Done>(dataDir: string, command: string, at: Date): Promise<Done> {
  const { exitCode, output } = await askServer(
    { command, args: [at.toISOString()], folder: dataDir },
    { dataDir, report: () => {}, signal: new AbortController().signal },
  )
  if (exitCode !== 0) throw new Error(`Not done: ${output}`)
  return JSON.parse(output) as Done
}
