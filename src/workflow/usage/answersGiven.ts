import { once } from '@/once'

/** Answers remembered, the latest; and uses of each: a client that names one for more is asked about in the database. */
const most = 20_000
const mostUses = 100

/** When what was used, by the id of the use, of each answer this process gave lately. */
const given = once('answersGiven', () => new Map<string, Map<string, string>>())

/** An answer has just been given, and nothing of it was used before. */
export function rememberAnswer(search: string): void {
  given.set(search, new Map())
  if (given.size <= most) return
  const [oldest] = given.keys()
  if (oldest !== undefined) given.delete(oldest)
}

/** What was used of an answer that this process gave lately; of any other nothing is known. */
export const usesOf = (search: string): ReadonlyMap<string, string> | undefined => given.get(search)

export function rememberUse(search: string, id: string, at: string): void {
  const uses = given.get(search)
  uses?.set(id, at)
  if (uses && uses.size > mostUses) given.delete(search)
}
