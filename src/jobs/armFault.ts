import { armFaultPoint, faultPoints } from '@/workflow/step/faultPoint'
import type { CommandContext, CommandResult } from './commands'

/** For tests only: the running server dies at this place the next time it gets there. */
export async function armFault({ args }: CommandContext): Promise<CommandResult> {
  if (armFaultPoint(args[0] ?? '')) return Promise.resolve({ exitCode: 0, output: '' })
  return Promise.resolve({
    exitCode: 2,
    output: `ZHIKU_FAULT_POINTS=yes; ${faultPoints.join(' ')}`,
  })
}
