import type { AuditWanted } from '@/workflow/audit/readLines'

export const inboxPath = '/admin/inbox'
export const tasksPath = '/admin/tasks'

/** The log, narrowed to this. */
export const auditAddress = (wanted: Partial<AuditWanted> = {}): string =>
  `/admin/collections/audit${queryOf(wanted)}`

/** The file of what the log narrowed to this shows. */
export const exportAddress = (wanted: Partial<AuditWanted>): string =>
  `/api/audit/export${queryOf(wanted)}`

function queryOf(wanted: Partial<AuditWanted>): string {
  const named = Object.entries(wanted).filter(([, value]) => value !== '')
  return named.length > 0 ? `?${new URLSearchParams(named)}` : ''
}

/** The versions of an entry, or one of them. */
export const versionsAddress = (library: string, id: string, version?: string): string =>
  `/admin/collections/${library}/${id}/versions${version ? `/${version}` : ''}`

/** What an address asks for, each name once; lists of values are nothing our pages ask. */
export const searchOf = (query: Record<string, unknown> | undefined): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
