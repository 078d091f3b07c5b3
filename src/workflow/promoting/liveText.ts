import type { PayloadRequest } from 'payload'
import { idOf } from '@/access/actor'
import { wrongStateTexts } from '@/i18n/refusals'
import type { Entry } from '../entry'
import { Refused } from '../Refused'
import { savedText } from '../reviewing/versions/versionsOf'
import type { LiveRow, WorkingText } from '../step/publication'
import { byId, findOne } from '../store'

/**
 * What a new text of 热点信息 takes over of one that is online: its words as readers have them now, whatever is
 * under way in its working copy, and the switches of the live row. A plan's or a notice's without what they lack.
 */
export async function textFrom(req: PayloadRequest, entry: Entry) {
  const live = await findOne<LiveRow>({
    ...{ req, collection: 'publications', where: { slot: { equals: entry.id } } },
  })
  if (!live) throw new Refused('wrongState', { detail: wrongStateTexts.offline })
  const text = await textOfRevision(req, entry, live.revision)
  const { title, summary, body, keywords, themes, similarQuestions, basis, validUntil } = text
  const isAhead = Date.parse(String(validUntil)) > Date.now()
  return {
    ...{ title, summary, body, keywords, similarQuestions, basis },
    ...(entry.library === 'knowledge' ? { themes: idsOf(themes) } : {}),
    ...(isAhead ? { validUntil } : {}),
    openToUnits: live.openToUnits,
    // Nobody decided it of a plan, which is never on the website.
    ...(entry.library === 'plans' ? {} : { openToPublic: live.openToPublic }),
    attachments: idsOf(text.attachments),
    related: entry.library === 'knowledge' ? [entry.id] : [],
  }
}

/** A text as it was saved with this revision. Throws `Refused` where there is none. */
export async function textOfRevision(
  req: PayloadRequest,
  entry: Pick<Entry, 'id' | 'library'>,
  revision: number,
) {
  const { id, library } = entry
  const copy = await findOne<WorkingText>({ req, collection: library, where: byId(id) })
  if (copy?.revision === revision) return copy
  const saved = await savedText({ req, library, id }, { 'version.revision': { equals: revision } })
  if (!saved) throw new Refused('wrongState', { detail: wrongStateTexts.offline })
  return saved.text
}

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((one) => idOf(one) ?? []) : []
