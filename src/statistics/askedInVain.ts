import type { Payload, Where } from 'payload'
import { popular } from '@/access/searching'
import { readListedWords, wordFinder } from '@/search/listedWords'
import { endOfDay, startOfDay } from '@/shanghaiDay'
import { countGroups, readRows } from '@/tables'
import type { Days } from './readsOf'

/** What was asked and not answered, and how many different readers asked it. */
export type AskedInVain = { query: string; askers: number }

/** Answers that were none: nothing was found, nothing was opened, or it was put in other words. */
const vain: Where = { outcome: { in: ['inVain', 'abandoned', 'reformulated'] } }

const within = ({ from, to }: Days): Where[] => [
  { at: { greater_than_equal: startOfDay(from)?.toISOString() } },
  ...(to === undefined ? [] : [{ at: { less_than_equal: endOfDay(to)?.toISOString() } }]),
]

/**
 * What several readers asked within these days and found nothing for, or opened nothing of, the most asked first; by its
 * form (`askedForm`), numbers of persons masked as in the record. What holds a word of the centre's list (提示用语) is told to
 * nobody, as it is offered to nobody.
 */
export async function askedInVain(payload: Payload, days: Days): Promise<AskedInVain[]> {
  const groups = await countGroups(payload, {
    collection: 'searches',
    where: { and: [...within(days), vain] },
    by: ['form', 'reader', 'session'],
  })
  const findWords = wordFinder(await readListedWords(payload))
  const askers = new Map<string, number>()
  for (const { form } of groups) {
    const query = typeof form === 'string' ? form : ''
    if (query) askers.set(query, (askers.get(query) ?? 0) + 1)
  }
  return (
    [...askers]
      .map(([query, n]) => ({ query, askers: n }))
      // Asked by fewer, words may tell of one of them: as with what is offered to others.
      .filter((one) => one.askers >= popular.askers)
      .filter(({ query }) => findWords(query).length === 0)
      .sort((one, other) => other.askers - one.askers || (one.query < other.query ? -1 : 1))
  )
}

/** A question of this form as somebody put it, the last of them within these days; as it is where nobody did. */
export async function asPut(payload: Payload, form: string, days: Days): Promise<string> {
  const [row] = await readRows(payload, {
    ...{ collection: 'searches', columns: ['query'], sort: '-at', limit: 1 },
    where: { and: [...within(days), { form: { equals: form } }] },
  })
  return typeof row?.query === 'string' ? row.query : form
}
