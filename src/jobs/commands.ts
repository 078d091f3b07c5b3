import { userInfo } from 'node:os'
import { createLocalReq, type Payload } from 'payload'
import { appendAudit } from '@/workflow/audit/append'

/** How far a command is; shown as a bar on a terminal and as lines elsewhere. */
export type Progress = { done: number; total?: number; text?: string }

export type CommandContext = {
  payload: Payload
  args: string[]
  /** Where the person stands who typed the command: relative paths count from here. */
  folder: string
  report: (progress: Progress) => void
  /** Whether this runs in the server, where the search index is kept up to date. */
  isServing: boolean
  /** Aborted when the person presses Ctrl-C or the server stops: finish the row at hand and return. */
  signal: AbortSignal
}

/** `output` is printed as it is; another exit code than 0 says that something is wrong. */
export type CommandResult = { exitCode: number; output: string }

type Command = (context: CommandContext) => Promise<CommandResult>

/** What `npm run …` hands to the running server, or does itself when none runs. Loaded when asked for. */
const commands: Record<string, () => Promise<Command>> = {
  import: async () => (await import('./importFile')).importFile,
  'demo:approve': async () => (await import('./approveImported')).approveImported,
  'audit:verify': async () => (await import('./examining/doctor')).verifyAudit,
  doctor: async () => (await import('./examining/doctor')).doctor,
  password: async () => (await import('./resetPassword')).resetPassword,
  fault: async () => (await import('./forTests')).armFault,
  telling: async () => (await import('./forTests')).tellNow,
  freezing: async () => (await import('./forTests')).freezeNow,
  tasks: async () => (await import('./forTests')).tasksNow,
  settling: async () => (await import('./forTests')).settleNow,
  writing: async () => (await import('./forTests')).writeNow,
  reindex: async () => (await import('./reindex')).reindex,
  facts: async () => (await import('./rebuildAllFacts')).rebuildAllFacts,
  recount: async () => (await import('./recount')).recountAll,
}

/** The others write or hand something out: they are on record before they begin. */
const readOnly = ['audit:verify', 'doctor']

export async function runCommand(name: string, context: CommandContext): Promise<CommandResult> {
  const load = commands[name]
  if (!load) return { exitCode: 2, output: `没有这个命令。No such command: ${name}` }
  try {
    if (!readOnly.includes(name)) await record(context, name)
    return await (
      await load()
    )(context)
  } catch (error) {
    context.payload.logger.error({ err: error, msg: `Command ${name} failed` })
    return { exitCode: 1, output: error instanceof Error ? error.message : String(error) }
  }
}

/** Only who owns the data folder may give commands: the account of the operating system is the person. */
async function record({ payload }: CommandContext, name: string): Promise<void> {
  const req = await createLocalReq({}, payload)
  const byName = userInfo().username
  await appendAudit(req, [{ action: 'command.run', byName, subjectName: name }])
}
