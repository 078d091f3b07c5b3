import type { Where } from 'payload'

/** What a working copy and its register row both have: a condition on one is a condition on the other. */
export const sharedColumns: readonly string[] = ['id', 'unit', 'unitAbove']

const behind = 'entry.'

/**
 * Conditions over a library's rows as conditions over the register's; null where one is about the text
 * itself. The place stands in both, the rest of the register behind `entry.`.
 */
export function overRegister(
  conditions: readonly Where[],
  shared: readonly string[] = sharedColumns,
): Where[] | null {
  const turned = conditions.map((where) => turn(where, shared))
  return turned.every((where): where is Where => where !== null) ? turned : null
}

function turn(where: Where, shared: readonly string[]): Where | null {
  const turned: Where = {}
  for (const [key, condition] of Object.entries(where)) {
    const path = dotted(key)
    const junction = junctionOf(key, condition)
    if (junction) {
      const parts = overRegister(partsOf(condition), shared)
      if (!parts) return null
      turned[junction] = parts
    } else if (path.startsWith(behind)) {
      turned[path.slice(behind.length)] = condition
    } else if (shared.includes(path)) {
      turned[path] = condition
    } else {
      return null
    }
  }
  return turned
}

/** Does any of them ask for something behind `entry.`? */
export function asksRegister(conditions: readonly Where[]): boolean {
  return conditions.some((where) =>
    Object.entries(where).some(([key, condition]) =>
      junctionOf(key, condition)
        ? asksRegister(partsOf(condition))
        : dotted(key).startsWith(behind),
    ),
  )
}

/** The parts all of which must hold, none of them an `and`. */
export function conjunctsOf(where: Where): Where[] {
  return Object.entries(where).flatMap(([key, condition]) => {
    const junction = junctionOf(key, condition)
    const parts = junction ? partsOf(condition) : []
    const isOne = junction === 'and' || (junction === 'or' && parts.length === 1)
    return isOne ? parts.flatMap(conjunctsOf) : [{ [junction ?? key]: condition }]
  })
}

/** A column to sort by as one of the register, `-` before it kept; null where it is none. */
export function orderOverRegister(order: string): string | null {
  const path = dotted(order.replace(/^-/, ''))
  if (!path.startsWith(behind)) return null
  return `${order.startsWith('-') ? '-' : ''}${path.slice(behind.length)}`
}

const partsOf = (condition: unknown) =>
  (condition as unknown[]).filter(
    (part): part is Where => typeof part === 'object' && part !== null,
  )

const dotted = (path: string) => path.replace(/__/g, '.')

/** As Payload reads it: in any case of letters, and only before a list. */
function junctionOf(key: string, condition: unknown): 'and' | 'or' | null {
  const name = key.toLowerCase()
  return Array.isArray(condition) && (name === 'and' || name === 'or') ? name : null
}
