import { setImmediate as breathe } from 'node:timers/promises'
import type { Endpoint, PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { answer } from '../answer'
import { asBatch } from './asBatch'
import { casesOf, type Case } from './caseSheets/caseOf'
import { readSheet } from './caseSheets/readSheet'
import { countFindings, type FindingCounts } from '../findings/findingsOf'
import { readFindings } from '../findings/readFindings'
import { Refused } from '../Refused'
import { findAll, findOne } from '../store'
import { saveContextOf } from './saveContext'

/** A case with what in it is to be looked at before it is published. */
type Checked = { line: number; text: Case; counts: FindingCounts | null }

/**
 * `POST /api/cases/import` (centre): closed orders as the body, a table of any kind that is read (`src/sheets`) with the
 * headings 标题、内容、结果、公开、单位、保密、工单编号, or JSON under the fields' names. All rows
 * become cases 待发布 or none does: 400 with `rows: [{ line, zh, en }]` says what is wrong where, by the rows of the
 * spreadsheet. An order number that is known is left alone.
 * 200 `{ created, known }`, and `findings: [{ line, counts }]` where rows are to be looked at before publishing.
 */
export const importCasesEndpoint: Endpoint = answer('post', '/import', async (req) => {
  if (!actorOf(req.user)) throw new Refused('notSignedIn')
  if (!isGranted(req.user, 'cases', 'create')) throw new Refused('notAllowed')
  const rows = await readSheet(new Uint8Array((await req.arrayBuffer?.()) ?? []))
  const cases: Checked[] = []
  for (const { line, text } of casesOf(rows, await unitsByName(req))) {
    // What is looked at here is text alone, for thousands of rows: others are heard between any two.
    await breathe()
    const place = { library: 'cases', unit: text.unit, categoryKey: null, topic: null } as const
    const counts = countFindings(await readFindings({ req, ...place, text }))
    cases.push({ line, text, counts })
  }
  const work = (begin: () => void) => store(req, cases, begin)
  return asBatch({ req, library: 'cases', size: cases.length, work })
})

async function store(req: PayloadRequest, cases: readonly Checked[], begin: () => void) {
  let created = 0
  const findings: { line: number; counts: FindingCounts }[] = []
  for (const { line, text: data, counts } of cases) {
    const { orderNumber } = data
    const where = { orderNumber: { equals: orderNumber } }
    if (orderNumber && (await findOne({ req, collection: 'cases', where }))) continue
    begin()
    if (counts) findings.push({ line, counts })
    saveContextOf(req).findings = counts
    await req.payload.create({ collection: 'cases', data, overrideAccess: false, depth: 0, req })
    created += 1
  }
  delete saveContextOf(req).findings
  const known = cases.length - created
  return findings.length > 0 ? { created, known, findings } : { created, known }
}

/** Units by name, by name with the one above, and by id. */
async function unitsByName(req: PayloadRequest): Promise<Map<string, string[]>> {
  const docs = await findAll({
    req,
    collection: 'nodes',
    where: { kind: { not_equals: 'category' } },
  })
  const names = new Map(docs.map(({ id, name }) => [String(id), name]))
  const found = new Map<string, string[]>()
  for (const { id, name, unitAbove } of docs) {
    const above = unitAbove ? [`${names.get(unitAbove)}/${name}`] : []
    for (const key of [String(id), name, ...above]) {
      found.set(key, [...(found.get(key) ?? []), String(id)])
    }
  }
  return found
}
