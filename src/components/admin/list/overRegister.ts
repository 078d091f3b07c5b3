import type { Where } from 'payload'

const shared = new Set(['unit', 'unitAbove'])

/**
 * Conditions over a library's rows as conditions over the register's; null where one is about the text
 * itself. The place stands in both, the rest of the register behind `entry.`.
 */
export function overRegister(conditions: readonly Where[]): Where[] | null {
  const turned = conditions.map(turn)
  return turned.every((where): where is Where => where !== null) ? turned : null
}

function turn(where: Where): Where | null {
  const turned: Where = {}
  for (const [path, condition] of Object.entries(where)) {
    if (path === 'and' || path === 'or') {
      const parts = overRegister(condition as Where[])
      if (!parts) return null
      turned[path] = parts
    } else if (path.startsWith('entry.')) {
      turned[path.slice('entry.'.length)] = condition
    } else if (shared.has(path)) {
      turned[path] = condition
    } else {
      return null
    }
  }
  return turned
}
