import { halfWidth } from '@/search/text/halfWidth'
import { daysIn } from './days'
import { factFields, type Fact, type FactField, type Found } from './fact'
import { feesIn } from './fees'
import { matterOf } from './matters'
import { addressesIn, agesIn, datesIn, documentNumbersIn, percentagesIn } from './others'
import { phonesIn } from './phones'
import { surroundingsOf, type Surroundings } from './surroundings'

/** A text as readers get it; `plain` of the body, in which each block stands under its name. */
export type ReadText = { title: string; summary?: string | null; plain?: string | null }

/** The facts of a text in its order, none inside another. Pure; takes a text of any kind and rejects none. */
export function factsOfText({ title, summary, plain }: ReadText): Fact[] {
  const texts: Record<FactField, string> = { title, summary: summary ?? '', body: plain ?? '' }
  return factFields.flatMap((field) => factsOfField(field, texts[field]))
}

const mayHold = /[\d〇零一二两三四五六七八九十半]|不收|免|当场|即时|立即|费用|收费/u

function factsOfField(field: FactField, text: string): Fact[] {
  const plain = halfWidth(text)
  if (!mayHold.test(plain)) return []
  const around = surroundingsOf(plain)
  return apart(plain, around)
    .sort((one, other) => one.from - other.from)
    .map(({ kind, value, from, to, matter, holder }) => ({
      kind,
      value,
      matter: matter ?? matterOf(kind, around.of(from, to)),
      holder: holder ?? (named.has(kind) ? around.holderOf(from) : null),
      clause: around.clauseOf(from, to),
      field,
      from,
      to,
      text: text.slice(from, to),
    }))
}

const named: ReadonlySet<string> = new Set(['phone', 'address'])

/** Without its characters a text holds none of the kind: most texts hold few kinds. */
type Finder = { hint: RegExp; find: (text: string, around: Surroundings) => Iterable<Found> }

/** What is told more surely comes first: 2024 in a number of a document is no phone. */
const finders: readonly Finder[] = [
  { hint: /号/u, find: documentNumbersIn },
  { hint: /月|\d[-/.]/u, find: datesIn },
  { hint: /号/u, find: addressesIn },
  { hint: /\d{3}/u, find: (text, { isAboutPhones }) => phonesIn(text, isAboutPhones) },
  { hint: /%|百分之/u, find: percentagesIn },
  { hint: /岁/u, find: agesIn },
  { hint: /[元块圆角¥￥免]|人民币|不收|收费|费用|工本费|[需须用]|不花钱/u, find: feesIn },
  { hint: /[日天]|办|证|取/u, find: daysIn },
]

function apart(text: string, around: Surroundings): Found[] {
  const taken = new Uint8Array(text.length)
  const chosen: Found[] = []
  for (const { hint, find } of finders) {
    for (const found of hint.test(text) ? find(text, around) : []) {
      if (taken.subarray(found.from, found.to).some(Boolean)) continue
      taken.fill(1, found.from, found.to)
      chosen.push(found)
    }
  }
  return chosen
}
