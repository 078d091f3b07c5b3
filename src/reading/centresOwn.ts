import type { Payload } from 'payload'
import { languageNow } from '@/search/language'
import type { Language } from '@/search/text/vocabulary'
import type { Vocabulary } from '@/search/types'
import { placedFor, placementsNow, type Placements } from './placements'

/** What the centre keeps that touches one query. */
export type OwnOfCentre = {
  vocabulary: Vocabulary
  /** 置顶: ids of entries to put first, in this order. */
  first: string[]
  /** 屏蔽: ids of entries to leave out of this query. */
  banned: string[]
}

/** The centre's words and placements for a query as typed, as they stand now. Rejects as the database does. */
export async function centresOwn(asked: {
  payload: Payload
  text: string
  now: Date
}): Promise<OwnOfCentre> {
  const { payload, text, now } = asked
  const [language, placements] = await Promise.all([languageNow(payload), placementsNow(payload)])
  return ownFor({ language, placements }, text, now)
}

/** The same from a language and placements at hand. */
export const ownFor = (
  { language, placements }: { language: Language; placements: Placements },
  text: string,
  now: Date,
): OwnOfCentre => ({ vocabulary: language.touching(text), ...placedFor(placements, text, now) })
