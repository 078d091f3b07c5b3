import { randomUUID } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { libraries } from '@/access/rules'
import { enrol } from '@/workflow/accounts/enrol'
import { password, people } from './people'
import { library, type Text } from './texts'

const UNITS = 200
const IN_ONE_STATEMENT = 500
const DAY = 86_400_000

/**
 * A city of 200 units with so many live entries, below Payload's hooks, and three people who can sign in.
 * One entry in ten is its unit's alone, one in twenty is not valid any more.
 */
export async function fill(payload: Payload, entries: number): Promise<void> {
  const unit = await beginUnit(payload)
  await enrol(payload, {
    ...account(people.agent),
    unit: await centreOf(payload),
    roles: ['agent'],
  })
  await enrol(payload, { ...account(people.editor), unit, roles: ['editor'] })
  await enrol(payload, { ...account(people.approver), unit, roles: ['approver'] })
  await publish(payload, entries)
  await payload.db.updateOne({
    collection: 'counters',
    where: { id: { equals: 'changes' } },
    data: { value: entries },
  })
}

const account = (username: string) => ({
  ...{ username, name: username, password, isActive: true, mustChangePassword: false },
})

async function centreOf(payload: Payload): Promise<string> {
  const where = { isCentre: { equals: true } }
  const { docs } = await payload.find({
    collection: 'nodes',
    where,
    overrideAccess: true,
    depth: 0,
  })
  return docs[0]?.id ?? ''
}

/** Through Payload, so that it has its categories. */
async function beginUnit(payload: Payload): Promise<string> {
  const { id } = await payload.create({
    collection: 'nodes',
    data: { kind: 'department', form: 'municipal', name: '市人社局', order: 1 },
    overrideAccess: true,
    depth: 0,
  })
  return id
}

/** Many rows in one statement: a row at a time, 100,000 would take longer than all that is measured. */
async function publish(payload: Payload, entries: number): Promise<void> {
  const { drizzle, tables } = payload.db as unknown as SQLiteAdapter
  const texts = library(entries).texts[Symbol.iterator]()
  const units = Array.from({ length: UNITS }, () => randomUUID())
  for (let done = 0; done < entries;) {
    const rows: Record<string, unknown>[] = []
    for (; rows.length < IN_ONE_STATEMENT && done < entries; done += 1) {
      const { title, summary, text } = texts.next().value as Text
      const place = done % UNITS
      const unit = { unit: units[place], unitName: `第${place}局` }
      rows.push({
        ...rowOf(done),
        ...unit,
        ...{ title, summary, plain: text, html: `<p>${text}</p>` },
      })
    }
    await drizzle.insert(tables.publications).values(rows)
  }
}

function rowOf(at: number): Record<string, unknown> {
  const [id, entry] = [randomUUID(), randomUUID()]
  const since = new Date(Date.now() - (at % 900) * DAY).toISOString()
  return {
    ...{ id, entry, slot: entry, isLive: true, dirty: false, changeSeq: at + 1 },
    ...{ library: libraries[at % 10 === 0 ? 1 : 0], number: `ZS8${String(at).padStart(6, '0')}` },
    ...{ revision: 1, openedBy: id, from: since, approvedAt: since },
    ...{ createdAt: since, updatedAt: since },
    ...{ categoryKey: 'services', categoryName: '公共服务' },
    ...{ openToUnits: at % 10 !== 3, openToPublic: at % 2 === 0 },
    validUntil: at % 20 === 7 ? new Date(Date.now() - DAY).toISOString() : null,
  }
}
