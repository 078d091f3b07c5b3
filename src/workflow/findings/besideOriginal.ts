import type { PayloadRequest } from 'payload'
import { audienceQuery } from '@/access/audience'
import { isLexicalText, nodesOf } from '@/blocks/lexical'
import { toPlain } from '@/blocks/render'
import { basedOnTexts } from '@/i18n/basedOn'
import { normalisedText } from '@/search/text/normalise'
import { readRows } from '@/tables'
import { namesOf } from '../namesOf'
import { textOfRevision } from '../promoting/liveText'
import { Refused } from '../Refused'
import { documentNumbersIn } from '../tasks/documentNumbers'
import type { FindingKind } from './findingKinds'
import type { Finding } from './findingsOf'

type Text = Readonly<Record<string, unknown>>
type Written = { req: PayloadRequest; unit: string; text: Text }

/** The entry a text is based on, as every unit may read it. */
type Original = {
  entry: string
  number: string
  revision: number
  title: string
  unit: string
  unitName: string
  basis: string | null
}

/**
 * Where name, basis or materials are not those of the entry of a unit above that a text is based on: the same at all levels.
 * Of one that is not open to units, or not in force, nothing is told.
 */
export async function besideOriginal({ req, unit, text }: Written): Promise<Finding[]> {
  if (typeof text.basedOn !== 'string' || text.basedOn === '') return []
  const [original] = (await readRows(req.payload, {
    ...{ collection: 'publications', limit: 1 },
    columns: ['entry', 'number', 'revision', 'title', 'unit', 'unitName', 'basis'],
    where: {
      and: [
        audienceQuery({ sees: 'units', own: unit, below: false }, new Date()),
        { openToUnits: { equals: true } },
        ...[{ library: { equals: 'knowledge' } }, { number: { equals: text.basedOn } }],
      ],
    },
  })) as Original[]
  if (!original) return []
  const [body, names] = await Promise.all([bodyOf(req, original), unitNames(req, unit)])
  const own = { ...text, names: [...names, original.unitName] }
  return differencesFrom({ ...original, body }, own)
}

/** What its names say apart from, and the text itself. */
type Compared = Text & { names: readonly string[] }

/** The same of two texts. */
export function differencesFrom(original: Text, { names, ...own }: Compared): Finding[] {
  const found = (kind: FindingKind, passage: string): Finding[] =>
    passage === '' ? [] : [{ kind, field: 'basedOn', passage, at: null }]
  const isNamedAlike = nameIn(original.title, names) === nameIn(own.title, names)
  return [
    ...found('otherTitle', isNamedAlike ? '' : said(original.title)),
    ...found('otherBasis', missingBasis(original, own)),
    ...found('otherMaterials', otherMaterials(original.body, own.body)),
  ]
}

const said = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A question without signs and without who answers it: 青溪县高龄津贴怎样申领 is 高龄津贴怎样申领. */
const nameIn = (title: unknown, names: readonly string[]): string =>
  [...names]
    .sort((one, other) => other.length - one.length)
    .reduce((left, name) => left.replaceAll(name, ''), said(title))
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^在/, '')
    .toLowerCase()

/** Documents the original rests on that the text does not name; or its basis, where it names none by a number. */
function missingBasis(original: Text, own: Text): string {
  const basis = said(original.basis)
  const numbers = documentNumbersIn(basis)
  const ours = [said(own.basis), isLexicalText(own.body) ? toPlain(own.body) : ''].join('\n')
  if (numbers.length > 0) {
    const named = documentNumbersIn(ours)
    return numbers.filter((number) => !named.includes(number)).join('、')
  }
  return signless(ours).includes(signless(basis)) ? '' : basis
}

const signless = (text: string) => normalisedText(text).replace(/[^\p{L}\p{N}]/gu, '')

/** In Chinese, as what a text says; nothing where the original lists none, or they are the same. */
function otherMaterials(original: unknown, own: unknown): string {
  const theirs = materialsIn(original)
  if (theirs.size === 0) return ''
  const ours = materialsIn(own)
  const only = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) =>
    [...some].flatMap(([key, name]) => (others.has(key) ? [] : [name])).join('、')
  const [missing, added] = [only(theirs, ours), only(ours, theirs)]
  const { zh } = basedOnTexts
  return [missing && zh.missing(missing), added && zh.added(added)].filter(Boolean).join('；')
}

type Row = { name?: unknown }

/** What materials are called, by what of the name counts. */
function materialsIn(body: unknown): ReadonlyMap<string, string> {
  const rows = isLexicalText(body)
    ? [...nodesOf(body.root)].flatMap(({ fields }) =>
        fields?.blockType === 'materials' && Array.isArray(fields.items)
          ? (fields.items as Row[])
          : [],
      )
    : []
  const names = rows.map(({ name }) => said(name)).filter(Boolean)
  return new Map(names.map((name) => [signless(name), name]))
}

/** As it was approved; what cannot be found has no materials to compare. */
async function bodyOf(req: PayloadRequest, { entry, revision }: Original): Promise<unknown> {
  try {
    return (await textOfRevision(req, { id: entry, library: 'knowledge' }, revision)).body
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

/** Of the unit and of its county. */
async function unitNames({ payload }: PayloadRequest, unit: string): Promise<string[]> {
  const [node] = await readRows(payload, {
    ...{ collection: 'nodes', columns: ['unitAbove'], where: { id: { equals: unit } }, limit: 1 },
  })
  const names = await namesOf(payload, [unit, (node?.unitAbove as string | null) ?? null], 'nodes')
  return [...names.values()]
}
