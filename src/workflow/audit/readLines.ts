import type { PayloadRequest, Where } from 'payload'
import { auditActions, auditGroups } from '@/i18n/auditActions'
import type { Audit } from '@/payload-types'
import { endOfDay, startOfDay } from '@/shanghaiDay'

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

/** So many lines on a page. */
const limit = 50

/** A page (from 1) of the lines that are wanted, as far as this person may read the log; the newest first. */
export async function linesWanted(
  req: PayloadRequest,
  wanted: AuditWanted,
  page: number,
): Promise<{ docs: Audit[]; totalDocs: number; totalPages: number }> {
  return req.payload.find({
    collection: 'audit',
    where: { and: auditConditions(wanted) },
    sort: '-seq',
    page,
    limit,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
}

/** One line, as far as this person may read the log. */
export async function lineWhere(req: PayloadRequest, where: Where): Promise<Audit | null> {
  const { docs } = await req.payload.find({
    collection: 'audit',
    where,
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return docs[0] ?? null
}

/** The ten lines written last, for the first page of those who read the log. */
export async function lastLines(req: PayloadRequest): Promise<Audit[]> {
  const { docs } = await req.payload.find({
    collection: 'audit',
    sort: '-at',
    limit: 10,
    overrideAccess: true,
    depth: 0,
    req,
  })
  return docs
}
