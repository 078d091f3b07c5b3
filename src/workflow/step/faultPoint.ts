import { env } from '@/env'
import { once } from '@/once'

/** Places where a test cuts the power: between two writes of a save, a step, or a step of a task. */
export const faultPoints = [
  'save.moved',
  'save.written',
  'step.moved',
  'step.written',
  'step.closed',
  'step.opened',
  'step.recorded',
  'step.finished',
  'task.moved',
  'task.recorded',
  'task.told',
] as const
export type FaultPoint = (typeof faultPoints)[number]

const next = once<{ armed?: FaultPoint }>('faultPoint', () => ({}))

/** Where the process dies next; only where the setting allows it, which no production has. */
export function armFaultPoint(point: string): boolean {
  const known = faultPoints.find((name) => name === point)
  if (!env.hasFaultPoints || !known) return false
  next.armed = known
  return true
}

/** Ends the process as a power cut does where a test has asked for it; otherwise does nothing. */
export function faultPoint(point: FaultPoint): void {
  if (next.armed === point) process.kill(process.pid, 'SIGKILL')
}
