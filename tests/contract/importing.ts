import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

/** The ten headings of the sheets that cities really keep. */
export const headings = [
  ...['问答标题', '问答答案', '相似问法', '关键词', '问答提供部门', '内容生效时间', '内容失效时间'],
  ...['类目路径(多级类目用/分隔)', '适用地区', '办理链接'],
]

export const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
export const csv = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode([head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n'))

/** A row under the ten headings. */
export const row = (title: string, more: Partial<Record<string, string>> = {}): string[] =>
  headings.map(
    (heading) => more[heading] ?? (heading === '问答标题' ? title : (usual[heading] ?? '')),
  )

const usual: Partial<Record<string, string>> = {
  问答答案: '带身份证到窗口办理，当场办结。',
  '类目路径(多级类目用/分隔)': '公共服务',
}

/** Settings are read when these are loaded. */
async function load() {
  const [upload, plan, start, work, batch, shown, rows, result, entry, counters, tables, request] =
    await Promise.all([
      import('@/workflow/importing/upload'),
      import('@/workflow/importing/plan'),
      import('@/workflow/importing/startBatch'),
      import('@/workflow/importing/work'),
      import('@/workflow/importing/batch'),
      import('@/workflow/importing/shown'),
      import('@/workflow/importing/rows'),
      import('@/workflow/importing/result'),
      import('@/workflow/entry'),
      import('@/workflow/counters'),
      import('@/tables'),
      import('@/workflow/requestAs'),
    ])
  return {
    ...{ ...upload, ...plan, ...start, ...work, ...batch, ...shown, ...rows },
    ...{ ...result, ...entry, ...counters, ...tables, ...request },
  }
}

export type Unit = { id: string; name: string }

/** A city with two units, each with an editor and an approver, and a centre. */
export async function openImports() {
  const city: Opened = await openDatabase()
  const house = await load()
  const { payload } = city
  await house.ensureCounters(payload)
  const found = async (name: string, more: object = {}): Promise<Unit> => {
    const data = { name, kind: 'department' as const, form: 'municipal' as const, ...more }
    const { id } = await payload.create({
      collection: 'nodes',
      overrideAccess: true,
      depth: 0,
      data,
    })
    return { id, name }
  }
  const bureau = await found('市民政局')
  const other = await found('市税务局')
  const centre = await found('热线中心', { isCentre: true })
  const hire = (id: string, unit: Unit, role: string) =>
    payload.db.create({
      collection: 'users',
      data: { id, name: id, username: id, unit: unit.id, roles: [role], isActive: true },
    })
  for (const [unit, tag] of [
    [bureau, 'a'],
    [other, 'b'],
  ] as const) {
    await hire(`editor-${tag}`, unit, 'editor')
    await hire(`approver-${tag}`, unit, 'approver')
  }
  await hire('centre', centre, 'centre')

  const as = (id: string) => house.requestAs(payload, id)
  const batchOf = async (id: string) => {
    const batch = await house.findBatch(await createLocalReq({}, payload), id)
    if (!batch) throw new Error(`No batch ${id}.`)
    return batch
  }
  type Given = Partial<{
    by: string
    unit: string | null
    library: 'knowledge' | 'plans' | 'notices' | 'cases'
    submit: boolean
    open: 'sheet' | 'yes' | 'no'
    units: Record<string, 'make' | 'refuse' | { unit: string }>
    columns: Record<string, string | null>
  }>
  /** Read and planned: what the dry run says. */
  const plan = async (bytes: Uint8Array, given: Given = {}) => {
    const { by = 'editor-a', unit = bureau.id, library = 'knowledge' } = given
    const req = await as(by)
    const who = { id: by, name: by }
    const id = await house.takeSheet({ req, library, name: '表.csv', bytes, by: who, unit })
    const batch = await batchOf(id)
    const { submit = false, open = 'sheet', units = {} } = given
    const columns = given.columns ?? house.columnsIn(batch)
    const options = { submit, openToUnits: open, openToPublic: open }
    await house.planBatch(req, batch, { columns, units, options })
    await house.workOnImports(payload)
    return id
  }
  const start = async (
    id: string,
    overwrite: 'none' | 'all' | number[] = 'none',
    by = 'editor-a',
  ) => {
    await house.startBatch(await as(by), await batchOf(id), { overwrite })
    await house.workOnImports(payload)
    return rowsOf(id)
  }
  const rowsOf = async (id: string) =>
    (await house.rowsOfBatch(payload, { batch: id, page: 1 })).rows.map(house.shownRow)
  const entriesOf = async (unit: Unit, titles: readonly string[]) =>
    (await house.readRows(payload, {
      collection: 'register',
      where: { and: [{ unit: { equals: unit.id } }, { title: { in: [...titles] } }] },
      sort: 'number',
      limit: 0,
    })) as unknown as Awaited<ReturnType<typeof house.keptEntries>>
  const textOf = async (collection: 'knowledge' | 'notices' | 'plans' | 'cases', id: string) =>
    (await payload.findByID({
      collection,
      id,
      depth: 0,
      overrideAccess: true,
    })) as unknown as Record<string, unknown>
  return {
    ...{ city, payload, house, bureau, other, centre, as, batchOf, found },
    ...{ plan, start, rowsOf, entriesOf, textOf },
    takeBack: async (id: string, by = 'editor-a') => {
      await house.takeBackBatch(await as(by), await batchOf(id))
      await house.workOnImports(payload)
      return rowsOf(id)
    },
    close: city.close,
  }
}

export type Imports = Awaited<ReturnType<typeof openImports>>
