import type { Payload } from 'payload'
import { readRows } from '@/tables'
import { follow } from '@/tables/follow'
import { createLanguage, type Language } from './text/vocabulary'

/** One line of the centre's: synonyms, or words to keep whole. */
export type Term = { kind: string; words: readonly string[] }

/**
 * The hotline's language as it is now: names of units and places from the tree, the centre's words, and its
 * groups of synonyms. Rejects as the database does.
 */
export const languageNow = (payload: Payload): Promise<Language> => followed.now(payload)

/** The language as it would be with this line, in place of the stored one of this id where there is one. */
export const languageWith = (payload: Payload, term: Term, id?: string): Promise<Language> =>
  made(payload, { term, id })

const followed = follow('language', ['nodes', 'terms'], (payload) => made(payload))

async function made(payload: Payload, change?: { term: Term; id?: string }): Promise<Language> {
  const [nodes, { docs }] = await Promise.all([
    readRows(payload, {
      collection: 'nodes',
      columns: ['name'],
      where: { kind: { not_equals: 'category' } },
      limit: 0,
    }),
    payload.find({
      collection: 'terms',
      overrideAccess: true,
      depth: 0,
      pagination: false,
      limit: 0,
      select: { kind: true, words: true },
    }),
  ])
  const stored: Term[] = docs.filter(({ id }) => id !== change?.id)
  const terms = change ? [...stored, change.term] : stored
  const groups = terms.filter(({ kind }) => kind === 'synonyms').map(({ words }) => words)
  return createLanguage(
    [...nodes.map(({ name }) => String(name)), ...terms.flatMap(({ words }) => words)],
    groups,
  )
}
