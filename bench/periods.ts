import { createLocalReq, type Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { spanOf } from '@/statistics/span'
import { putRows } from '@/tables'
import { inTransaction } from '@/workflow/inTransaction'
import { readPeopleOf, trendOf } from '@/workflow/reporting/beside'
import { readStatistics } from '@/workflow/reporting/readStatistics'

const day = 24 * 60 * 60 * 1000
const atOnce = 1_000

/** Units of the tree, as many as the entries are of; and what happened to each entry: submitted, approved and online since, some day of the year. */
export async function fillLife(payload: Payload, entries: number, now: number): Promise<string> {
  const atOf = (n: number) => now - ((n * 7_919) % 365) * day
  const iso = (at: number) => new Date(at).toISOString()
  const own = await createLocalReq({}, payload)
  const units = Array.from({ length: 50 }, (_, n) => ({
    ...{ id: `unit-${n}`, name: `第${n}局`, kind: 'department', order: n },
    // Ten of them are districts.
    form: n < 10 ? 'zone' : 'municipal',
  }))
  await inTransaction(own, () => putRows({ req: own, collection: 'nodes', rows: units }))
  for (let from = 0; from < entries; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, entries - from) }, (_, n) => from + n)
    const of = (n: number) => ({
      entry: `entry-${n}`,
      number: `ZS${String(n + 1).padStart(6, '0')}`,
      library: 'knowledge',
      revision: 1,
    })
    const decisions = some.flatMap((n) =>
      (['submit', 'approve'] as const).map((step) => ({
        ...{ ...of(n), id: `${step}-${n}`, step, by: `person-${n % 300}`, byName: '某人' },
        at: iso(atOf(n) - (step === 'submit' ? day / 2 : 0)),
      })),
    )
    const publications = some.map((n) => ({
      ...{ ...of(n), id: `live-${n}`, slot: `entry-${n}`, isLive: true, title: `第${n}条` },
      ...{ unit: `unit-${n % 50}`, unitName: '单位', openedBy: `approve-${n}`, changeSeq: n },
      ...{
        approvedAt: iso(atOf(n)),
        from: iso(atOf(n)),
        html: '<p>到窗口办理。</p>',
        openToUnits: true,
      },
    }))
    const req = await createLocalReq({}, payload)
    await inTransaction(req, () => putRows({ req, collection: 'decisions', rows: decisions }))
    await inTransaction(req, () => putRows({ req, collection: 'publications', rows: publications }))
  }
  return `${entries} entries approved`
}

type Measured = (what: string, work: () => Promise<string>) => Promise<void>

/** A page of 知识库统计 as it is first asked for, of a month and of a year. */
export async function measurePeriods(
  payload: Payload,
  centre: Actor,
  measured: Measured,
): Promise<void> {
  const today = dayOf(new Date())
  const spans = [
    ['month', spanOf('month', dayBefore(spanOf('month', today).from, 1))],
    ['year', { from: dayBefore(today, 364), to: today }],
  ] as const
  for (const [what, span] of spans)
    await measured(`a page of statistics: a ${what}`, async () => {
      const { figures, units } = await readStatistics(payload, centre, { span })
      await trendOf(payload, { span })
      await readPeopleOf(payload, { span, units })
      return `${figures.reads} readings, ${figures.approved} approvals`
    })
}
