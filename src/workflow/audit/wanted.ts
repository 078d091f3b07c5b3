import type { Where } from 'payload'
import { endOfDay, startOfDay } from '@/shanghaiDay'
import { auditActions, auditGroups } from '@/i18n/auditActions'

/** What somebody wants to see of the log; empty where it is not narrowed. */
export type AuditWanted = ReturnType<typeof auditWanted>

/** All actions of a matter are wanted, not one of them. */
export const wholeGroup = (key: string): string => `${key}.*`

/** What the address of the list, or of its export, asks for; what is not understood is as if it were not there. */
export function auditWanted(query: Record<string, unknown> | undefined) {
  const textOf = (name: string) => {
    const value = query?.[name]
    return typeof value === 'string' ? value.trim().slice(0, 100) : ''
  }
  const dayOf = (name: string) => (startOfDay(dayIn(textOf(name))) ? textOf(name) : '')
  const action = textOf('action')
  return {
    action: actionsOf(action).length > 0 ? action : '',
    person: textOf('person'),
    search: textOf('search'),
    from: dayOf('from'),
    until: dayOf('until'),
  }
}

/** The same as a query. */
export function auditConditions({ action, person, search, from, until }: AuditWanted): Where[] {
  const [first, last] = [startOfDay(from), endOfDay(until)]
  const conditions: (Where | '' | null)[] = [
    action && { action: { in: actionsOf(action) } },
    person && { byName: { like: person } },
    search && { subjectName: { like: search } },
    first && { at: { greater_than_equal: first.toISOString() } },
    last && { at: { less_than_equal: last.toISOString() } },
  ]
  return conditions.filter((one): one is Where => Boolean(one))
}

const dayIn = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '')

function actionsOf(action: string): readonly string[] {
  const group = auditGroups.find(({ key }) => wholeGroup(key) === action)
  return group?.actions ?? (Object.hasOwn(auditActions, action) ? [action] : [])
}
