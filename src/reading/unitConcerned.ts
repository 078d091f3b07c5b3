import type { Payload } from 'payload'
import { languageNow } from '@/search/language'
import { bareText, normalisedText } from '@/search/text/normalise'
import type { EntryHit } from './searchAnswer'
import type { TreeUnit } from './readTree'

/** So many of the first hits are looked at, and so many must be of one unit to tell. */
const looked = 5
const most = 3
/** A shorter name stands in many words. */
const shortest = 3

type Asked = {
  payload: Payload
  units: readonly TreeUnit[]
  words: string
  hits: readonly Pick<EntryHit, 'unit'>[]
}

/**
 * The unit a question without an answer is probably for: the one its words name, the longest name first, else the
 * one that most of the first hits are of. Null where neither tells.
 */
export async function unitConcerned(asked: Asked): Promise<{ id: string; name: string } | null> {
  const { payload, units, words, hits } = asked
  const { withOneName } = await languageNow(payload)
  const plain = (text: string) => bareText(withOneName(normalisedText(text)))
  const question = plain(words)
  const named = allOf(units)
    .map((unit) => ({ unit, name: plain(withoutPlace(unit.name)) }))
    .filter(({ name }) => name.length >= shortest && question.includes(name))
    .sort((one, other) => other.name.length - one.name.length)
  // 市场监督管理局 of the city and of each county: the city's stands first in the tree.
  if (named[0]) return named[0].unit
  const first = hits.slice(0, looked).map(({ unit }) => unit)
  const commonest = first.find(({ id }) => first.filter((unit) => unit.id === id).length >= most)
  return commonest ?? null
}

/** 云澜市住房公积金管理中心 is called without the city. */
const withoutPlace = (name: string): string => name.replace(/^.{1,5}?[市县区](?=.{3})/u, '')

const allOf = (units: readonly TreeUnit[]): TreeUnit[] =>
  units.flatMap((unit) => [unit, ...allOf(unit.units)])
