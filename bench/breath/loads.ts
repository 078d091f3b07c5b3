import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { searchEngine } from '@/search'
import { rebuildIndex } from '@/search/sync/rebuildIndex'
import { purgeTrash } from '@/workflow/step/purgeTrash'
import { makeDigests } from '@/workflow/telling/mailing/makeDigests'
import { remind } from '@/workflow/telling/remind'
import type { City } from './city'

const day = 24 * 60 * 60 * 1000

/** A working day a month ahead, ten in the morning in Shanghai: what waits by then has waited too long. */
function aMonthAhead(): Date {
  const then = new Date(Date.now() + 28 * day)
  then.setUTCHours(2, 0, 0, 0)
  while ([0, 6].includes(then.getUTCDay())) then.setTime(then.getTime() + day)
  return then
}

/** So many drafts of the unit at once, as its editor marks them in the list. */
export async function submitMany({ unitEditor, drafts }: City, count: number): Promise<void> {
  const items = drafts.slice(0, count).map((id) => ({ id, revision: 1 }))
  const { results } = await unitEditor.post('knowledge/submit', { items })
  mustBe(results.filter(({ ok }) => ok).length, count)
}

/** So many cases from one file. */
export async function importCases({ centre }: City, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => ({
    ...{ title: `第${at}件诉求`, content: '市民来电反映。', result: '已办结。' },
    ...{ unit: '市人社局', openToPublic: false },
  }))
  mustBe((await centre.post('cases/import', rows)).created, count)
}

/** Whoever is to approve is told of all that has waited too long. */
export async function remindAll(payload: Payload, atLeast: number): Promise<void> {
  const told = await remind(payload, aMonthAhead())
  if (told < atLeast) throw new Error(`Only ${told} were told.`)
}

/** One unread message, of an entry of their own unit, for the approvers of so many units. */
export async function tellMany(payload: Payload, count: number): Promise<void> {
  const { docs } = await payload.db.find<{ id: string; unit: string }>({
    collection: 'users',
    where: { roles: { in: ['approver'] } },
    ...{ limit: count, pagination: false },
  })
  const at = new Date().toISOString()
  for (const [order, { id, unit }] of docs.entries()) {
    await payload.db.updateOne({ collection: 'users', id, data: { email: `${id}@zhiku.test` } })
    const entry = randomUUID()
    const named = { library: 'knowledge', number: `ZS8${String(order).padStart(6, '0')}` }
    await payload.db.create({
      collection: 'register',
      data: {
        ...{
          ...named,
          id: entry,
          title: '某项业务如何办理？',
          unit,
          unitAbove: null,
          state: 'draft',
        },
        ...{ stateSince: at, revision: 1, lock: 1, writers: '[]', isWithdrawn: false },
      },
    })
    await payload.db.create({
      collection: 'messages',
      data: {
        ...named,
        id: randomUUID(),
        entry,
        person: id,
        event: 'returned',
        step: 'return',
        at,
      },
    })
  }
}

/** A daily mail for each of them. */
export async function writeDigests(payload: Payload, count: number): Promise<void> {
  mustBe(await makeDigests(payload, aMonthAhead()), count)
}

/** So many returned entries of the unit lie in the trash for longer than it keeps them. */
export async function trashMany(payload: Payload, { unit }: City, count: number): Promise<void> {
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'register',
    where: { and: [{ unit: { equals: unit } }, { state: { equals: 'returned' } }] },
    ...{ limit: count, pagination: false },
  })
  const trashedAt = new Date(Date.now() - 40 * day).toISOString()
  for (const { id } of docs)
    await payload.db.updateOne({ collection: 'register', id, data: { trashedAt } })
}

export async function purgeMany(payload: Payload, count: number): Promise<void> {
  mustBe(await purgeTrash(payload), count)
}

/** The index of all that is online, made anew while people search in the old one. */
export const indexAnew = (payload: Payload): Promise<unknown> =>
  rebuildIndex(payload, searchEngine(), {})

function mustBe(done: number, count: number): void {
  if (done !== count) throw new Error(`${done} of ${count}.`)
}
