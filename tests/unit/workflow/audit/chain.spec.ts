import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  beginning,
  chained,
  keyFrom,
  sealOf,
  type AuditLine,
  type ChainedRow,
  createCheck,
  type Flaw,
} from '@/workflow/audit/chain'

const key = keyFrom('the secret of this instance, 32+ letters')
const otherKey = keyFrom('what somebody guesses, also of 32+ letters')

const name = fc.option(fc.string({ maxLength: 8 }))
const line: fc.Arbitrary<AuditLine> = fc.record({
  id: fc.uuid(),
  at: fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  action: fc.constantFrom('users.login', 'knowledge.approve', 'entry.read'),
  by: name,
  byName: name,
  subject: name,
  subjectName: name,
  revision: fc.option(fc.nat()),
  details: fc.option(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 })) as never),
})
const chain = fc
  .array(line, { minLength: 2, maxLength: 20 })
  .map((lines) => chained(lines, beginning, key))
const at = fc.nat()

const headOf = (rows: readonly ChainedRow[], made = key) => {
  const { seq, hash } = rows.at(-1) ?? beginning
  return { seq, hash, seal: sealOf({ seq, hash }, made) }
}

function flawsOf(
  rows: readonly ChainedRow[],
  head: ReturnType<typeof headOf> | null,
  keys = [key],
) {
  const check = createCheck(keys)
  for (const row of [...rows].sort((one, other) => one.seq - other.seq)) check.row(row)
  check.end(head)
  return check.flaws
}

const named = (flaws: readonly Flaw[], kind: Flaw['kind'], seq: number) =>
  flaws.some(
    (flaw) => flaw.kind === kind && (flaw.seq ?? 0) <= seq && seq <= (flaw.until ?? flaw.seq ?? 0),
  )

const changes: ((row: ChainedRow) => Partial<ChainedRow>)[] = [
  ({ id }) => ({ id: `${id}x` }),
  ({ at: moment }) => ({ at: new Date(Date.parse(moment) + 1).toISOString() }),
  ({ action }) => ({ action: action === 'entry.read' ? 'users.login' : 'entry.read' }),
  ({ by }) => ({ by: `${by ?? ''}x` }),
  ({ byName }) => ({ byName: `${byName ?? ''}x` }),
  ({ subject }) => ({ subject: `${subject ?? ''}x` }),
  ({ subjectName }) => ({ subjectName: `${subjectName ?? ''}x` }),
  ({ revision }) => ({ revision: (revision ?? 0) + 1 }),
  ({ details }) => ({ details: { ...details, more: String(details?.more) } }),
  ({ previous }) => ({ previous: `${previous}0` }),
  ({ hash }) => ({ hash: hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }),
]

describe('the chain of the audit log', () => {
  it('is clean as long as nobody touches it, in whatever order a database keeps the details', () => {
    const turned = ({ details, ...row }: ChainedRow): ChainedRow => ({
      ...row,
      details: details && Object.fromEntries(Object.entries(details).reverse()),
    })
    fc.assert(
      fc.property(chain, (rows) => {
        expect(flawsOf(rows, headOf(rows))).toEqual([])
        expect(flawsOf(rows.map(turned), headOf(rows))).toEqual([])
      }),
    )
  })

  it('names a row of which anything was changed', () => {
    fc.assert(
      fc.property(chain, at, fc.constantFrom(...changes), (rows, n, change) => {
        const row = rows[n % rows.length]!
        const touched = rows.map((each) => (each === row ? { ...row, ...change(row) } : each))
        expect(named(flawsOf(touched, headOf(rows)), 'changed', row.seq)).toBe(true)
      }),
    )
  })

  it('names a row that was written anew, with everything after it, by somebody without the key', () => {
    fc.assert(
      fc.property(chain, at, (rows, n) => {
        const from = n % rows.length
        const kept = rows.slice(0, from)
        const forged = chained(
          rows.slice(from).map((row) => ({ ...row, byName: '别人' })),
          kept.at(-1) ?? beginning,
          otherKey,
        )
        const all = [...kept, ...forged]
        const flaws = flawsOf(all, headOf(all, otherKey))
        expect(named(flaws, 'changed', from + 1)).toBe(true)
        expect(flaws.at(-1)).toEqual({ kind: 'headChanged' })
      }),
    )
  })

  it('names a row that was taken out, and that the last one was cut off', () => {
    fc.assert(
      fc.property(chain, at, (rows, n) => {
        const gone = rows[n % rows.length]!
        const kind = gone === rows.at(-1) ? 'cutOff' : 'missing'
        const rest = rows.filter((row) => row !== gone)
        expect(named(flawsOf(rest, headOf(rows)), kind, gone.seq)).toBe(true)
      }),
    )
  })

  it('names rows that were cut off at the end, all of them included, also when the head was set back', () => {
    fc.assert(
      fc.property(chain, at, (rows, n) => {
        const kept = rows.slice(0, n % rows.length)
        const flaws = flawsOf(kept, headOf(rows))
        expect(named(flaws, 'cutOff', kept.length + 1)).toBe(true)
        expect(named(flaws, 'cutOff', rows.length)).toBe(true)
        const setBack = { ...headOf(kept), seal: headOf(rows).seal }
        expect(flawsOf(kept, setBack)).toEqual([{ kind: 'headChanged' }])
      }),
    )
  })

  it('names a row that was put in between, before or behind', () => {
    fc.assert(
      fc.property(chain, at, line, (rows, n, extra) => {
        const before = rows[n % rows.length]!
        const [copy] = chained([extra], before, otherKey)
        const between = { ...copy!, seq: before.seq + 0.5 }
        const first = { ...copy!, seq: 0 }
        const [behind] = chained([extra], rows.at(-1)!, otherKey)
        for (const row of [between, first, behind!]) {
          const flaws = flawsOf([...rows, row], headOf(rows))
          expect(named(flaws, 'inserted', row.seq)).toBe(true)
        }
      }),
    )
  })

  it('names the place where a row was put in or taken out and the rest numbered anew', () => {
    fc.assert(
      fc.property(chain, at, line, (rows, n, extra) => {
        const place = n % rows.length
        const renumbered = (all: ChainedRow[]) => all.map((row, k) => ({ ...row, seq: k + 1 }))
        const [forged] = chained([extra], rows[place - 1] ?? beginning, otherKey)
        const longer = renumbered([...rows.slice(0, place), forged!, ...rows.slice(place)])
        expect(named(flawsOf(longer, headOf(rows)), 'changed', place + 1)).toBe(true)
        const shorter = renumbered(rows.filter((_, k) => k !== place))
        const kind = place === rows.length - 1 ? 'cutOff' : 'changed'
        expect(named(flawsOf(shorter, headOf(rows)), kind, place + 1)).toBe(true)
      }),
    )
  })

  it('names both of two rows that changed places', () => {
    fc.assert(
      fc.property(chain, at, at, (rows, n, m) => {
        const [one, other] = [rows[n % rows.length]!, rows[m % rows.length]!]
        fc.pre(one !== other)
        const touched = rows.map((row) => {
          if (row === one) return { ...other, seq: one.seq }
          return row === other ? { ...one, seq: other.seq } : row
        })
        const flaws = flawsOf(touched, headOf(rows))
        expect(named(flaws, 'changed', one.seq)).toBe(true)
        expect(named(flaws, 'changed', other.seq)).toBe(true)
      }),
    )
  })

  it('names a row of another chain that was made with the same key', () => {
    fc.assert(
      fc.property(chain, line, (rows, extra) => {
        const [first, , ...rest] = rows
        const strange = chained([extra], { seq: 1, hash: 'another chain' }, key)
        const flaws = flawsOf([first!, ...strange, ...rest], headOf(rows))
        expect(named(flaws, 'outOfChain', 2)).toBe(true)
      }),
    )
  })

  it('says that the head is missing', () => {
    fc.assert(
      fc.property(chain, (rows) => {
        expect(flawsOf(rows, null)).toEqual([{ kind: 'headChanged' }])
      }),
    )
  })
})

describe('after the secret was changed', () => {
  const both = [otherKey, key]
  const twoChains = fc
    .tuple(chain, fc.array(line, { minLength: 1, maxLength: 9 }))
    .map(([rows, lines]) => {
      const old = chained(rows, beginning, otherKey)
      return { old, rows: [...old, ...chained(lines, old.at(-1)!, key)] }
    })

  it('the log is clean with the former secret, and not without it', () => {
    fc.assert(
      fc.property(twoChains, ({ old, rows }) => {
        expect(flawsOf(rows, headOf(rows), both)).toEqual([])
        expect(flawsOf(old, headOf(old, otherKey), both)).toEqual([])
        expect(flawsOf(rows, headOf(rows), [key])).not.toEqual([])
      }),
    )
  })

  it('whoever has the former secret neither adds nor changes anything', () => {
    fc.assert(
      fc.property(twoChains, at, ({ old, rows }, n) => {
        const added = [...rows, ...chained([old[0]!], rows.at(-1)!, otherKey)]
        expect(named(flawsOf(added, headOf(added, otherKey), both), 'changed', added.length)).toBe(
          true,
        )
        const from = n % old.length
        const forged = chained(
          old.slice(from).map((row) => ({ ...row, byName: '别人的名字' })),
          old[from - 1] ?? beginning,
          otherKey,
        )
        const touched = [...old.slice(0, from), ...forged, ...rows.slice(old.length)]
        const flaws = flawsOf(touched, headOf(rows), both)
        expect(named(flaws, 'outOfChain', old.length + 1)).toBe(true)
      }),
    )
  })
})
