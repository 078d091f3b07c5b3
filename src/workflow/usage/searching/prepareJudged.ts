import type { PayloadRequest } from 'payload'
import { askedForm } from '@/search/text/normalise'
import { personalNumbers } from '../../findings/personalNumbers'
import { whoAsks } from '../../audit/recordAudit'
import { findOne } from '../../store'
import { refuseField } from './refuseField'

type Slug = 'placements' | 'judgements'
type Judged = { id?: string; query?: unknown; entry?: unknown }

type Row = { id: string; number: string; title: string }

/** What is stored of a query and the entry meant, and who changed it; throws as `checkJudged`. */
export async function prepareJudged(req: PayloadRequest, slug: Slug, judged: Judged) {
  return { ...(await checkJudged(req, slug, judged)), ...whoAsks(req) }
}

/**
 * A query and the entry meant, sent as its id or number: what the server knows of both. Throws
 * Refused where there is no such entry, or the same query and entry are kept already.
 */
export async function checkJudged(req: PayloadRequest, slug: Slug, judged: Judged) {
  const query = typeof judged.query === 'string' ? judged.query.trim() : ''
  const asked = askedForm(query)
  if (asked === '') refuseField('query', (texts) => texts.noQuery)
  if (personalNumbers(query).length > 0) refuseField('query', (texts) => texts.personal)
  const entry = await entryOf(req, judged.entry)
  if (!entry) return refuseField('entry', (texts) => texts.noEntry)
  const slot = `${asked}|${entry.id}`
  const other = await findOne({ req, collection: slug, where: { slot: { equals: slot } } })
  if (other && other.id !== judged.id) refuseField('entry', (texts) => texts.keptAlready)
  const { id, number, title } = entry
  return { query, asked, entry: id, number, entryTitle: title, slot }
}

async function entryOf(req: PayloadRequest, sent: unknown): Promise<Row | null> {
  const known = typeof sent === 'string' ? sent.trim() : ''
  if (known === '') return null
  return findOne<Row>({
    req,
    collection: 'register',
    where: { or: [{ id: { equals: known } }, { number: { equals: known.toUpperCase() } }] },
  })
}
