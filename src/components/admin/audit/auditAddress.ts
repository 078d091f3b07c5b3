import type { AuditWanted } from '@/workflow/audit/wanted'

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
