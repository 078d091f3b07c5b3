import { beforeAll, describe, expect, it } from '@jest/globals'
import { audienceOf, isVisibleTo } from '@/access/audience'
import { isInReach } from '@/access/reach'
import type { Role } from '@/access/rules'
import { anyone, as, type Person } from '../server/people'
import type { Body, Row } from './answers'
import { found, hire, hotline, type Unit, type Worker } from './city'
import { copyOf, publish, step, submit, write, type Entry } from './entries'
import { expectHidden, expectVisible } from './visible'

type Given = { openToUnits: boolean; openToPublic: boolean }
type Reader = { name: string; person: Person; roles: Role[]; unit: string }

let county: Unit
let bureau: Unit
let other: Unit
let editor: Worker
let approver: Worker
const readers: Reader[] = []
const texts: { entry: Entry; row: Given & { unit: string; unitAbove: string | null } }[] = []
const switches: Given[] = [
  { openToUnits: false, openToPublic: false },
  { openToUnits: true, openToPublic: false },
  { openToUnits: true, openToPublic: true },
]

async function join(name: string, unit: Unit, ...roles: Role[]): Promise<Worker> {
  const person = await hire(unit, ...roles)
  readers.push({ name, person, roles, unit: unit.id })
  return person
}

async function fill(
  unit: Unit,
  people: { editor: Worker; approver: Worker },
  above: string | null,
) {
  for (const row of switches) {
    const entry = await publish(people, unit, row)
    texts.push({ entry, row: { ...row, unit: unit.id, unitAbove: above } })
  }
}

beforeAll(async () => {
  county = await found('region', '戊县')
  bureau = await found('department', '县财政局', county)
  other = await found('department', '市财政局')
  editor = await join('the editor of the unit', bureau, 'editor')
  approver = await join('the approver of the unit', bureau, 'approver')
  await join('staff of the unit', bureau, 'staff')
  await join('the editor of the unit above', county, 'editor')
  await join('the approver of the unit above', county, 'approver')
  await join('staff of the unit above', county, 'staff')
  const writing = {
    editor: await join('the editor of another unit', other, 'editor'),
    approver: await join('the approver of another unit', other, 'approver'),
  }
  await join('staff of another unit', other, 'staff')
  await join('somebody who is staff and approver', other, 'staff', 'approver')
  const centre = await hotline()
  for (const role of ['agent', 'centre', 'operator', 'auditor'] as const) {
    readers.push({ name: role, person: await as(role), roles: [role], unit: centre.id })
  }
  await fill(bureau, { editor, approver }, county.id)
  await fill(other, writing, null)
}, 240_000)

const inScope = async (path: string, reader: Reader, unit: Unit) => {
  const { body } = await reader.person.get<{ entries: Row[] }>(
    `${path}?unit=${unit.id}&category=services`,
  )
  return body.entries.map(({ id }) => id).sort()
}
const expected = (reader: Reader | null, unit: Unit) =>
  texts
    .filter(({ row }) => row.unit === unit.id)
    .filter(({ row }) =>
      isVisibleTo(audienceOf(reader), { ...row, validFrom: null, validUntil: null }, Date.now()),
    )
    .map(({ entry }) => entry.id)
    .sort()

describe('who sees what', () => {
  it('10.1 the database answers every reader as the rule says, for every way a text can be open', async () => {
    for (const unit of [bureau, other]) {
      for (const reader of readers) {
        const seen = { reader: reader.name, ids: await inScope('/api/entries', reader, unit) }
        expect(seen).toEqual({ reader: reader.name, ids: expected(reader, unit) })
      }
    }
  })

  it('10.2 the public sees what is open to the public, signed in or not', async () => {
    for (const reader of readers) {
      expect(await inScope('/api/public/entries', reader, bureau)).toEqual(expected(null, bureau))
    }
  })

  it('10.3 working copies, worklist and versions answer every reader as reach says', async () => {
    const draft = await write(editor, bureau)
    const place = { unit: bureau.id, unitAbove: county.id }
    for (const reader of readers) {
      const actor = { id: reader.person.id, name: '', roles: reader.roles, unit: reader.unit }
      const mayRead = isInReach(actor, place)
      const where = `where[id][equals]=${draft.id}`
      const list = await reader.person.get<Body>(`/api/knowledge?${where}&depth=0`)
      const worklist = await reader.person.get<Body>(`/api/worklist?unit=${bureau.id}&state=draft`)
      const versions = await reader.person.get<Body>(
        `/api/knowledge/versions?where[parent][equals]=${draft.id}`,
      )
      const found = [list, worklist, versions].map(({ body }) => (body.docs ?? []).length > 0)
      const byId = (await copyOf(reader.person, draft)).status === 200
      expect({ reader: reader.name, found: [byId, ...found] }).toEqual({
        reader: reader.name,
        found: [mayRead, mayRead, mayRead, mayRead],
      })
    }
  })

  it('10.4 the editor and the approver of the unit above read what is not open below them', async () => {
    const [closed] = texts
    const above = readers.filter(({ name }) =>
      /^the (editor|approver) of the unit above$/.test(name),
    )
    expect(above).toHaveLength(2)
    for (const { person } of above) await expectVisible(closed?.entry as Entry, person)
  })

  it('10.5 a text waits unseen, also where it will be open to everybody', async () => {
    const open = { openToUnits: true, openToPublic: true }
    const pending = await submit(editor, await write(editor, bureau, open))
    for (const reader of [anyone(), await as('agent'), editor]) await expectHidden(pending, reader)
    await step(approver, pending, 'return', { reason: '再改' })
    for (const reader of [anyone(), await as('agent'), editor]) await expectHidden(pending, reader)
  })

  it('10.6 a related entry is named only to those who may read it', async () => {
    const closed = texts[0]?.entry as Entry
    const open = { openToUnits: true, openToPublic: true, related: [closed.id] }
    const entry = await publish({ editor, approver }, bureau, open)
    const related = async (person: Person, api: string) =>
      (await person.get<{ related: Row[] }>(`${api}/entries/${entry.number}`)).body.related
    expect(await related(anyone(), '/api/public')).toEqual([])
    expect(await related(await as('agent'), '/api')).toMatchObject([{ id: closed.id }])
  })
})
