import type { PayloadRequest } from 'payload'
import { topics } from '@/access/rules'
import { findAll } from '../store'
import { personalNumbers } from './personalNumbers'
import { textsOf } from './textsOf'

type Row = { contact?: unknown; title: string; summary?: string | null; plain?: string | null }

const ofOffice: readonly unknown[] = topics.filter(
  (topic) => topic === 'office' || topic === 'contact',
)

/**
 * Mobile numbers that are the unit's own: what its approved entries 办公地址 and 联络方式 give, and what is
 * being written in them. Every other one is a person's.
 */
export async function officeNumbers(given: {
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
