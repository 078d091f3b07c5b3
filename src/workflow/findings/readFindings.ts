import type { PayloadRequest } from 'payload'
import { idOf } from '@/access/actor'
import type { Library } from '@/access/rules'
import { readListedWords } from '@/search/listedWords'
import { findAll } from '../store'
import { findingsOf, type Finding } from './findingsOf'
import { officeNumbers } from './officeNumbers'

/** A text where it is filed: written, sent with a step, or read from a file and not stored yet. */
export type Written = {
  req: PayloadRequest
  library: Library
  unit: string
  categoryKey: string | null
  /** Which of the four entries of 部门详情 it is, if any. */
  topic: unknown
  text: Readonly<Record<string, unknown>>
}

/** The findings of a text, by the centre's words of today and the unit's own numbers. */
export async function readFindings(written: Written): Promise<Finding[]> {
  const { req, library, text, categoryKey } = written
  const words = await readListedWords(req.payload, req)
  const fileNames = await namesOfFiles(req, text.attachments)
  const checked = { library, text, categoryKey, words, fileNames }
  const found = findingsOf(checked)
  // Whose a mobile number is, is asked where there is one.
  if (!found.some(({ kind }) => kind === 'mobileNumber')) return found
  return findingsOf({ ...checked, offices: await officeNumbers(written) })
}

async function namesOfFiles(req: PayloadRequest, attachments: unknown): Promise<string[]> {
  const ids = [attachments].flat().flatMap((file) => idOf(file) ?? [])
  if (ids.length === 0) return []
  const docs = await findAll({
    req,
    collection: 'media',
    where: { id: { in: ids } },
    select: { name: true },
  })
  return docs.flatMap(({ name }) => name ?? [])
}
