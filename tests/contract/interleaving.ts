import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { SearchEngine, VersionedId } from '@/search/types'
import { document } from './documents'
import { known, sourceOf, streamOf } from './sources'

type Change = { do: 'put' | 'remove'; id: string; version: number }
type Rebuild = { do: 'rebuild'; from: VersionedId[]; during: Change[] }
type Step = Change | Rebuild

/** Few entries and few versions, so that the same come again, late and in any order. */
const version = fc.integer({ min: 1, max: 5 })
const change: fc.Arbitrary<Change> = fc.record({
  do: fc.constantFrom('put' as const, 'put' as const, 'remove' as const),
  id: fc.constantFrom('a', 'b', 'c'),
  version,
})
const source = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c'), version }), {
  selector: ({ id }) => id,
  maxLength: 3,
})
const rebuild: fc.Arbitrary<Rebuild> = fc.record({
  do: fc.constant('rebuild' as const),
  from: source,
  during: fc.array(change, { maxLength: 3 }),
})
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof({ weight: 9, arbitrary: change }, { weight: 1, arbitrary: rebuild }),
  {
    minLength: 5,
    maxLength: 25,
  },
)

/** What is known of each entry is its highest version; a removal wins over a text of the same version. */
function expected(all: readonly Step[]): VersionedId[] {
  let latest = new Map<string, Change>()
  const take = (next: Change) => {
    const before = latest.get(next.id)
    const isNewer =
      !before ||
      next.version > before.version ||
      (next.version === before.version && next.do === 'remove')
    if (isNewer) latest.set(next.id, next)
  }
  for (const step of all) {
    if (step.do !== 'rebuild') {
      take(step)
      continue
    }
    latest = new Map()
    for (const each of step.from) take({ do: 'put', ...each })
    step.during.forEach(take)
  }
  return [...latest.values()]
    .filter((each) => each.do === 'put')
    .map(({ id, version: of }) => ({ id, version: of }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Events late, twice and in any order. */
export function interleaving(engine: () => SearchEngine, sequences: number): void {
  const apply = ({ do: kind, id, version: of }: Change) =>
    kind === 'put'
      ? engine().put([document(id, { version: of })])
      : engine().remove([{ id, version: of }])
  const perform = async (step: Step) => {
    if (step.do !== 'rebuild') return apply(step)
    const during = async function* () {
      for (const [at, each] of step.during.entries()) {
        const given = step.from[at]
        if (given) yield document(given.id, { version: given.version })
        await apply(each)
      }
      for (const { id, version: of } of step.from.slice(step.during.length)) {
        yield document(id, { version: of })
      }
    }
    await engine().rebuild(streamOf(during()))
  }

  it('ends with the last version of everything, whatever order changes come in', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        await engine().rebuild(sourceOf([]))
        for (const step of all) await perform(step)
        expect(await known(engine())).toEqual(expected(all))
      }),
      { numRuns: sequences, endOnFailure: true },
    )
  })
}
