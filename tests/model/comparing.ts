import type { Verdict } from './deciding'
import { statusOf } from './words'

export type Given = { status: number; code?: unknown; body: unknown }

/** Both ways: what is allowed happens, what is not is refused for a reason the model knows. */
export function compare(verdict: Verdict, given: Given): string[] {
  const { status, code } = given
  const said = `${status} ${String(code ?? '')} ${JSON.stringify(given.body).slice(0, 300)}`
  const isTaken = status === 200 || status === 201
  if (isTaken) {
    return verdict.may === false ? [`should be refused (${verdict.codes.join(', ')}): ${said}`] : []
  }
  if (verdict.may === true) return [`should be done: ${said}`]
  if (verdict.isNowhere && status === 404) return []
  const isRight = verdict.codes.some((known) => known === code && statusOf[known] === status)
  return isRight ? [] : [`should be refused as ${verdict.codes.join(', ')}: ${said}`]
}
