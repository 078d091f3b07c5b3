import { beforeAll, describe, expect, it } from '@jest/globals'
import { refusal, type Body } from './answers'
import { foundCity, hire, type Worker } from './city'
import {
  approve,
  complete,
  copyOf,
  history,
  publish,
  review,
  save,
  saved,
  standing,
  step,
  submit,
  write,
} from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let editor: Worker
let approver: Worker
const confirmed = { confirmed: true }
const waiting = async (more: object = {}) => submit(editor, await write(editor, city.bureau, more))

beforeAll(async () => {
  city = await foundCity()
  ;({ editor, approver } = city)
})

describe('approving', () => {
  it('5.1 an approver opens what waits, sees it as readers will, and approves it', async () => {
    const entry = await waiting({ title: '<b>低保</b>如何申请?' })
    const opened = await review(approver, entry)
    expect(opened.body).toMatchObject({
      state: 'pending',
      revision: 1,
      html: '<p>带身份证到窗口办理,当场办结。</p>',
      difference: null,
      findings: ['noServiceBlocks'],
      steps: ['approve', 'return', 'delete'],
    })
    const { status, body } = await step(approver, entry, 'approve', confirmed)
    expect([status, body.state]).toEqual([200, 'approved'])
    expect(await standing(approver, entry)).toMatchObject({ state: 'approved', liveRevision: 1 })
  })

  it('5.2 an approver who has not opened this revision cannot approve it', async () => {
    const entry = await waiting()
    const unread = await step(approver, entry, 'approve', confirmed)
    expect(unread).toMatchObject(refusal(400, 'notOpened'))
  })

  it('5.3 having opened an earlier revision is not enough', async () => {
    const entry = await waiting()
    await review(approver, entry)
    await step(editor, entry, 'recall')
    const changed = await submit(editor, await saved(editor, entry, { summary: '换了口径' }))
    const old = await step(approver, entry, 'approve', confirmed)
    expect(old).toMatchObject(refusal(409, 'changedMeanwhile'))
    expect(old.body.latest).toBe(2)
    const unread = await step(approver, changed, 'approve', confirmed)
    expect(unread).toMatchObject(refusal(400, 'notOpened'))
  })

  it.each([undefined, false, 'true', 1])(
    '5.4 nothing is approved unconfirmed: %j',
    async (sent) => {
      const entry = await waiting()
      await review(approver, entry)
      const answer = await step(approver, entry, 'approve', { confirmed: sent })
      expect(answer).toMatchObject(refusal(400, 'incomplete'))
      expect(answer.body.fields).toEqual(['confirmed'])
    },
  )

  it('5.5 what was confirmed is part of the record, confidentiality only for what citizens see', async () => {
    const inside = await approve(approver, await waiting())
    const outside = await approve(
      approver,
      await waiting({ openToUnits: true, openToPublic: true }),
    )
    const common = ['legality', 'accuracy', 'timeliness', 'standard']
    expect((await history(approver, inside))[0]).toMatchObject({
      step: 'approve',
      from: 'pending',
      to: 'approved',
      by: approver.id,
      confirmed: common,
      writers: [editor.id],
      isActingForUnit: false,
    })
    expect((await history(approver, outside))[0]).toMatchObject({
      confirmed: [...common, 'confidentiality'],
    })
  })

  it('5.6 an approver cannot approve what they wrote, also when somebody else submitted it', async () => {
    const both = await hire(city.bureau, 'editor', 'approver')
    const entry = await submit(editor, await write(both, city.bureau))
    await review(both, entry)
    const own = await step(both, entry, 'approve', confirmed)
    expect(own).toMatchObject(refusal(403, 'ownSubmission'))
    await approve(approver, entry)
  })

  it('5.7 an approver cannot approve what they submitted, also when somebody else wrote it', async () => {
    const both = await hire(city.bureau, 'editor', 'approver')
    const entry = await submit(both, await write(editor, city.bureau))
    await review(both, entry)
    const own = await step(both, entry, 'approve', confirmed)
    expect(own).toMatchObject(refusal(403, 'ownSubmission'))
  })

  it('5.8 what is approved is not approved again', async () => {
    const entry = await publish(city, city.bureau)
    const again = await step(approver, entry, 'approve', confirmed)
    expect(again).toMatchObject(refusal(409, 'wrongState'))
  })

  it('5.23 what is approved is what was opened: another hash is another text', async () => {
    const entry = await waiting()
    const { hash } = (await review(approver, entry)).body
    const other = await step(approver, entry, 'approve', { ...confirmed, hash: `${hash}0` })
    expect(other).toMatchObject(refusal(409, 'changedMeanwhile'))
    expect((await step(approver, entry, 'approve', { ...confirmed, hash })).status).toBe(200)
    expect((await history(approver, entry))[0]).toMatchObject({ step: 'approve', hash })
  })

  it('5.9 several are approved in one go only if each was opened', async () => {
    const [read, unread] = [await waiting(), await waiting()]
    await review(approver, read)
    const items = [read, unread].map(({ id, revision }) => ({ id, revision }))
    const { body } = await approver.post<Body>('/api/knowledge/approve', { items, ...confirmed })
    expect(body.results).toMatchObject([
      { id: read.id, ok: true, state: 'approved' },
      { id: unread.id, ok: false, status: 400, code: 'notOpened' },
    ])
  })
})

describe('returning', () => {
  it('5.10 an approver returns with a reason, which the writer reads', async () => {
    const entry = await waiting()
    const answer = await step(approver, entry, 'return', { reason: ' 请补充收费标准 ' })
    expect(answer.body.state).toBe('returned')
    expect((await history(editor, entry))[0]).toMatchObject({
      step: 'return',
      reason: '请补充收费标准',
      byName: '某人',
    })
  })

  it.each([undefined, '', '  ', 5])(
    '5.11 nothing is returned without a reason: %j',
    async (reason) => {
      const answer = await step(approver, await waiting(), 'return', { reason })
      expect(answer).toMatchObject(refusal(400, 'reasonMissing'))
    },
  )

  it('5.12 what was returned is mended, submitted again and approved', async () => {
    const entry = await waiting()
    await step(approver, entry, 'return', { reason: '请补充' })
    const mended = await submit(editor, await saved(editor, entry, { summary: '补充好了' }))
    await approve(approver, mended)
    expect(await standing(editor, entry)).toMatchObject({ state: 'approved', revision: 2 })
    const steps = (await history(editor, entry)).map((row) => row.step)
    expect(steps).toEqual(['approve', 'submit', 'return', 'submit'])
  })
})

describe('what an approver may not do', () => {
  it('5.17 an approver neither writes nor saves nor submits', async () => {
    const entry = await write(editor, city.bureau)
    const created = await approver.post('/api/knowledge', complete(city.bureau))
    expect(created).toMatchObject(refusal(403, 'notAllowed'))
    expect(await save(approver, entry, { title: '改?' })).toMatchObject(refusal(403, 'notAllowed'))
    expect(await step(approver, entry, 'submit')).toMatchObject(refusal(403, 'notAllowed'))
    expect(await step(approver, await submit(editor, entry), 'recall')).toMatchObject(
      refusal(403, 'notAllowed'),
    )
  })

  it('5.18 the approver of another unit is told that there is no such entry', async () => {
    const other = await hire(city.elsewhere, 'approver')
    const entry = await waiting()
    expect(await review(other, entry)).toMatchObject(refusal(404, 'notFound'))
    expect(await step(other, entry, 'approve', confirmed)).toMatchObject(refusal(404, 'notFound'))
    expect(await copyOf(other, entry)).toMatchObject({ status: 404 })
  })

  it('5.19 an approver of another unit who reads the live text still may not decide on it', async () => {
    const other = await hire(city.elsewhere, 'approver')
    const entry = await publish(city, city.bureau, { openToUnits: true })
    const answer = await step(other, entry, 'return', { reason: '不好' })
    expect(answer).toMatchObject(refusal(403, 'notAllowed'))
  })
})
