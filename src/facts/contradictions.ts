import { createHash } from 'node:crypto'
import { pairsIn } from '@/search/text/normalise'
import { areCompatible, heartOf, isSameHolder } from './compatible'
import type { Fact, FactKind, Matter } from './fact'
import { haveSameMarks, isSameSubject, marksOf, type Subject } from './subjects'

/** A live text as far as it is held against others. */
export type Stating = {
  entry: string
  unitName: string
  /** The county, zone or park whose matters it tells; null where it holds in the whole city. */
  region: string | null
  subject: Subject
  /** Between which moments readers see it, in milliseconds; null is open. */
  validFrom: number | null
  validUntil: number | null
  facts: readonly Fact[]
}

/** Two texts that say otherwise about one thing. */
export type Contradiction = {
  /** The same as long as both say what they say of it, whichever is asked first. */
  id: string
  kind: FactKind
  matter: Matter
  one: { entry: string; fact: Fact }
  other: { entry: string; fact: Fact }
}

/** Are two texts about one subject, for the same people, at some time both? What they state is another question. */
export function areComparable(one: Stating, other: Stating): boolean {
  if (one.entry === other.entry) return false
  const isApart = one.region !== null && other.region !== null && one.region !== other.region
  if (isApart || !areValidTogether(one, other)) return false
  return isSameSubject(one.subject, other.subject)
}

const areValidTogether = (one: Stating, other: Stating): boolean =>
  (one.validFrom ?? -Infinity) <= (other.validUntil ?? Infinity) &&
  (other.validFrom ?? -Infinity) <= (one.validUntil ?? Infinity)

/** What two comparable texts say otherwise, each value of a matter once; the rule is told in `docs/facts.md`. */
export function contradictionsBetween(one: Stating, other: Stating): Contradiction[] {
  const found = new Map<string, Contradiction & { likeness: number }>()
  for (const kind of new Set(one.facts.map((fact) => fact.kind))) {
    const [ours, theirs] = [of(kind, one), of(kind, other)]
    if (theirs.length === 0) continue
    for (const pair of differing({ kind, ours, theirs, one, other })) {
      const told = contradictionOf(one, other, pair)
      const before = found.get(told.id)
      if (!before || before.likeness < pair.likeness)
        found.set(told.id, { ...told, likeness: pair.likeness })
    }
  }
  return [...found.values()].map(({ likeness: _, ...told }) => told)
}

const of = (kind: FactKind, { facts }: Stating) => facts.filter((fact) => fact.kind === kind)

type Pair = { ours: Fact; theirs: Fact; likeness: number }

/** Matters that a text tells by their name: where each says one value of it, they are about the same. */
const named: ReadonlySet<Matter> = new Set<Matter>([
  ...(['enquiry', 'complaint', 'appointment', 'emergency', 'fax', 'place', 'document'] as const),
  ...(['charge', 'deposit', 'statutory', 'promised', 'acceptance', 'publicity'] as const),
])
/** Two clauses this much alike tell the same. */
const alikeFrom = 0.6

type Compared = {
  kind: FactKind
  ours: readonly Fact[]
  theirs: readonly Fact[]
  one: Stating
  other: Stating
}

function differing({ kind, ours, theirs, one, other }: Compared): Pair[] {
  const isOfOne = (mine: Fact, their: Fact) =>
    mine.matter === their.matter &&
    holdsFor(mine, one, other) &&
    (!held.has(kind) || isSameHolder(holderOf(mine, one), holderOf(their, other)))
  const isAgreed = (fact: Fact, those: readonly Fact[]) =>
    those.some((that) => areCompatible(kind, fact.value, that.value) && isNear(fact, that))
  const left = ours.filter((fact) => !isAgreed(fact, theirs))
  const right = theirs.filter((fact) => !isAgreed(fact, ours))
  return left.flatMap((mine) =>
    right
      .filter((their) => isOfOne(mine, their) && !areCompatible(kind, mine.value, their.value))
      .flatMap((their) => {
        const likeness = likenessOf(mine.clause, their.clause)
        const isOnly = named.has(mine.matter) && isAlone(mine, left) && isAlone(their, right)
        const isSaid = haveSameMarks(marksOfFact(mine, one), marksOfFact(their, other))
        return isSaid && (isOnly || likeness >= alikeFrom)
          ? [{ ours: mine, theirs: their, likeness }]
          : []
      }),
  )
}

/** Whom the text names, or the unit the question is about, or its own. */
const holderOf = ({ holder }: Fact, { subject, unitName }: Stating): string =>
  holder ?? subject.of ?? unitName

/** Of these kinds each body has its own. */
const held: ReadonlySet<FactKind> = new Set<FactKind>(['phone', 'address', 'documentNumber'])

/** A value said of another matter agrees with nothing here, but for one that no words say anything of. */
const isNear = (one: Fact, other: Fact) =>
  one.matter === other.matter || vague.has(one.matter) || vague.has(other.matter)
const vague: ReadonlySet<Matter> = new Set<Matter>(['amount', 'span'])

/** What a county says of a phone, a house or a promise holds there; fees, ages and the law hold in the whole city. */
const holdsFor = ({ kind, matter }: Fact, one: Stating, other: Stating): boolean =>
  one.region === other.region ||
  ['fee', 'percentage', 'age', 'documentNumber'].includes(kind) ||
  matter === 'statutory'

const isAlone = ({ kind, matter, value }: Fact, those: readonly Fact[]): boolean =>
  those.every((fact) => fact.matter !== matter || areCompatible(kind, fact.value, value))

/** Which case its clause speaks of: what the question says it need not say again. */
const marksOfFact = ({ clause }: Fact, { subject }: Stating) =>
  marksOf(`${subject.form} ${clause.replace(/\d+/g, '')}`)

/** Dice of the pairs of characters beside the figures; two that say nothing are alike. */
function likenessOf(one: string, other: string): number {
  const [ours, theirs] = [one, other].map((clause) => pairsIn(clause.replace(/[\d#]+/g, ' ')))
  if (ours!.length + theirs!.length === 0) return 1
  const known = new Set(theirs)
  const shared = ours!.filter((pair) => known.has(pair)).length
  return (2 * shared) / (ours!.length + theirs!.length)
}

function contradictionOf(one: Stating, other: Stating, { ours, theirs }: Pair): Contradiction {
  const sides = [
    { entry: one.entry, fact: ours },
    { entry: other.entry, fact: theirs },
  ] as const
  const [first, second] = one.entry < other.entry ? sides : ([sides[1], sides[0]] as const)
  const { kind, matter } = ours
  const said = [first, second].map(({ entry, fact }) => `${entry} ${heartOf(kind, fact.value)}`)
  const id = createHash('sha256')
    .update([kind, matter, ...said].join('\n'))
    .digest('hex')
    .slice(0, 32)
  return { id, kind, matter, one: sides[0], other: sides[1] }
}
