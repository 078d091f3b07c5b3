import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity } from './city'
import {
  copyOf,
  history,
  publish,
  review,
  step,
  submit,
  take,
  text,
  write,
  type Entry,
} from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
const check = { check: true }

beforeAll(async () => {
  ;[city, centre] = await Promise.all([foundCity(), as('centre')])
})

/** One step for these, only asked for or really. */
const several = async (person: Person, name: string, entries: Entry[], more: object = check) => {
  const items = entries.map(({ id, revision }) => ({ id, revision }))
  const answer = await person.post<Body>(`/api/knowledge/${name}`, { items, ...more })
  return answer.body.results as (Body['results'][number] & { detail?: string; fields?: string[] })[]
}

describe('a step that is only asked for', () => {
  it('is answered as it would be taken, and nothing happens', async () => {
    const entry = await write(city.editor, city.bureau)
    const asked = await step(city.editor, entry, 'submit', check)
    expect(asked).toMatchObject({ status: 200, body: { id: entry.id, state: 'draft' } })
    expect(asked.body).not.toHaveProperty('decision')
    expect(await history(city.editor, entry)).toEqual([])
    await submit(city.editor, entry)
  })

  it('says of each of several what is missing or stands against it, as the step itself does', async () => {
    const whole = await write(city.editor, city.bureau)
    const lacking = await write(city.editor, city.bureau, { summary: '' })
    const waiting = await submit(city.editor, await write(city.editor, city.bureau))
    const theirs = await write(city.stranger, city.elsewhere)
    const asked = await several(city.editor, 'submit', [whole, lacking, waiting, theirs])
    expect(asked).toMatchObject([
      { id: whole.id, ok: true, status: 200 },
      { ok: false, status: 400, code: 'incomplete', fields: ['summary'] },
      { ok: false, status: 409, code: 'wrongState', detail: expect.stringContaining('审批中') },
      { ok: false, status: 404, code: 'notFound' },
    ])
    expect(asked[1]?.detail).toContain('概要')
    expect(await history(city.editor, whole)).toEqual([])
    const done = await several(city.editor, 'submit', [whole, lacking, waiting, theirs], {})
    expect(done.map(({ ok, code, detail }) => ({ ok, code, detail }))).toEqual(
      asked.map(({ ok, code, detail }) => ({ ok, code, detail })),
    )
  })

  it('does not ask for what the dialog asks for: a reason, confirmations, to whom', async () => {
    const live = await publish(city, city.bureau, { openToUnits: true })
    expect(await step(city.editor, live, 'requestDeletion', check)).toMatchObject({ status: 200 })
    expect(await step(city.approver, live, 'close', check)).toMatchObject({ status: 200 })
    expect(await step(city.approver, live, 'withdraw', check)).toMatchObject({ status: 200 })
    const draft = await write(city.editor, city.bureau)
    expect(await step(city.approver, draft, 'open', check)).toMatchObject({
      ...{ status: 409, body: { code: 'wrongState', detail: expect.stringContaining('线上没有') } },
    })
  })

  it('of an approval asks whether it was opened, and approves nothing', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    expect(await step(city.approver, entry, 'approve', check)).toMatchObject(
      refusal(400, 'notOpened'),
    )
    await review(city.approver, entry)
    expect(await step(city.approver, entry, 'approve', check)).toMatchObject({ status: 200 })
    expect((await history(city.editor, entry)).map(({ step: taken }) => taken)).toEqual(['submit'])
  })
})

describe('before a text is saved directly', () => {
  const looked = (entry: Entry, sent: object) =>
    centre.post<Body & { difference: { field: string; before: unknown; after: unknown }[] }>(
      `/api/knowledge/${entry.id}/findings`,
      sent,
    )

  it('the centre is told what would differ from the live text, and nothing is stored', async () => {
    const entry = await publish(city, city.bureau, {
      openToUnits: true,
      basis: '青政发〔2019〕3号',
    })
    const sent = { summary: '请带户口簿到窗口办理。', basis: '青政发〔2026〕8号' }
    const { body } = await looked(entry, sent)
    expect(body.difference.map(({ field, after }) => [field, after])).toEqual([
      ['summary', sent.summary],
      ['basis', sent.basis],
    ])
    expect((await copyOf(centre, entry)).body.summary).not.toBe(sent.summary)
    expect((await looked(entry, {})).body.difference).toEqual([])
  })

  it('what would be refused is said before', async () => {
    const entry = await publish(city, city.bureau)
    const empty = { summary: '', body: text(''), ...check }
    expect(await step(centre, entry, 'saveDirectly', empty)).toMatchObject({
      ...{ status: 400, body: { code: 'incomplete', fields: ['summary', 'body'] } },
    })
    await take(city.editor, entry, 'revise')
    const held = await step(centre, entry, 'saveDirectly', { summary: '改。', ...check })
    expect(held).toMatchObject(refusal(409, 'wrongState'))
  })

  it('there is nothing to differ from where nothing is online', async () => {
    const entry = await write(city.editor, city.bureau)
    expect((await looked(entry, { summary: '改。' })).body.difference).toBeNull()
  })
})
