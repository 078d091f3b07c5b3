import { env } from '@/env'

/** Places where a test cuts the power: between two writes of a save or a step. */
export const faultPoints = [
  'save.moved',
  'save.written',
  'step.moved',
  'step.written',
  'step.closed',
  'step.opened',
  'step.recorded',
  'step.finished',
] as const
export type FaultPoint = (typeof faultPoints)[number]

/** A bundle may hold this module twice. */
const armed = Symbol.for('zhiku.faultPoint')
const holder = globalThis as { [armed]?: FaultPoint }

/** Where the process dies next; only where the setting allows it, which no production has. */
export function armFaultPoint(point: string): boolean {
  const known = faultPoints.find((name) => name === point)
  if (!env.hasFaultPoints || !known) return false
  holder[armed] = known
  return true
}

/** Ends the process as a power cut does where a test has asked for it; otherwise does nothing. */
export function faultPoint(point: FaultPoint): void {
  if (holder[armed] === point) process.kill(process.pid, 'SIGKILL')
}
