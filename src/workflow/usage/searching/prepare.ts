import type { PayloadRequest } from 'payload'
import { longestTerm, termKinds, wordsOfTerm, type TermKind } from '@/access/searching'
import { searchTexts } from '@/i18n/records'
import { askedForm, normalisedText } from '@/search/text/normalise'
import { whoAsks } from '../../audit/append'
import { personalNumbers } from '../../findings/personalNumbers'
import { Refused } from '../../Refused'
import { findAll, findOne } from '../../store'

type Term = { id?: string; kind?: unknown; words?: unknown }

/** The words as they are stored, and who changed them; throws as `checkTerm`. */
export async function prepareTerm(req: PayloadRequest, term: Term) {
  const checked = await checkTerm(req, term)
  // A wrong kind is what the field itself refuses.
  if (!checked) return {}
  const { by, byName } = whoAsks(req)
  return { words: checked.words, title: checked.words.join('、'), by, byName }
}

/**
 * The words trimmed, each once, in no other group; null where the kind is none. Throws Refused that says
 * what is wrong and names the group that has a word already.
 */
export async function checkTerm(req: PayloadRequest, term: Term) {
  const kind = termKinds.find((known) => known === term.kind)
  if (!kind) return null
  const words = trimmed(term.words)
  const { least, most } = wordsOfTerm[kind]
  if (words.length < least || words.length > most)
    refuseField('words', (texts) => texts.wordCount(least, most))
  const tooLong = words.find((word) => word.length > longestTerm)
  if (tooLong) refuseField('words', (texts) => texts.tooLong(tooLong, longestTerm))
  const tooShort = words.find((word) => askedForm(word).length < 2)
  if (tooShort) refuseField('words', (texts) => texts.tooShort(tooShort))
  const twice = words.find((word, at) => formsOf(words).indexOf(formOf(word)) < at)
  if (twice) refuseField('words', (texts) => texts.twice(twice))
  const taken = await takenBy(req, term.id, formsOf(words))
  if (taken)
    refuseField('words', (texts) =>
      texts.taken(taken.word, searchTexts.kinds[taken.kind], taken.title),
    )
  return { kind, words }
}

const formOf = (word: string): string => normalisedText(word).trim()
const formsOf = (words: readonly string[]) => words.map(formOf)

const trimmed = (words: unknown): string[] =>
  Array.isArray(words) ? words.map((word) => String(word).trim()).filter((word) => word !== '') : []

/** The first of these words that stands in another group, and that group. */
async function takenBy(req: PayloadRequest, own: string | undefined, forms: readonly string[]) {
  const docs = await findAll({
    req,
    collection: 'terms',
    where: own ? { id: { not_equals: own } } : {},
  })
  for (const { kind, words, title } of docs) {
    const word = words.find((each) => forms.includes(formOf(each)))
    if (word) return { word, kind: kind satisfies TermKind, title: title ?? '' }
  }
  return null
}

type Slug = 'placements' | 'judgements'
type Judged = { id?: string; query?: unknown; entry?: unknown }

type Row = { id: string; number: string; title: string }

/** What is stored of a query and the entry meant, and who changed it; throws as `checkJudged`. */
export async function prepareJudged(req: PayloadRequest, slug: Slug, judged: Judged) {
  return { ...(await checkJudged(req, slug, judged)), ...whoAsks(req) }
}

/**
 * A query and the entry meant, sent as its id or number: what the server knows of both. Throws
 * Refused where there is no such entry, or the same query and entry are kept already.
 */
export async function checkJudged(req: PayloadRequest, slug: Slug, judged: Judged) {
  const query = typeof judged.query === 'string' ? judged.query.trim() : ''
  const asked = askedForm(query)
  if (asked === '') refuseField('query', (texts) => texts.noQuery)
  if (personalNumbers(query).length > 0) refuseField('query', (texts) => texts.personal)
  const entry = await meantBy(req, judged)
  const slot = `${asked}|${entry.entry}`
  const other = await findOne({ req, collection: slug, where: { slot: { equals: slot } } })
  if (other && other.id !== judged.id) refuseField('entry', (texts) => texts.keptAlready)
  return { query, asked, ...entry, slot }
}

/**
 * The entry that is placed among the hotspots, sent as its id or number, and who placed it. Throws Refused where there
 * is no such entry, or it is placed already.
 */
export async function prepareHotspot(req: PayloadRequest, placed: Omit<Judged, 'query'>) {
  const entry = await meantBy(req, placed)
  const slot = entry.entry
  const where = { slot: { equals: slot } }
  const other = await findOne({ req, collection: 'hotspotPlacements', where })
  if (other && other.id !== placed.id) refuseField('entry', (texts) => texts.placedAlready)
  return { ...entry, slot, ...whoAsks(req) }
}

async function meantBy(req: PayloadRequest, { entry: sent }: Judged) {
  const entry = await entryOf(req, sent)
  if (!entry) return refuseField('entry', (texts) => texts.noEntry)
  const { id, number, title } = entry
  return { entry: id, number, entryTitle: title }
}

async function entryOf(req: PayloadRequest, sent: unknown): Promise<Row | null> {
  const known = typeof sent === 'string' ? sent.trim() : ''
  if (known === '') return null
  return findOne<Row>({
    req,
    collection: 'register',
    where: { or: [{ id: { equals: known } }, { number: { equals: known.toUpperCase() } }] },
  })
}

type Texts = typeof searchTexts.refused.zh

/** Refuses what stands in a field by a whole sentence: of a field's own error the form tells only its name. */
function refuseField(field: string, say: (texts: Texts) => string): never {
  const { zh, en } = searchTexts.refused
  throw new Refused('invalid', { fields: [field], detail: { zh: say(zh), en: say(en) } })
}
