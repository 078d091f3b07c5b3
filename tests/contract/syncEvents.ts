import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { SearchDocument, SearchEngine, VersionedId } from '@/search/types'
import { openDatabase, type Opened, type Row } from './openDatabase'

const WORD = '彗星'
const ENTRIES = 4

/** What may happen to an entry of the run, and to the worker and the engine between. */
const event = fc.oneof(
  ...(['publish', 'revise', 'hide', 'withdraw'] as const).map((what) =>
    fc.record({ what: fc.constant(what), entry: fc.nat(ENTRIES - 1) }),
  ),
  fc.record({ what: fc.constant('sync' as const) }),
  fc.record({ what: fc.constant('syncTwice' as const) }),
  // The worker dies before or after it told the engine, so that the marks stay.
  fc.record({
    what: fc.constant('interrupted' as const),
    at: fc.constantFrom('remove', 'put'),
    isDone: fc.boolean(),
  }),
  fc.record({ what: fc.constant('changedMeanwhile' as const), entry: fc.nat(ENTRIES - 1) }),
  // What was told long ago arrives once more, and late.
  fc.record({ what: fc.constant('late' as const), which: fc.nat() }),
)

type Event = typeof event extends fc.Arbitrary<infer Each> ? Each : never

/** Order, repetition and loss of what the engine is told, for the engine these settings name. */
export function syncEvents(name: string, settings: Record<string, string>, runs: number): void {
  describe(`what happens between the database and ${name}`, () => {
    let opened: Opened
    let worker: Worker
    beforeAll(async () => {
      opened = await openDatabase(settings)
      worker = await workerOf(opened)
      // The first question waits for the dictionary, longer than a reader does on a busy machine.
      await worker.search({ text: WORD, unit: 'nobody' }, true)
    })
    afterAll(() => opened.close())

    it('in whatever order it happens, shows nothing that is not live, and ends in step', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 14 }), async (events) => {
          const run = beginRun(opened, worker)
          for (const each of events) {
            await run.happen(each)
            await run.look()
          }
          await run.settle()
        }),
        { numRuns: runs, endOnFailure: true },
      )
    })
  })
}

type Worker = Awaited<ReturnType<typeof workerOf>>
type Told = { put: SearchDocument[] } | { remove: VersionedId[] }

/** Loaded late: these read the settings. */
async function workerOf({ payload, engine }: Opened) {
  const { syncChanges } = await import('@/search/sync/startSync')
  const { compareIndex } = await import('@/search/sync/rebuildIndex')
  const { searchEntries } = await import('@/reading/search')
  return {
    sync: (using: SearchEngine) => syncChanges(payload, using),
    compare: () => compareIndex(payload, engine().scan()),
    search: (asked: { text: string; unit: string }, isPublic: boolean) =>
      searchEntries({
        ...{ payload, engine: engine(), ...asked, page: 1, now: new Date() },
        audience: isPublic ? { sees: 'public' } : { sees: 'everything' },
      }),
  }
}

function beginRun(opened: Opened, worker: Worker) {
  // A unit of its own: what earlier runs left behind is none of this one's business.
  const unit = randomUUID()
  const entries = Array.from({ length: ENTRIES }, () => randomUUID())
  const live = new Map<string, Row & { isPublic: boolean }>()
  const told: Told[] = []
  const engine = opened.engine()
  const noting: SearchEngine = {
    ...engine,
    put: async (documents) => {
      told.push({ put: [...documents] })
      await engine.put(documents)
    },
    remove: async (removals) => {
      told.push({ remove: [...removals] })
      await engine.remove(removals)
    },
  }
  const change = async (what: string, entry: string) => {
    const row = live.get(entry)
    if (what === 'publish' && row) return
    if (what !== 'publish' && !row) return
    if (row) {
      await opened.closeRow(row)
      live.delete(entry)
    }
    if (what === 'withdraw') return
    const isPublic = what !== 'hide'
    const title = `${WORD}第${told.length}版`
    const text = { title, plain: title, unit, openToPublic: isPublic }
    live.set(entry, { ...(await opened.publish(entry, text)), isPublic })
  }
  const dying = ({ at, isDone }: Event & { what: 'interrupted' }): SearchEngine => ({
    ...noting,
    [at]: async (given: never) => {
      if (isDone) await noting[at as 'put'](given)
      throw new Error('The worker was killed.')
    },
  })
  const happen = async (each: Event) => {
    switch (each.what) {
      case 'sync':
        return worker.sync(noting)
      case 'syncTwice':
        return Promise.all([worker.sync(noting), worker.sync(noting)])
      case 'interrupted':
        return worker.sync(dying(each)).catch(() => undefined)
      case 'changedMeanwhile': {
        const entry = entries[each.entry] ?? ''
        const what = live.has(entry) ? 'withdraw' : 'publish'
        const put = async (documents: readonly SearchDocument[]) => {
          await change(what, entry)
          await noting.put(documents)
        }
        return worker.sync({ ...noting, put })
      }
      case 'late': {
        const again = told[each.which % Math.max(1, told.length)]
        if (!again) return
        return 'put' in again ? engine.put(again.put) : engine.remove(again.remove)
      }
      default:
        return change(each.what, entries[each.entry] ?? '')
    }
  }
  const look = async () => {
    for (const isPublic of [true, false]) {
      const visible = [...live.values()].filter((row) => row.isPublic || !isPublic)
      for (const text of [WORD, '']) {
        const { hits, total, degraded } = await worker.search({ text, unit }, isPublic)
        expect(degraded).toBe(false)
        expect(visible.map(({ entry }) => entry)).toEqual(
          expect.arrayContaining(hits.map(({ id }) => id)),
        )
        expect(total).toBe(hits.length)
      }
    }
  }
  const settle = async () => {
    while ((await worker.sync(noting)) > 0);
    expect(await worker.compare()).toMatchObject({ missing: [], stale: [], surplus: [], ahead: [] })
    const { hits } = await worker.search({ text: WORD, unit }, false)
    expect(hits.map(({ id }) => id).sort()).toEqual([...live.keys()].sort())
  }
  return { happen, look, settle }
}
