import { as } from '../server/people'
import type { Body, Row } from './answers'

/** The lines of the audit log about a subject, in the order they were written. */
export async function about(subject: string, field = 'subject'): Promise<Row[]> {
  const auditor = await as('auditor')
  const path = `/api/audit?where[${field}][equals]=${encodeURIComponent(subject)}&sort=seq&limit=0`
  return (await auditor.get<Body>(path)).body.docs
}

/** What was done, and by whom. */
export const told = (lines: Row[]) => lines.map(({ action, by }) => [action, by])

export async function lastLine(): Promise<Row> {
  const auditor = await as('auditor')
  const { body } = await auditor.get<Body>('/api/audit?sort=-seq&limit=1')
  if (!body.docs[0]) throw new Error('The audit log is empty.')
  return body.docs[0]
}
