import type { Payload } from 'payload'
import { languageNow } from '@/search/language'
import type { Language } from '@/search/text/vocabulary'
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
 * The unit a question without an answer is probably for: the one its words name, with its place before any other's, else
 * the one that most of the first hits are of. Null where neither tells.
 */
export async function unitConcerned(asked: Asked): Promise<{ id: string; name: string } | null> {
  const { payload, units, words, hits } = asked
  const language = await languageNow(payload)
  const question = plain(words, language)
  const [named] = allOf(units)
    .map(({ unit, above }) => {
      const { whole, bare, place } = nameIn(unit.name, language)
      const region = above && nameIn(above, language)
      const isThere = stands(place, question) || (region && stands(stem(region.whole), question))
      const isWhole = whole !== bare && question.includes(whole)
      return { unit, bare, isThere: Number(isThere), isWhole: Number(isWhole) }
    })
    .filter(({ bare }) => bare.length >= shortest && question.includes(bare))
    // 市场监督管理局 of the city and of each county: without a place it is the city's, which stands first in the tree.
    .sort(
      (one, other) =>
        other.isThere - one.isThere ||
        other.isWhole - one.isWhole ||
        other.bare.length - one.bare.length,
    )
  if (named) return named.unit
  const first = hits.slice(0, looked).map(({ unit }) => unit)
  const commonest = first.find(({ id }) => first.filter((unit) => unit.id === id).length >= most)
  return commonest ?? null
}

const plain = (text: string, { withOneName }: Language) =>
  bareText(withOneName(normalisedText(text)))

/** A unit's name as it is looked for; 云澜市住房公积金管理中心 is called without the city too. */
type Name = { whole: string; bare: string; place: string }

/** The language follows the tree and the centre's words: with another one names are made anew. */
const kept = new WeakMap<Language, Map<string, Name>>()

function nameIn(name: string, language: Language): Name {
  const names = kept.get(language) ?? new Map<string, Name>()
  kept.set(language, names)
  const known = names.get(name)
  if (known) return known
  const [place = ''] = /^.{1,5}?[市县区](?=.{3})/u.exec(name) ?? []
  const made = {
    whole: plain(name, language),
    bare: plain(name.slice(place.length), language),
    place: stem(plain(place, language)),
  }
  names.set(name, made)
  return made
}

/** 青溪县 is called 青溪 too; 高新区 without its last character is something else. */
const stem = (place: string): string => place.replace(/(?<=..)[市县]$/u, '')

const stands = (place: string, question: string): boolean =>
  place !== '' && question.includes(place)

/** Each with the name of what it is below. */
const allOf = (units: readonly TreeUnit[], above = ''): { unit: TreeUnit; above: string }[] =>
  units.flatMap((unit) => [{ unit, above }, ...allOf(unit.units, unit.name)])
