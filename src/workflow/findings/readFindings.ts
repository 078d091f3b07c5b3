import type { PayloadRequest } from 'payload'
import { idOf } from '@/access/actor'
import { topics, type Library } from '@/access/rules'
import { readListedWords } from '@/search/listedWords'
import { findAll } from '../store'
import { besideOriginal } from './besideOriginal'
import { findingsOf, textsOf, type Finding } from './findingsOf'
import { personalNumbers } from './personalNumbers'

/** A text where it is filed: written, sent with a step, or read from a file and not stored yet. */
type Written = {
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
  const besides = await besideOriginal(written)
  const found = findingsOf(checked)
  // Whose a mobile number is, is asked where there is one.
  if (!found.some(({ kind }) => kind === 'mobileNumber')) return [...besides, ...found]
  return [...besides, ...findingsOf({ ...checked, offices: await officeNumbers(written) })]
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

type Row = { contact?: unknown; title: string; summary?: string | null; plain?: string | null }

const ofOffice: readonly unknown[] = topics.filter(
  (topic) => topic === 'office' || topic === 'contact',
)

/**
 * Mobile numbers that are the unit's own: what its approved entries 办公地址 and 联络方式 give, and what is
 * being written in them. Every other one is a person's.
 */
async function officeNumbers(given: {
  req: PayloadRequest
  unit: string
  topic: unknown
  text: Readonly<Record<string, unknown>>
}): Promise<ReadonlySet<string>> {
  const { req, unit, topic, text } = given
  const docs = await findAll({
    req,
    collection: 'publications',
    where: {
      and: [{ isLive: { equals: true } }, { unit: { equals: unit } }, { topic: { in: ofOffice } }],
    },
    select: { contact: true, title: true, summary: true, plain: true },
  })
  const own = ofOffice.includes(topic) ? textsOf(text) : []
  const approved = (docs as unknown as Row[]).flatMap(({ contact, title, summary, plain }) =>
    textsOf({ contact, title, summary, content: plain }),
  )
  const numbers = [...own, ...approved].flatMap((part) => personalNumbers(part.text))
  return new Set(numbers.filter(({ kind }) => kind === 'mobileNumber').map(({ digits }) => digits))
}
