import type { Payload } from 'payload'
import { popular } from '@/access/searching'
import { readListedWords, wordFinder } from '@/search/listedWords'
import { askedForm } from '@/search/text/normalise'
import { soundOf } from '@/search/text/pinyin'
import { readRows } from '@/tables'
import { keptFor } from '@/tables/keptFor'
import { findLive, type Reader } from './live'

type Query = { form: string; text: string; isInside: boolean; entry: string; sounds: string[] }
type Row = { text: string; side: string; entries: string[] | null }

/** So many are offered at all, the most asked first. */
const most = 3_000
/** So many are looked at for each that is wanted: some hold a listed word, of some nothing is visible to this reader. */
const spare = 4

/**
 * Queries that found something and hold what is typed, the most asked first and those that begin with it before
 * all. Only those whose first entry is live and visible to this reader now: others may stand behind one of which
 * this reader is not to know. What people inside asked is not offered to the public, and what holds a word of the
 * centre's list (提示用语) to nobody. `typed` may be characters, full pinyin, initials, or nothing. Rejects as the
 * database does.
 */
export async function popularQueries(
  reader: Reader,
  typed: string,
  limit: number,
): Promise<string[]> {
  const form = askedForm(typed)
  if (form === '' && typed.trim() !== '') return []
  const isPublic = reader.audience.sees === 'public'
  const { queries, findWords } = await kept.now(reader.payload, () => read(reader.payload))
  const matching = queries
    .filter((query) => !(isPublic && query.isInside) && query.form !== form)
    .map((query) => ({ query, at: placeOf(query, form) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => Math.min(one.at, 1) - Math.min(other.at, 1))
    .slice(0, limit * spare)
    .map(({ query }) => query)
    .filter(({ text }) => findWords(text).length === 0)
  if (matching.length === 0) return []
  const { rows } = await findLive(reader, {
    columns: ['entry'],
    where: { slot: { in: [...new Set(matching.map(({ entry }) => entry))] } },
    limit: 0,
  })
  const visible = new Set(rows.map(({ entry }) => entry))
  const offered = matching.filter(({ entry }) => visible.has(entry))
  return [...new Map(offered.map(({ form: one, text }) => [one, text])).values()].slice(0, limit)
}

/** Where what is typed stands in a query, by its characters or by its sound; -1 where it does not. */
function placeOf({ form, sounds }: Query, typed: string): number {
  if (!/^[a-z]+$/.test(typed)) return form.indexOf(typed)
  const heard = sounds.findIndex((_, at) => {
    const rest = sounds.slice(at)
    const initials = rest.map((sound) => sound[0]).join('')
    return rest.join('').startsWith(typed) || (typed.length > 1 && initials.startsWith(typed))
  })
  return heard >= 0 ? heard : form.indexOf(typed)
}

type Popular = { queries: Query[]; findWords: ReturnType<typeof wordFinder> }
const kept = keptFor<Popular>({ name: 'popular', time: 10_000 })
/** A query's sounds do not change; working them out for all of them takes a while. */
const soundsKept = new Map<string, string[]>()

async function read(payload: Payload): Promise<Popular> {
  const rows = (await readRows(payload, {
    collection: 'queries',
    columns: ['text', 'side', 'entries'],
    where: { askerCount: { greater_than_equal: popular.askers } },
    sort: '-count',
    limit: most,
  })) as Row[]
  if (soundsKept.size > 2 * most) soundsKept.clear()
  const queries = rows.map(({ text, side, entries }) => {
    const sounds = soundsKept.get(text) ?? soundOf(text)
    soundsKept.set(text, sounds)
    return {
      form: askedForm(text),
      text,
      isInside: side === 'inside',
      entry: entries?.[0] ?? '',
      sounds,
    }
  })
  return { queries, findWords: wordFinder(await readListedWords(payload)) }
}
