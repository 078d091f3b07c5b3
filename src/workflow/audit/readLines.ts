import type { PayloadRequest, Where } from 'payload'
import type { Audit } from '@/payload-types'
import { auditConditions, type AuditWanted } from './wanted'

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
