import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { found, foundCity, hire, unique, type Worker } from './city'
import { copyOf, history, publish, step, type Entry } from './entries'
import { messages } from './messages'
import { look, seen, take, taken, tell, told } from './tasks'
import { settled } from './tellAt'

type Asked = { goes: Entry; stays: Entry; text?: string }
type Listed = { tasks: { id: string }[] }

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
/** The unit beside it, with an approver of its own. */
let theirs: { editor: Worker; approver: Worker }

const open = { openToUnits: true, openToPublic: true }
const ours = (more: object = {}) => publish(city, city.bureau, { ...open, ...more })
const other = (more: object = {}) => publish(theirs, city.elsewhere, { ...open, ...more })

const asked = ({ goes, stays, text }: Asked) => ({
  ...{ kind: 'merge', goes: goes.number, stays: stays.number, text },
})
const propose = (person: Person, given: Asked) => told(person, asked(given))

/** The task of the unit whose text this is. */
async function taskOf(person: Person, { number }: Entry): Promise<string> {
  const { body } = await person.get<Listed>(`/api/tasks?kind=merge&entry=${number}`)
  return body.tasks[0]?.id ?? ''
}
/** Opens the text of one's unit, as the task shows it. */
const opened = async (person: Person, id: string) => ({
  revision: (await person.get<{ revision: number }>(`/api/tasks/${id}/text`)).body.revision,
})
const stepOf = async (person: Person, id: string, name: 'agree' | 'merge') =>
  take(person, id, name, await opened(person, id))

beforeAll(async () => {
  ;[city, centre] = await Promise.all([foundCity(), as('centre')])
  theirs = { editor: city.stranger, approver: await hire(city.elsewhere, 'approver') }
}, 60_000)

describe('two texts that ask the same', () => {
  it('67.1 become one once the approvers of both units agreed, and readers are sent on', async () => {
    const [goes, stays] = [await ours(), await other()]
    await propose(city.editor, { goes, stays })
    const [going, staying] = [
      await taskOf(city.approver, goes),
      await taskOf(theirs.approver, stays),
    ]
    expect(await stepOf(city.approver, going, 'merge')).toMatchObject(
      refusal(409, 'changedMeanwhile'),
    )
    // Who approved the text has read it; another one has not.
    const unread = await hire(city.elsewhere, 'approver')
    expect(await take(unread, staying, 'agree')).toMatchObject(refusal(400, 'notOpened'))
    expect(await stepOf(theirs.approver, staying, 'agree')).toMatchObject({ status: 200 })
    expect((await anyone().get(`/api/public/entries/${goes.number}`)).status).toBe(200)
    await settled()
    expect(await seen(city.approver, going)).toMatchObject({ state: 'answered' })
    expect(await stepOf(city.approver, going, 'merge')).toMatchObject({ status: 200 })
    await settled()
    expect(await seen(city.approver, going)).toMatchObject({ state: 'closed', outcome: 'merged' })
    expect(await seen(theirs.approver, staying)).toMatchObject({
      ...{ state: 'closed', outcome: 'merged' },
    })
    const sentOn = { successor: stays.number }
    for (const reader of [anyone(), theirs.editor])
      expect((await reader.get(`/api/public/entries/${goes.number}`)).body).toMatchObject(sentOn)
    const [last] = await history(city.editor, goes)
    expect(last).toMatchObject({ step: 'withdraw', details: { kind: 'merged' } })
  })

  it('67.2 are decided on by each unit’s own approver, and by nobody in the other’s place', async () => {
    const [goes, stays] = [await ours(), await other()]
    await propose(theirs.editor, { goes, stays })
    const [going, staying] = [await taskOf(city.editor, goes), await taskOf(theirs.editor, stays)]
    expect(await look(city.editor, staying)).toMatchObject(refusal(404, 'notFound'))
    expect(await look(theirs.approver, going)).toMatchObject({ status: 404 })
    for (const person of [theirs.editor, centre])
      expect(await stepOf(person, staying, 'agree')).toMatchObject(refusal(403, 'notAllowed'))
    // Neither takes the other's step.
    expect(await stepOf(theirs.approver, staying, 'merge')).toMatchObject(
      refusal(403, 'notAllowed'),
    )
    expect(await stepOf(city.approver, going, 'agree')).toMatchObject(refusal(403, 'notAllowed'))
  })

  it('67.3 stay two where one declines with a reason, and whoever proposed it is told', async () => {
    const [goes, stays] = [await ours(), await other()]
    const { id, number } = await propose(centre, { goes, stays })
    const staying = await taskOf(theirs.approver, stays)
    expect(await take(theirs.editor, staying, 'decline', { reason: '不同。' })).toMatchObject(
      refusal(403, 'notAllowed'),
    )
    expect(await take(theirs.approver, staying, 'decline')).toMatchObject(refusal(400, 'invalid'))
    await taken(theirs.approver, staying, 'decline', { reason: '适用范围不同。' })
    await settled()
    expect(await seen(centre, id)).toMatchObject({
      ...{ state: 'closed', outcome: 'notMerged', answer: '适用范围不同。' },
    })
    const heard = (await messages(centre)).docs.filter(({ event }) => String(event) === 'taskTold')
    expect(heard.map(({ title }) => title)).toContainEqual(expect.stringContaining(number))
    expect((await anyone().get(`/api/public/entries/${goes.number}`)).status).toBe(200)
    // It may be proposed once more, the other way round too.
    await propose(centre, { goes: stays, stays: goes })
  })

  it('67.4 may be declined by the unit that goes although the other agreed', async () => {
    const [goes, stays] = [await ours(), await other()]
    await propose(city.editor, { goes, stays })
    const staying = await taskOf(theirs.approver, stays)
    await stepOf(theirs.approver, staying, 'agree')
    await settled()
    const going = await taskOf(city.approver, goes)
    await taken(city.approver, going, 'decline', { reason: '保留本单位的。' })
    await settled()
    expect(await seen(theirs.approver, staying)).toMatchObject({ outcome: 'notMerged' })
  })

  it('67.5 of one unit are its approver’s alone', async () => {
    const [goes, stays] = [await ours(), await ours()]
    const { id } = await propose(city.editor, { goes, stays })
    await settled()
    expect(await stepOf(city.approver, id, 'merge')).toMatchObject({ status: 200 })
    expect((await anyone().get<Body>(`/api/public/entries/${goes.number}`)).body).toMatchObject({
      successor: stays.number,
    })
  })

  it('67.6 are proposed by an editor of either unit or the centre, once at a time', async () => {
    const [goes, stays] = [await ours(), await other()]
    const third = await hire(await found('department', '市水务局'), 'editor')
    for (const person of [third, city.approver, await as('agent')])
      expect(await tell(person, asked({ goes, stays }))).toMatchObject(refusal(403, 'notAllowed'))
    await propose(theirs.editor, { goes, stays })
    expect(await tell(city.editor, asked({ goes: stays, stays: goes }))).toMatchObject(
      refusal(409, 'wrongState'),
    )
  })

  it('67.7 are not merged where readers would be sent to what they may not read', async () => {
    const [goes, stays] = [await ours(), await other({ openToPublic: false })]
    expect(await tell(city.editor, asked({ goes, stays }))).toMatchObject(refusal(400, 'invalid'))
    const closed = await publish(theirs, city.elsewhere)
    expect(await tell(city.editor, asked({ goes, stays: closed }))).toMatchObject(
      refusal(400, 'invalid'),
    )
    expect(await tell(city.editor, asked({ goes, stays: goes }))).toMatchObject(
      refusal(400, 'invalid'),
    )
  })

  it('67.8 lose nothing: what one says goes into a revision of the other by its editor', async () => {
    const [goes, stays] = [await ours(), await other()]
    const text = `周六上午也办理${unique()}。`
    await propose(city.editor, { goes, stays, text })
    const staying = await taskOf(theirs.editor, stays)
    const path = `/api/tasks/${staying}/draft`
    expect(await theirs.approver.post(path, {})).toMatchObject(refusal(403, 'notAllowed'))
    const draft = await theirs.editor.post<{ entry: Entry }>(path, {})
    expect(draft.body.entry).toMatchObject({ id: stays.id })
    const { body } = await copyOf(theirs.editor, stays)
    expect(JSON.stringify(body.body)).toContain(text)
    // Once more adds nothing.
    await theirs.editor.post(path, {})
    const again = await copyOf(theirs.editor, stays)
    expect(again.body.revision).toBe(body.revision)
  })

  it('67.9 are no longer a matter once one of them is offline otherwise', async () => {
    const [goes, stays] = [await ours(), await other()]
    const { id } = await propose(city.editor, { goes, stays })
    await step(theirs.approver, stays, 'withdraw', { kind: 'expired', sentence: '已停办。' })
    await settled()
    expect(await seen(city.editor, id)).toMatchObject({ state: 'closed', outcome: 'offline' })
  })
})
