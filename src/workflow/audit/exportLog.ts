import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { auditActions } from '@/i18n/auditActions'
import { auditTexts } from '@/i18n/auditDetails'
import { labelled, type Language } from '@/i18n/language'
import type { Audit } from '@/payload-types'
import { dayOf, secondOf } from '@/shanghaiDay'
import { answerAs } from '../answer'
import { csvFile } from '../csv'
import { languageOfRequest, Refused } from '../Refused'
import { detailsInWords, namesInLines } from './detailsInWords'
import { recordAudit } from './append'
import { auditConditions, auditWanted, type AuditWanted } from './readLines'

/** So many rows are in memory at a time. */
const rowsAtOnce = 500

/**
 * `GET /api/audit/export`, narrowed as the list is (`action`, `person`, `search`, `from`, `until`): a CSV file,
 * newest first, read page by page as it is sent. The export is on record itself; its line stands behind what is exported.
 */
export const exportEndpoint = answerAs('get', '/export', async (req) => {
  if (!actorOf(req.user)) throw new Refused('notSignedIn')
  if (!isGranted(req.user, 'audit', 'read')) throw new Refused('notAllowed')
  const wanted = auditWanted(req.query)
  const [newest] = await read(req, wanted, { limit: 1 })
  await recordExport(req, wanted)
  const language = languageOfRequest(req)
  return csvFile({
    name: `${auditTexts.zh.record} ${dayOf(new Date())}.csv`,
    plainName: 'audit.csv',
    head: headOf(language),
    pages: linesBelow(req, wanted, newest ? newest.seq + 1 : 0),
  })
})

async function recordExport(req: PayloadRequest, wanted: AuditWanted): Promise<void> {
  // With other actions `from` is what was before.
  const { from: day, ...narrowed } = wanted
  const told = Object.entries({ ...narrowed, day }).filter(([, value]) => value !== '')
  const details = told.length > 0 ? Object.fromEntries(told) : null
  await recordAudit({ req, action: 'audit.export', details })
}

async function* linesBelow(req: PayloadRequest, wanted: AuditWanted, end: number) {
  const language = languageOfRequest(req)
  let below = end
  while (below > 0) {
    const rows = await read(req, wanted, { limit: rowsAtOnce, below })
    const last = rows.at(-1)
    if (!last) return
    below = last.seq
    const names = await namesInLines(req.payload, rows)
    yield rows.map((row) => cellsOf(row, names, language))
  }
}

type Read = { limit: number; below?: number }

async function read(
  req: PayloadRequest,
  wanted: AuditWanted,
  { limit, below }: Read,
): Promise<Audit[]> {
  const earlier = below === undefined ? [] : [{ seq: { less_than: below } }]
  const { docs } = await req.payload.find({
    collection: 'audit',
    where: { and: [...auditConditions(wanted), ...earlier] },
    sort: '-seq',
    limit,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return docs
}

function headOf(language: Language): string[] {
  const texts = auditTexts[language]
  const { seq, at, action, by, subject, revision, details, hash } = texts
  return [seq, at, action, by, subject, revision, details, hash]
}

function cellsOf(row: Audit, names: ReadonlyMap<string, string>, language: Language) {
  const { seq, at, action, byName, subjectName, revision, hash } = row
  const details = detailsInWords({ line: { action, details: row.details }, names, language })
  return [
    ...[seq, secondOf(at), auditActions[action]?.[language] ?? action],
    ...[byName || auditTexts[language].nobody, subjectName ?? '', revision ?? ''],
    details.map(({ name, value }) => labelled(language, name, value)).join('；'),
    hash,
  ]
}
