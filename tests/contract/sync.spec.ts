import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import type { SearchEngine } from '@/search/types'
import { databaseUrl, dropDatabase } from '../server/database.mjs'
import { openPayload } from './openDatabase'

const dataDir = mkdtempSync(join(tmpdir(), 'zhiku-sync-'))
process.env.ZHIKU_DATA_DIR = dataDir
process.env.DATABASE_URL = databaseUrl(dataDir)

// Settings are read when first imported, so everything below comes after the line above.
const { closeSearchEngine, searchEngine } = await import('@/search')
const { pokeSync } = await import('@/search/poke')
const { compareIndex } = await import('@/search/sync/rebuildIndex')
const { lastReconciled, reconcile } = await import('@/search/sync/reconcile')
const { startSync } = await import('@/search/sync/startSync')
const { syncChanges } = await import('@/search/sync/startSync')
const { searchEntries } = await import('@/reading/search')

const inStep = { missing: [], stale: [], surplus: [], ahead: [] }

describe('the search index beside the database', () => {
  let payload: Payload
  let engine: SearchEngine
  let change = 0

  beforeAll(async () => {
    payload = await openPayload()
    engine = searchEngine()
  })
  afterAll(async () => {
    await closeSearchEngine()
    await payload.destroy()
    await dropDatabase(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  })

  /** As the workflow writes it: live and dirty in one row. */
  const publish = async (title: string, more: Record<string, unknown> = {}) => {
    const id = randomUUID()
    const entry = randomUUID()
    const at = new Date().toISOString()
    await payload.db.create({
      collection: 'publications',
      data: {
        ...{ id, entry, slot: entry, isLive: true, library: 'knowledge', number: `ZS${change}` },
        ...{ revision: 1, title, plain: `${title}的答复。`, unit: 'unit', unitName: '市民政局' },
        ...{ openToUnits: true, openToPublic: true, approvedAt: at, from: at, openedBy: id },
        ...{ changeSeq: ++change, dirty: true, ...more },
      },
    })
    return { id, entry }
  }
  const alter = (id: string, data: Record<string, unknown>) =>
    payload.db.updateOne({
      collection: 'publications',
      where: { id: { equals: id } },
      data: { changeSeq: ++change, dirty: true, ...data },
    })
  const syncAll = async () => {
    while ((await syncChanges(payload, engine)) > 0);
  }
  const ask = (text: string, using = engine) =>
    searchEntries({
      ...{ payload, engine: using, text, page: 1, now: new Date() },
      audience: { sees: 'public' },
    })
  const dirty = async () => {
    const where = { dirty: { equals: true } }
    return (await payload.count({ collection: 'publications', where, overrideAccess: true }))
      .totalDocs
  }

  it('takes what was published and clears the marks', async () => {
    const { entry } = await publish('彗星观测许可怎么办理?')
    expect((await ask('彗星观测')).total).toBe(0)
    await syncAll()
    const { hits, total, degraded } = await ask('彗星观测')
    expect([hits[0]?.id, total, degraded, await dirty()]).toEqual([entry, 1, false, 0])
    expect(hits[0]?.highlights.title).toEqual([[0, 4]])
  })

  it('shows nothing withdrawn, before the index knows and after', async () => {
    const { id, entry } = await publish('流星雨直播申请')
    await syncAll()
    await alter(id, { slot: id, isLive: false })
    expect(await ask('流星雨直播')).toMatchObject({ hits: [], total: 0 })
    await syncAll()
    expect(await ask('流星雨直播')).toMatchObject({ hits: [], total: 0 })
    await engine.put([{ ...stale(entry), version: 1 }])
    expect(await ask('流星雨直播')).toMatchObject({ hits: [], total: 0 })
  })

  it('never believes an index that lies', async () => {
    const { id } = await publish('陨石鉴定', { openToPublic: false })
    await syncAll()
    const lying = { ...engine, search: liar([stale(id).id, 'nobody']) }
    expect(await ask('陨石', lying)).toMatchObject({ hits: [], total: 0 })
  })

  it('drops highlights that belong to another version', async () => {
    const { entry } = await publish('极光观测点')
    await syncAll()
    const lying = { ...engine, search: liar([entry]) }
    expect((await ask('极光', lying)).hits).toMatchObject([
      { id: entry, highlights: { title: [], text: [] } },
    ])
  })

  it('answers from the database while the engine cannot', async () => {
    const { entry } = await publish('日食防护眼镜在哪里领?')
    const down = { ...engine, search: () => Promise.reject(new Error('down')) }
    const { hits, degraded } = await ask('日食 眼镜', down)
    expect([hits[0]?.id, degraded]).toEqual([entry, true])
    expect((await ask('', down)).total).toBeGreaterThan(1)
    expect((await ask('??%_\\', down)).degraded).toBe(true)
  })

  it('keeps the mark of a row that changed again meanwhile', async () => {
    const { id, entry } = await publish('月食')
    const changing = {
      ...engine,
      put: async (documents: Parameters<SearchEngine['put']>[0]) => {
        await engine.put(documents)
        if (change < 1_000) {
          change = 1_000
          await alter(id, { title: '月全食' })
        }
      },
    }
    await syncChanges(payload, changing)
    expect(await dirty()).toBe(1)
    await syncAll()
    expect((await ask('月全食')).hits[0]?.id).toBe(entry)
  })

  it('puts right whatever is missing, outdated or too much', async () => {
    const { id } = await publish('望远镜借用')
    await syncAll()
    await engine.put([{ ...stale('ghost'), version: 1 }])
    await payload.db.updateOne({
      collection: 'publications',
      where: { id: { equals: id } },
      data: { changeSeq: ++change, dirty: false },
    })
    await publish('天文馆开放时间', { dirty: false })
    expect(await compareIndex(payload, engine.scan())).toMatchObject({ surplus: [{ id: 'ghost' }] })
    expect(await reconcile(payload, engine)).toMatchObject(
      ...[{ missing: 1, stale: 1, surplus: 1, ahead: 0, isRebuilt: false }],
    )
    expect(await compareIndex(payload, engine.scan())).toMatchObject(inStep)
  })

  it('makes the index anew when the database was put back to an earlier day', async () => {
    const { entry } = await publish('星图下载')
    await syncAll()
    await engine.put([{ ...stale(entry), version: 9_999 }])
    await reconcile(payload, engine)
    expect(await compareIndex(payload, engine.scan())).toMatchObject(inStep)
  })

  it('makes what is approved searchable at once when told, and by itself when not', async () => {
    const stop = await startSync(payload)
    engine = searchEngine()
    const { entry } = await publish('流动天文台预约')
    pokeSync()
    await until(async () => (await ask('流动天文台')).hits[0]?.id === entry, 2_000)
    const later = await publish('夜间观星路线')
    await until(async () => (await ask('夜间观星')).hits[0]?.id === later.entry, 5_000)
    await stop()
    engine = searchEngine()
    expect(await compareIndex(payload, engine.scan())).toMatchObject(inStep)
  })

  it('looks each hour whether the index lies, puts it right and says what it found', async () => {
    let now = 0
    const stop = await startSync(payload, () => now)
    engine = searchEngine()
    const { entry } = await publish('日珥拍摄许可')
    await until(async () => (await ask('日珥拍摄')).hits[0]?.id === entry, 5_000)
    expect(lastReconciled()).toMatchObject({ missing: 0, surplus: 0, isRebuilt: false })
    // A removal that the database knows nothing of: it refuses what is put again, so the index is made anew.
    await engine.remove([{ id: entry, version: change }])
    await engine.put([{ ...stale('ghost'), version: 1 }])
    expect((await ask('日珥拍摄')).total).toBe(0)
    now += 3_600_000
    await until(async () => (await ask('日珥拍摄')).hits[0]?.id === entry, 20_000)
    expect(lastReconciled()).toMatchObject({ missing: 1, surplus: 1, isRebuilt: true })
    expect(await compareIndex(payload, engine.scan())).toMatchObject(inStep)
    await stop()
  })
})

function liar(ids: string[]): SearchEngine['search'] {
  const highlights = { title: [[0, 99] as const], text: [] }
  const hits = ids.map((id) => ({ id, version: -1, score: 1, highlights }))
  const none = { next: null, facets: null, corrected: [], dropped: [], isSure: false }
  return async () => ({ hits, total: hits.length, ...none })
}

function stale(id: string) {
  return {
    ...{ id, number: 'ZS', library: 'knowledge', title: '流星雨直播申请', summary: '', text: '' },
    ...{
      similarQuestions: [],
      keywords: [],
      basis: '',
      attachments: [],
      contact: '',
      unit: 'unit',
      unitAbove: null,
      unitName: '',
    },
    ...{ category: '', categoryName: '', themes: [], openToUnits: true, openToPublic: true },
    ...{ validFrom: null, validUntil: null, approvedAt: 0 },
  }
}

async function until(isTrue: () => Promise<boolean>, limit: number): Promise<void> {
  const end = Date.now() + limit
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`Not within ${limit} ms.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
