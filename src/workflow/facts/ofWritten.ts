import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { audienceOf } from '@/access/audience'
import { isLexicalText } from '@/blocks/lexical'
import { toPlain } from '@/blocks/render'
import type { Entry } from '../entry'
import { namesOf } from '../namesOf'
import { contradictionsOf, type ToldContradiction } from './contradictions'

/**
 * What a working text and live ones that this person may read as a reader say otherwise, before it is saved or decided
 * on. Whether they may read the working text, the caller asked.
 */
export async function contradictionsOfWritten(given: {
  req: PayloadRequest
  actor: Actor
  entry: Pick<Entry, 'id' | 'number' | 'library' | 'revision' | 'unit' | 'unitAbove'>
  text: Readonly<Record<string, unknown>>
}): Promise<ToldContradiction[]> {
  const { req, actor, entry, text } = given
  const { id, number, library, revision, unit, unitAbove } = entry
  const names = await namesOf(req.payload, [unit], 'nodes')
  const said = (value: unknown) => (typeof value === 'string' ? value : '')
  const day = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  return contradictionsOf(
    { payload: req.payload, audience: audienceOf(actor) },
    {
      ...{ entry: id, number, library, revision, unit, unitAbove, unitName: names.get(unit) ?? '' },
      ...{ title: said(text.title), summary: said(text.summary) },
      plain: isLexicalText(text.body) ? toPlain(text.body) : '',
      ...{ validFrom: day(text.validFrom), validUntil: day(text.validUntil) },
    },
  )
}
