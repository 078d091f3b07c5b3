import { createLocalReq } from 'payload'
import type { Audience } from '@/access/audience'
import type { Library, Step } from '@/access/rules'
import { openDatabase, type Opened } from './openDatabase'
import { unitWithPeople } from './unitWithPeople'

export let city: Opened
export let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/reading/bulletins')),
  ...(await import('@/tables')),
  ...(await import('@/workflow/bulletins/confirm')),
  ...(await import('@/workflow/bulletins/endBulletins')),
  ...(await import('@/workflow/bulletins/readers')),
  ...(await import('@/workflow/counters')),
  ...(await import('@/workflow/entry')),
  ...(await import('@/workflow/Refused')),
  ...(await import('@/workflow/step/finish')),
  ...(await import('@/workflow/step/takeStep')),
})

export const agents: Audience = { sees: 'everything' }
export const morning = new Date('2026-12-01T09:00:00+08:00')
export const after = (hours: number) => new Date(morning.getTime() + hours * 60 * 60 * 1000)

export const reqOf = async (id: string, role: string) => {
  const req = await createLocalReq({}, city.payload)
  const user = { id, name: id, collection: 'users', isActive: true, unit: 'a', roles: [role] }
  req.user = user as unknown as typeof req.user
  return req
}

/** An approved text that is online. */
export async function online(id: string, library: Library, more: object = {}) {
  const { db } = city.payload
  const place = { unit: 'a', unitAbove: null }
  await db.create({
    collection: 'register',
    data: {
      ...{ id, number: `NR-${id.toUpperCase()}`, title: id, library, ...place },
      ...{ state: 'approved', revision: 1, liveRevision: 1, lock: 1 },
    },
  })
  await db.create({ collection: library, data: { id, title: id, revision: 1 } })
  const row = { title: id, number: `NR-${id.toUpperCase()}`, library, ...place, hash: id }
  return city.publish(id, { openToUnits: false, openToPublic: false, ...row, ...more })
}

export const entryOf = async (id: string) =>
  (await house.findEntry(await createLocalReq({}, city.payload), id))!

export async function take(id: string, step: Step, more: object = {}, at = morning) {
  const { library, revision } = await entryOf(id)
  const body = { revision, ...more }
  return house.takeStep({ req: await reqOf('ap', 'approver'), library, id, step, body, at })
}
export const activate = (id: string, until = after(8), at = morning) =>
  take(id, 'activate', { sentence: '先报值班班长', until: until.toISOString() }, at)

export const shown = async (audience: Audience, now = morning) =>
  (await house.readBulletins({ payload: city.payload, audience, now }, 'agent-1')).map(
    ({ number, kind }) => `${kind} ${number}`,
  )
export const decisionsOf = (id: string) =>
  house.readRows(city.payload, {
    ...{ collection: 'decisions', where: { entry: { equals: id } }, limit: 0, sort: 'seq' },
  })
export const stepsOf = async (id: string) => (await decisionsOf(id)).map(({ step }) => step)

/** A database with a unit that has an editor and an approver. */
export async function openDesk(): Promise<void> {
  city = await openDatabase()
  house = await load()
  await house.ensureCounters(city.payload)
  await unitWithPeople(city, { ed: 'editor', ap: 'approver' })
}
