import { libraries, noticeKinds } from '@/access/rules'
import { flag, instant, list, number, object, oneOf, orNull, text, type Schema } from './schema'

/** An entry as lists, hits and references show it. */
export const summary = {
  id: { ...text, description: '条目标识，不变 / the entry, never a row' },
  number: { ...text, description: '编号，如 ZS000001' },
  library: oneOf(libraries),
  kind: { ...orNull(oneOf(noticeKinds)), description: '信息公开的类型 / of a notice' },
  title: text,
  summary: { ...text, description: '概要/答复口径，可直接读给来电人' },
  unit: object({ id: text, name: text, above: orNull(text) }),
  category: orNull(object({ key: text, name: text })),
  openToUnits: flag,
  openToPublic: flag,
  validUntil: orNull(instant),
  approvedAt: instant,
}

/** What of an entry stands in its own text. */
export const ownText: Record<string, Schema> = {
  ...summary,
  revision: { ...number, description: '第几版，从 1 起 / which of its texts, from 1' },
  html: text,
  similarQuestions: list(text),
  basis: orNull(text),
  validFrom: orNull(instant),
  attachments: list(object({ name: text, size: number, mime: text, url: text })),
}
