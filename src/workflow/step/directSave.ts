import type { PayloadRequest } from 'payload'
import type { Switches } from './intent'
import type { Entry } from '../entry'
import { placeOfText, type FiledAt } from '../saving/placeOfText'
import type { WorkingText } from './publication'
import { Refused } from '../Refused'

/**
 * Checks a direct save of the centre (知识库修改) and answers where the entry is filed then: it corrects what
 * is written, not whom it is open to, and moves nothing to another unit (a case: to the unit that handled it).
 */
export async function checkDirectSave(given: {
  req: PayloadRequest
  entry: Entry
  text: WorkingText
  sent: Record<string, unknown>
  live: Switches | null
}): Promise<FiledAt> {
  const { req, entry, text, sent, live } = given
  const isCase = entry.library === 'cases'
  for (const name of ['openToUnits', 'openToPublic'] as const) {
    const isKept = isCase || !(name in sent) || sent[name] === Boolean(live?.[name])
    if (!isKept) throw notTheirs(name)
  }
  const ownUnit = isCase ? null : entry.unit
  return placeOfText({ req, library: entry.library, ownUnit, text: { ...text, ...sent } })
}

const notTheirs = (field: string) =>
  new Refused('notAllowed', {
    fields: [field],
    detail: {
      zh: '是否公开由本单位分管领导决定，不能随直接修改一起改变。',
      en: 'Whom a text is open to is decided by the unit’s approver, not by a direct save.',
    },
  })
