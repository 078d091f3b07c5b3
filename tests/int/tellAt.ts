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

/** Until what was read, asked and used is on record and counted: on the server of all, or on one of a test's own. */
export async function written(dataDir = String(process.env.ZHIKU_TEST_DATA)): Promise<void> {
  await ask(dataDir, 'writing')
}

/** Lets the running server do now what it does from time to time, by another clock. */
export const tellAt = (dataDir: string, at: Date): Promise<Round> => doAt(dataDir, 'telling', at)

/** The same of the month that is over. */
export const freezeAt = (dataDir: string, at: Date): Promise<{ frozen: number }> =>
  doAt(dataDir, 'freezing', at)

/** Until tasks are settled that approvals and withdrawals put right. */
export async function settled(dataDir = String(process.env.ZHIKU_TEST_DATA)): Promise<void> {
  await ask(dataDir, 'settling')
}

export type TaskRound = { gaps: number; reviews: number; reminded: number }

/** The same of tasks: what is late, what was asked in vain. */
export const tasksAt = (dataDir: string, at: Date): Promise<TaskRound> => doAt(dataDir, 'tasks', at)

const doAt = async <Done>(dataDir: string, command: string, at: Date): Promise<Done> =>
  JSON.parse(await ask(dataDir, command, at.toISOString())) as Done

async function ask(dataDir: string, command: string, ...args: string[]): Promise<string> {
  const { exitCode, output } = await askServer(
    { command, args, folder: dataDir },
    { dataDir, report: () => {}, signal: new AbortController().signal },
  )
  if (exitCode !== 0) throw new Error(`Not done: ${output}`)
  return output
}
