import { randomUUID } from 'node:crypto'
import { createLocalReq, type CollectionSlug } from 'payload'
import { openDatabase } from './openDatabase'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
export const week = 7 * day
/** A Monday at nine in Shanghai, on which offices work as on those before it. */
export const monday = Date.parse('2026-11-30T09:00:00+08:00')

const units = {
  centre: { kind: 'department', isCentre: true, form: 'municipal' },
  county: { kind: 'region' },
  office: { kind: 'department', unitAbove: 'county', isOffice: true },
  bureau: { kind: 'department', unitAbove: 'county' },
  zone: { kind: 'department', form: 'zone' },
}
const people = {
  chief: ['centre', 'centre'],
  agent: ['centre', 'agent'],
  editor: ['bureau', 'editor'],
  approver: ['bureau', 'approver'],
  staff: ['bureau', 'staff'],
  officer: ['office', 'approver'],
  zoner: ['zone', 'editor'],
}
const entries = {
  a: { unit: 'bureau', unitAbove: 'county', openToUnits: false },
  b: { unit: 'bureau', unitAbove: 'county' },
  m: { unit: 'elsewhere' },
  z: { unit: 'zone' },
}

/** Reads settings when it is loaded. */
async function load() {
  // Jest loses a module that two import at once.
  const unusual = await import('@/workflow/usage/demand/tellUnusual')
  const [usual, rebuild, alerts, purge, settings, tables, transaction] = await Promise.all([
    import('@/workflow/usage/demand/usualHours'),
    import('@/workflow/usage/demand/rebuildHours'),
    import('@/workflow/usage/demand/readAlerts'),
    import('@/workflow/usage/purgeUsage'),
    import('@/workflow/settings'),
    import('@/tables'),
    import('@/workflow/inTransaction'),
  ])
  return {
    ...unusual,
    ...usual,
    ...rebuild,
    ...alerts,
    ...purge,
    ...settings,
    ...tables,
    ...transaction,
  }
}

/** A county with an office and a bureau, a zone and the centre, with their people and four entries that are online. */
export async function demandCity() {
  const city = await openDatabase()
  const house = await load()
  const { payload } = city
  const create = (collection: CollectionSlug, data: object) =>
    payload.db.create({ collection, data: { ...data } })
  for (const [id, more] of Object.entries(units))
    await create('nodes', { id, name: `名-${id}`, unit: id, level: 1, order: 0, ...more })
  for (const [id, [unit, role]] of Object.entries(people))
    await create('users', { id, username: id, name: id, unit, roles: [role], isActive: true })
  for (const [id, place] of Object.entries(entries)) {
    const number = `ZS-${id}`
    const title = `第${id}条怎样办理？`
    await city.publish(id, { number, title, unitName: place.unit, ...place })
    const state = { lock: 1, revision: 1, state: 'approved', library: 'knowledge' }
    await create('register', { id, number, ...place, ...state })
  }

  type Rows = Parameters<(typeof house)['putRows']>[0]['rows']
  const put = async (collection: CollectionSlug, rows: Rows) => {
    const req = await createLocalReq({}, payload)
    await house.inTransaction(req, () => house.putRows({ req, collection, rows }))
  }
  const read = (collection: CollectionSlug, columns: string[], sort: string) =>
    house.readRows(payload, { collection, columns, sort, limit: 0 })

  return {
    ...{ payload, house, put, read, close: city.close },
    /** Opened by so many people within three quarters of the hour. */
    readBy: (entry: string, count: number, begin: number, more: object = {}) =>
      put('views', each(count, begin, { entry, ...more })),
    /** By so many browsers, at one address where one is named. */
    readAt: (entry: string, count: number, begin: number, place?: string) =>
      put('views', each(count, begin, { entry, reader: null, place }, 's')),
    askedBy: (form: string, count: number, begin: number, more: object = {}) =>
      put('searches', each(count, begin, { ...question(form), ...more })),
    askedAt: (form: string, count: number, begin: number, place?: string) =>
      put(
        'searches',
        each(count, begin, { ...question(form), reader: null, shown: '', place }, 's'),
      ),
    /** Moves an entry of the register to another place. */
    file: (entry: string, data: object) =>
      payload.db.updateOne({
        collection: 'register',
        where: { id: { equals: entry } },
        data: { ...data },
      }),
    tellAt: (at: number) => house.tellUnusual(payload, new Date(at)),
    alerts: () => read('alerts', ['kind', 'subject', 'count', 'usual', 'unit'], 'subject'),
    /** Who was told, and in what words. */
    told: async () =>
      (await read('messages', ['person', 'about'], 'person')).map(
        ({ person, about }) => `${String(person)} ${String(about)}`,
      ),
    /** The centre's list of words (提示用语). */
    listWords: (listedWords: { word: string; advice: string }[]) =>
      payload.updateGlobal({
        ...{ slug: 'settings', overrideAccess: true, depth: 0 },
        data: { listedWords },
      }),
    empty: async () => {
      for (const collection of [
        ...(['views', 'uses', 'searches', 'usualHours', 'alerts', 'messages'] as const),
        'counters' as const,
      ])
        await payload.db.deleteMany({ collection, where: {} })
    },
  }
}

const question = (form: string) => ({
  ...{ form, query: form, page: 1, found: 1, shown: 'ZS-b ZS-a', isTrial: false },
})

/** One after the other; each by another person, or in another browser where the name of one is given. */
export const each = (count: number, begin: number, row: object, browser?: string) =>
  Array.from({ length: count }, (_, n) => ({
    ...{ id: randomUUID(), channel: 'desk' },
    ...(browser ? { session: `${browser}${n}` } : { reader: `p${n}` }),
    at: new Date(begin + Math.floor((n * 45 * minute) / count)).toISOString(),
    ...row,
  }))
