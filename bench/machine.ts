import { cpus, totalmem } from 'node:os'
import { dependencies } from '../package.json'

/** What was measured on, in one line. */
export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus()[0]?.model.trim()} × ${cpus().length}, ${memory} GB; Node ${process.version}`
}

/** The versions of these packages, in one line. */
export function versionsOf(names: readonly (keyof typeof dependencies)[]): string {
  return names.map((name) => `${name} ${dependencies[name]}`).join(', ')
}
