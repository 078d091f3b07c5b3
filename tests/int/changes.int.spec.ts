import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body, type Row } from './answers'
import { everything, follower } from './changes'
import { foundCity, hire, hotline, unique } from './city'
import { approve, publish, saved, submit, take, write, type Entry } from './entries'
import { openKey } from './key'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
let readers: { name: string; person: Person; follows: ReturnType<typeof follower> }[]
const open = { openToUnits: true, openToPublic: true }

beforeAll(async () => {
  ;[city, centre] = await Promise.all([foundCity(), as('centre')])
  const { id: unit } = await hotline()
  const rate = 60_000
  const people: [string, Person][] = [
    ['a citizen', anyone()],
    ['the key of a public system', await openKey({ audience: 'public', unit, rate })],
    ['the key of the call centre', await openKey({ audience: 'agent', unit, rate })],
    ['an agent', await as('agent')],
    ['staff of the unit', await hire(city.bureau, 'staff')],
    ['an editor of another unit', city.stranger],
    ['the editor of the county', await hire(city.county, 'editor')],
    ['the operator', await as('operator')],
  ]
  readers = people.map(([name, person]) => ({ name, person, follows: follower(person) }))
  for (const { follows } of readers) await follows.readOn()
}, 300_000)

/** Others are at work in the same city: what is of these units alone is compared. */
const isOurs = (entry: Row): boolean =>
  [city.county.id, city.bureau.id, city.elsewhere.id].includes(
    (entry.unit as { id: string } | undefined)?.id ?? '',
  )

const asListed = [
  ...(['id', 'number', 'library', 'title', 'summary', 'unit', 'category'] as const),
  ...(['openToUnits', 'openToPublic', 'validUntil', 'approvedAt'] as const),
]

async function expectEqual(): Promise<void> {
  for (const { name, person, follows } of readers) {
    await follows.readOn(7)
    const all = [...(await everything(person)).values()].filter(isOurs)
    const held = [...follows.held.values()].filter(isOurs)
    const seen = (entry: Record<string, unknown>) => asListed.map((name) => entry[name])
    const sorted = (list: object[]) => list.map((one) => JSON.stringify(seen({ ...one }))).sort()
    expect([name, sorted(held)]).toEqual([name, sorted(all)])
  }
}

const wholeOf = (person: Person) => follower(person).readOn()

describe('the changes, read by other systems', () => {
  it('71.1 lead everybody to what they may read, step by step', async () => {
    const shown = await publish(city, city.bureau, open)
    const inside = await publish(city, city.bureau, { openToUnits: true })
    const own = await publish(city, city.bureau)
    await expectEqual()
    await take(city.approver, shown, 'close', { to: 'public' })
    await take(city.approver, inside, 'open', { to: 'public' })
    await take(city.approver, own, 'open', { to: 'units' })
    await expectEqual()
    const kind = { kind: 'inError', sentence: '有误' }
    await take(city.approver, inside, 'withdraw', kind)
    await expectEqual()
    await take(city.approver, inside, 'resume')
    await expectEqual()
    const successor = inside.id
    await take(city.approver, shown, 'withdraw', { kind: 'merged', sentence: '已合并', successor })
    const dropped = await take(city.approver, own, 'delete', { reason: '重复' })
    await expectEqual()
    await take(centre, dropped, 'restore')
    // Taken down, its copy became a draft.
    const mended = await saved(city.editor, inside, { summary: '先预约，再到窗口办理。' })
    await approve(city.approver, await submit(city.editor, mended))
    await expectEqual()
  }, 300_000)

  it('71.2 tell of a unit that is called otherwise, and of entries filed elsewhere', async () => {
    const entry = await publish(city, city.bureau, open)
    await expectEqual()
    const name = `县民政和社会局${unique()}`
    const { status } = await centre.patch(`/api/nodes/${city.bureau.id}`, { name })
    expect(status).toBe(200)
    const [citizen] = readers
    const told = await citizen!.follows.readOn()
    expect(told.filter((one) => 'entry' in one && one.entry.id === entry.id)).toMatchObject([
      { kind: 'moved', entry: { unit: { name } } },
    ])
    await expectEqual()
  }, 300_000)

  it('71.3 say to nobody a number, a title or that there is something that is not theirs', async () => {
    const hidden = readers.filter(({ name }) => /citizen|public|another|operator/.test(name))
    for (const { follows } of readers) await follows.readOn()
    const secret = await publish(city, city.bureau)
    await write(city.editor, city.bureau)
    for (const { name, person, follows } of hidden) {
      const told = JSON.stringify([await follows.readOn(), await wholeOf(person)])
      expect([name, told.match(`${secret.number}|${secret.title}|${secret.id}`)]).toEqual([
        name,
        null,
      ])
    }
    await take(city.approver, secret, 'withdraw', { kind: 'inError', sentence: '有误' })
    for (const { name, follows } of hidden) {
      const told = JSON.stringify(await follows.readOn())
      expect([name, told.match(secret.number)]).toEqual([name, null])
    }
  })

  it('71.4 answer citizens who have all of it with nothing, by its mark', async () => {
    const follows = follower(anyone())
    await follows.readOn()
    const path = `/api/public/changes?after=${follows.after}`
    const first = await anyone().fetch(path)
    const etag = first.headers.get('etag') ?? ''
    expect(await first.json()).toMatchObject({ changes: [], more: false })
    const again = await anyone().fetch(path, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })

  it('71.5 begin anew for another audience, and for a place nobody was given', async () => {
    const [, outside, inside] = readers
    await inside!.follows.readOn()
    const { after } = inside!.follows
    const at = (person: Person, place: string) => person.get<Body>(`/api/changes?after=${place}`)
    expect(await at(outside!.person, after!)).toMatchObject(refusal(410, 'readAnew'))
    expect(await at(inside!.person, 'x'.repeat(120))).toMatchObject(refusal(410, 'readAnew'))
    expect(await at(inside!.person, 'x')).toMatchObject(refusal(400, 'badParameter'))
    const whole = await at(inside!.person, '0&limit=1')
    expect(whole).toMatchObject({ status: 200, body: { changes: [{}], more: true } })
    expect((await anyone().get<Body>('/api/changes')).status).toBe(401)
  })

  it('71.6 that are not open to the public are on record, text by text', async () => {
    const system = readers[2]!
    await system.follows.readOn()
    const entry: Entry = await publish(city, city.bureau)
    await system.follows.readOn()
    const auditor = await as('auditor')
    const where = `where[action][equals]=changes.read&where[by][equals]=${system.person.id}`
    const { body } = await auditor.get<Body>(`/api/audit?${where}&limit=1&sort=-at`)
    expect(JSON.stringify(body.docs)).toContain(`${entry.number}/${entry.revision}`)
  })
})
